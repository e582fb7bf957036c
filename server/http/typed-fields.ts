/** What a page says beside a field whose text is not what is asked: the reader's reason, and the right form. */
import type { DatePart } from '#schemas/taiwan/read-date.ts';
import type { Refusal } from '#schemas/taiwan/reading.ts';

export interface FieldError {
  /** Id of the input. */
  readonly field: string;
  /** What to do about it; never what was typed. */
  readonly text: string;
}

/** @param label of the field → one sentence, with an example unless the reason has one */
export const refusalText = (label: string, { reason, example }: Refusal): string => {
  const why = `${label}：${reason['zh-Hant']}`;
  return why.includes('例如') ? `${why}。` : `${why}。例如 ${example}`;
};

const boxes: { readonly [part in DatePart]: string } = { year: 'Year', month: 'Month', day: 'Day' };

/** The box that cannot be; the first, where none can be named. */
export const dateBox = (name: string, { part }: Refusal<DatePart | 'whole'>): string =>
  name + (part === 'whole' ? boxes.year : boxes[part]);

/** Of a date in three boxes: at the box that cannot be. */
export const dateError = (name: string, label: string, refusal: Refusal<DatePart | 'whole'>): FieldError => ({
  field: dateBox(name, refusal),
  text: refusalText(label, refusal),
});
