/**
 * Three inputs and an era ↔ the answer. A whole real day is ISO; anything less stays as it was typed, `era year/month/day`,
 * so that a draft keeps it and the validation refuses it.
 */
import { isoDate } from '../../../schemas/taiwan/calendar.ts';
import { gregorianYear, rocDateOf } from '../../../schemas/taiwan/roc-date.ts';
import { tight } from '../tight.ts';

export interface RocDateParts {
  readonly before: boolean;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const republicBegan = 1912;

export const answerOf = ({ before, ...typed }: RocDateParts): string | undefined => {
  const [year, month, day] = [typed.year, typed.month, typed.day].map(tight) as [string, string, string];
  if (!year && !month && !day) return undefined;
  if ([year, month, day].every((part) => /^\d{1,4}$/.test(part))) {
    // A browser's autofill and many a passport give the Gregorian year.
    const full = +year >= republicBegan && !before ? +year : gregorianYear(before ? -year : +year);
    const iso = full !== undefined && isoDate(full, +month, +day);
    if (iso) return iso;
  }
  return `${before ? '-' : ''}${year}/${month}/${day}`;
};

export const partsOf = (answer: string | undefined): RocDateParts => {
  const date = answer ? rocDateOf(answer) : undefined;
  if (date) return { before: date.beforeRepublic, year: `${date.year}`, month: `${date.month}`, day: `${date.day}` };
  const [, minus, year = '', month = '', day = ''] = /^(-?)([^/]*)\/([^/]*)\/(.*)$/.exec(answer ?? '') ?? [];
  return { before: !!minus, year, month, day };
};

/** Whether 民國前 must be offered: the definition allows such dates, or the answer is one. */
export const mayBeBeforeRepublic = (earliest: string | undefined, answer: string | undefined): boolean =>
  (earliest !== undefined && earliest < `${republicBegan}`) || partsOf(answer).before;
