import type { AnswerValue } from '../../schemas/form/definition.ts';

const scalar = (value: unknown): value is string | number | boolean => typeof value !== 'object';

/**
 * What a plain `<form>` sends under the field's id: a scalar as text, a list of scalars as so many entries, anything
 * else as JSON. Not plain text: that would go under the `name` attribute, which the element does not need to have.
 */
export const formValue = (name: string, answer: AnswerValue | undefined): FormData | null => {
  if (answer === undefined) return null;
  const data = new FormData();
  const entries: readonly AnswerValue[] = Array.isArray(answer) && answer.every(scalar) ? answer : [answer];
  for (const entry of entries) data.append(name, scalar(entry) ? String(entry) : JSON.stringify(entry));
  return data;
};
