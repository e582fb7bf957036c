/**
 * A date in a form of a page: three boxes called `{name}Year`, `{name}Month`, `{name}Day` (and `{name}Era`, `-` before the
 * Republic), or one field `{name}` in any style, as scripts send it.
 */
import { readBirthday } from '#schemas/taiwan/read-birthday.ts';
import { readDate, readDateParts, type DatePart, type DateParts } from '#schemas/taiwan/read-date.ts';
import { isRead, type Reading } from '#schemas/taiwan/reading.ts';
import { rocDateOf } from '#schemas/taiwan/roc-date.ts';
import { dateError, type FieldError } from './typed-fields.ts';

type Form = Readonly<Record<string, unknown>>;

const textOf = (form: Form, name: string): string => {
  const value = form[name];
  return typeof value === 'string' && value.length <= 200 ? value : '';
};

/** As typed; one field alone stands in the box of the year. */
export function typedDate(form: Form, name: string): DateParts {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => textOf(form, name + part)) as [
    string,
    string,
    string,
  ];
  const before = textOf(form, `${name}Era`) === '-';
  return year.trim() || month.trim() || day.trim()
    ? { before, year, month, day }
    : { before, year: textOf(form, name), month: '', day: '' };
}

/** Nothing was typed. */
export const isBlankDate = ({ year, month, day }: DateParts): boolean => !(year + month + day).trim();

const inOneText = ({ year, month, day }: DateParts): boolean => year.trim().length > 4 && !month.trim() && !day.trim();

/** → `YYYY-MM-DD`, or what is wrong and with which part */
export const readDateFields = (form: Form, name: string): Reading<string, DatePart> => {
  const typed = typedDate(form, name);
  return inOneText(typed) ? readDate(typed.year) : readDateParts(typed);
};

/** @param today ISO */
export const readBirthdayFields = (form: Form, name: string, today: string): Reading<string, DatePart> => {
  const typed = typedDate(form, name);
  return readBirthday(inOneText(typed) ? typed.year : typed, today);
};

/** What the boxes show of a day; undefined where there is none. */
export function datePartsOf(iso: string | undefined): DateParts | undefined {
  const date = iso === undefined ? undefined : rocDateOf(iso);
  return date && { before: date.beforeRepublic, year: `${date.year}`, month: `${date.month}`, day: `${date.day}` };
}

/** What the boxes show again: a day that was understood in its parts, else what was typed. */
export const shownDate = (typed: DateParts, reading: Reading<string, DatePart>): DateParts =>
  (isRead(reading) ? datePartsOf(reading.value) : undefined) ?? typed;

/** The same, of a form that was sent. */
export const shownDateFields = (form: Form, name: string): DateParts =>
  shownDate(typedDate(form, name), readDateFields(form, name));

export interface Period {
  /** ISO days, both inclusive; absent where nothing was typed, or nothing that can be read. */
  readonly from?: string;
  readonly until?: string;
  readonly mistakes: readonly FieldError[];
}

type Bound = readonly [name: string, label: string];

/** From which day until which a list is shown. What cannot be read is named, and never falls away unsaid. */
export function readPeriod(form: Form, from: Bound, until: Bound): Period {
  const mistakes: FieldError[] = [];
  const dayOf = ([name, label]: Bound): string | undefined => {
    if (isBlankDate(typedDate(form, name))) return undefined;
    const reading = readDateFields(form, name);
    if (isRead(reading)) return reading.value;
    mistakes.push(dateError(name, label, reading));
    return undefined;
  };
  const [begin, end] = [dayOf(from), dayOf(until)];
  if (begin !== undefined && end !== undefined && end < begin)
    mistakes.push({ field: `${until[0]}Year`, text: `${until[1]}：不能早於${from[1]}。` });
  return { from: begin, until: end, mistakes };
}

/** With each day in one field, ISO where it was understood: for links and forms that carry it on. */
export const withDays = <F extends Form>(form: F, names: readonly string[]): F => ({
  ...form,
  ...Object.fromEntries(
    names.flatMap((name) => {
      const reading = readDateFields(form, name);
      return isRead(reading) ? [[name, reading.value]] : [];
    }),
  ),
});
