/**
 * Three inputs and an era ↔ the answer. A whole real day is ISO; anything less stays as it was typed, its parts between
 * spaces, so that a draft keeps it and the validation refuses it.
 */
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { readDateParts } from '#schemas/taiwan/read-date.ts';
import type { DatePart, DateParts } from '#schemas/taiwan/read-date.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import type { Reading } from '#schemas/taiwan/reading.ts';
import { rocDateOf } from '#schemas/taiwan/roc-date.ts';

export type RocDateParts = DateParts;

const era = '前';

export const answerOf = (typed: RocDateParts): string | undefined => {
  const boxes = [typed.year, typed.month, typed.day].map(withoutSpaces);
  if (!boxes.some(Boolean)) return undefined;
  const reading = readDateParts(typed);
  return isRead(reading) ? reading.value : [typed.before ? era : '', ...boxes].join(' ');
};

/** Drafts of before have `-year/month/day` where a day is not whole. */
const old = /^(-?)([^/]*)\/([^/]*)\/(.*)$/;

export const partsOf = (answer: string | undefined): RocDateParts => {
  const date = answer ? rocDateOf(answer) : undefined;
  if (date) return { before: date.beforeRepublic, year: `${date.year}`, month: `${date.month}`, day: `${date.day}` };
  const [mark = '', year = '', month = '', day = ''] = answer?.includes(' ')
    ? answer.split(' ')
    : (old.exec(answer ?? '') ?? []).slice(1);
  return { before: mark !== '', year, month, day };
};

/** An answer, whole or as it was typed. */
export const readAnswer = (answer: string): Reading<string, DatePart> => readDateParts(partsOf(answer));

/** Whether 民國前 must be offered: the definition allows such dates, or the answer is one. */
export const mayBeBeforeRepublic = (earliest: string | undefined, answer: string | undefined): boolean =>
  (earliest !== undefined && earliest < '1912') || partsOf(answer).before;
