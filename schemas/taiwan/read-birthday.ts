/** Birthdays of living people, as they write them → ISO. */
import { withoutSpaces } from './plain-text.ts';
import { dateExample, readDate, readDateParts } from './read-date.ts';
import type { DatePart, DateParts } from './read-date.ts';
import { isRead, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

/** Six digits can be no month here, as they may be in a table. */
const seven = (text: string): string => (/^\d{6}$/.test(withoutSpaces(text)) ? `0${withoutSpaces(text)}` : text);

/** 101123 may be of the year 10 and of the year 101, and both may be alive. */
const mayBeTwo = (text: string): boolean => /^1[01]\d{4}$/.test(withoutSpaces(text));

/**
 * @param typed three boxes, or one text
 * @param today ISO; with it no birthday is later
 */
export const readBirthday = (typed: DateParts | string, today?: string): Reading<string, DatePart> => {
  if ((typeof typed === 'string' ? [typed] : [typed.year, typed.month, typed.day]).some(mayBeTwo))
    return refuse('whole', '請寫成 7 位數，或用「/」分開年、月、日', 'has seven digits, or slashes in it', dateExample);
  const reading =
    typeof typed === 'string'
      ? readDate(seven(typed))
      : readDateParts({ ...typed, year: seven(typed.year), month: seven(typed.month), day: seven(typed.day) });
  if (!isRead(reading)) return reading;
  // Nobody alive was born before the Republic.
  if (reading.value < '1912')
    return refuse('year', '年不會早於民國元年', 'has no year before that of the Republic', dateExample);
  return today !== undefined && reading.value > today
    ? refuse('year', '不會晚於今天，請再看一次年份', 'is not later than today; look at the year', dateExample)
    : reading;
};
