import type { AnswerValue } from '#schemas/form/answers.ts';

/** Deep equality of two answers; an absent key equals an undefined one. */
export const sameAnswer = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as { readonly [key: string]: AnswerValue | undefined };
  const right = b as { readonly [key: string]: AnswerValue | undefined };
  return [...Object.keys(left), ...Object.keys(right)].every((key) => sameAnswer(left[key], right[key]));
};
