import type { AnswerValue } from '../../schemas/form/definition.ts';

const scalar = (value: unknown): value is string | number | boolean => typeof value !== 'object';

/** What a plain `<form>` sends: a scalar as text, a list of scalars as so many entries, anything else as JSON. */
export const formValue = (name: string, answer: AnswerValue | undefined): string | FormData | null => {
  if (answer === undefined) return null;
  if (scalar(answer)) return String(answer);
  if (!Array.isArray(answer) || !answer.every(scalar)) return JSON.stringify(answer);
  const data = new FormData();
  for (const item of answer) data.append(name, String(item));
  return data;
};
