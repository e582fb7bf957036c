/** What becomes of the rows of a group by each edit. Pure; rows are never changed in place. */
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';

export type Rows = readonly Answers[];

export const withAnswer = (rows: Rows, row: number, field: string, value: AnswerValue | undefined): Rows =>
  rows.map((answers, index) => {
    if (index !== row) return answers;
    const { [field]: _, ...rest } = answers;
    return value === undefined ? rest : { ...rest, [field]: value };
  });

export const withoutRow = (rows: Rows, row: number): Rows => rows.filter((_, index) => index !== row);

export const withRowAt = (rows: Rows, row: number, answers: Answers): Rows => [
  ...rows.slice(0, row),
  answers,
  ...rows.slice(row),
];

/** No more rows than there is an answer for, but at least `least` of them, blank. */
export const atLeast = (rows: Rows | undefined, least: number): Rows => {
  const given = rows ?? [];
  return given.length >= least ? given : [...given, ...Array.from({ length: least - given.length }, () => ({}))];
};
