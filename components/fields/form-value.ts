import type { AnswerValue } from '#schemas/form/answers.ts';

const scalar = (value: unknown): value is string | number | boolean => typeof value !== 'object';

/**
 * What a plain `<form>` sends: a scalar as text (under the element's `name` attribute), a list of scalars as so many
 * entries, anything else as JSON.
 */
export const formValue = (name: string, answer: AnswerValue | undefined): string | FormData | null => {
  if (answer === undefined) return null;
  if (scalar(answer)) return String(answer);
  const data = new FormData();
  const entries: readonly AnswerValue[] = Array.isArray(answer) && answer.every(scalar) ? answer : [answer];
  for (const entry of entries) data.append(name, scalar(entry) ? String(entry) : JSON.stringify(entry));
  return data;
};
