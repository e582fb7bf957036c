/**
 * A date in a form of a page: three boxes called `{name}Year`, `{name}Month`, `{name}Day` (and `{name}Era`, `-` before the
 * Republic), or one field `{name}` in any style, as scripts send it.
 */
import { readBirthday } from '../../schemas/taiwan/read-birthday.ts';
import { readDate, readDateParts, type DatePart, type DateParts } from '../../schemas/taiwan/read-date.ts';
import { isRead, type Reading } from '../../schemas/taiwan/reading.ts';
import { rocDateOf } from '../../schemas/taiwan/roc-date.ts';

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

export const readDateFields = (form: Form, name: string): Reading<string, DatePart> => {
  const typed = typedDate(form, name);
  return inOneText(typed) ? readDate(typed.year) : readDateParts(typed);
};

/** @param today ISO */
export const readBirthdayFields = (form: Form, name: string, today: string): Reading<string, DatePart> => {
  const typed = typedDate(form, name);
  return readBirthday(inOneText(typed) ? typed.year : typed, today);
};

/** What the boxes show again: a day that was understood in its parts, else what was typed. */
export function shownDate(typed: DateParts, reading: Reading<string, DatePart>): DateParts {
  const date = isRead(reading) ? rocDateOf(reading.value) : undefined;
  if (!date) return typed;
  return { before: date.beforeRepublic, year: `${date.year}`, month: `${date.month}`, day: `${date.day}` };
}
