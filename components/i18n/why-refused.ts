/** Why an answer is no value of its kind, by the one reader of that kind: which part, and the right form. Pure. */
import type { Field } from '#schemas/form/definition.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import type { Refusal } from '#schemas/taiwan/reading.ts';
import { wordsOf } from '../fields/words.ts';

/** @param part of an account, where the answer has parts. Undefined where the reader has nothing against it. */
export const whyRefused = (field: Field, data: unknown, part?: string): Refusal | undefined => {
  const { read, readPart } = wordsOf(field);
  const reading = readPart ? readPart(data, part) : typeof data === 'string' ? read?.(data, field) : undefined;
  return reading && !isRead(reading) ? reading : undefined;
};
