/**
 * Dates as Taiwan's people and agencies write them → ISO. A year of four digits is A.D., a shorter one is of the Republic;
 * 民國前 counts from 1, and 元年 is 1. Day first is no style of Taiwan: it is refused, not guessed.
 */
import { dateInTaiwan, isIsoDate, isoDate } from './calendar.ts';
import { withDigits } from './numerals.ts';
import { plain } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading, Refusal } from './reading.ts';
import { gregorianYear } from './roc-year.ts';

export type DatePart = 'year' | 'month' | 'day';

/** What stands in the boxes of a date, or between its separators. */
export interface DateParts {
  /** 民國前. */
  readonly before: boolean;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export const dateExample = '民國 75 年 9 月 21 日';
const faulty = (part: DatePart | 'whole', chinese: string, english: string): Refusal<DatePart | 'whole'> =>
  refuse(part, chinese, english, dateExample);

/** Earlier years of four digits are a slip of the hand: the Gregorian calendar begins here. */
const calendarBegan = 1582;

/** → Gregorian; a year of four digits is that already, if it has no zero in front and no 民國. */
const yearOf = (digits: string, before: boolean, calendar: string | undefined): number | undefined => {
  const year = Number(digits);
  const western = calendar === '西元' || (calendar === undefined && !before && /^[1-9]\d{3}$/.test(digits));
  if (western) return year >= calendarBegan ? year : undefined;
  return year < 1000 || before ? gregorianYear(before ? -year : year) : undefined;
};

const judge = (year: number | undefined, month: number, day: number): string | Refusal<DatePart | 'whole'> => {
  if (year === undefined || year < 1 || year > 9999) {
    return faulty(
      'year',
      '年應為民國年或西元年，例如 75 或 1986',
      'has a year of the Republic or A.D., like 75 or 1986',
    );
  }
  if (month < 1 || month > 12) return faulty('month', '月應為 1 到 12', 'has a month from 1 to 12');
  const date = isoDate(year, month, day);
  if (date) return date;
  return day < 1 || day > 31
    ? faulty('day', '日應為 1 到 31', 'has a day from 1 to 31')
    : faulty('day', `那一年的 ${month} 月沒有 ${day} 日`, `has a day that month ${month} of that year has`);
};

const withOffset = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const clock =
  /(?:T| ?(?:上午|下午|[AP]M)? ?| )(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[AP]M)?$|(?<=[日號]) ?(?:上午|下午)? ?\d{1,2}[時點](?:\d{1,2}分)?(?:\d{1,2}秒)?$/;
const weekday = / ?(?:\((?:星期|週|周)?[一二三四五六日天]\)|(?:星期|週|周|禮拜)[一二三四五六日天])/;
const parted = /^(\d{1,4})(?: ?[-/.、,年] ?| )(\d{1,2})(?: ?[-/.、,月] ?| )(\d{1,2}) ?[日號]?\.?$/;
const compact = /^(\d{2,4})(\d{2})(\d{2})$/;
/** Full stops and middle dots, as a Chinese input method types them for `.`. */
const dots = /[。｡·‧・•∙⋅]/g;
/** A time in digits behind a day in digits, as databases write it: seconds included, or a number could be cut. */
const compactTime = /(?<=^(?:民國 ?)?\d{7,8})[T ]?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/;

interface Written {
  readonly calendar?: string;
  readonly before: boolean;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** Parts of a whole date in one text; undefined where the text is no known style. */
const split = (text: string): Written | undefined => {
  const bare = text
    .replace(dots, '.')
    .replace(compactTime, '')
    .replace(weekday, '')
    .replace(/ ?(?:出?生)$/, '');
  const [, era = '', rest = ''] =
    /^(?:中華)?((?:民國|民|西元|公元|A\.?D\.?)? ?前?) ?(.*)$/iu.exec(
      /[-/.:年月 ]\d/.test(bare) ? bare.replace(clock, '') : bare,
    ) ?? [];
  const minus = rest.startsWith('-');
  const before = era.endsWith('前') || minus;
  const calendar = /^民/.test(era) ? '民國' : /^(?:西|公|a)/i.test(era) ? '西元' : undefined;
  if (before && calendar === '西元') return undefined;
  const digits = withDigits(
    rest
      .slice(minus ? 1 : 0)
      .replace(/^ ?元 ?年/, '1年')
      .replace(/元 ?月/, '1月'),
  );
  const match = parted.exec(digits) ?? compact.exec(digits.replaceAll(' ', ''));
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  // Six digits may be a month A.D., 201906: where both could be meant it is neither.
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(digits) && !calendar && !before) return undefined;
  return { calendar, before, year, month, day };
};

const moment = (text: string): string | undefined => {
  if (!isIsoDate(withOffset.exec(text)?.[1] ?? '')) return undefined;
  const at = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(at.getTime()) ? undefined : dateInTaiwan(at);
};

/** A whole date in one text → ISO `YYYY-MM-DD`; a time behind it, a weekday and an offset are read along. */
export const readDate = (typed: string): Reading<string, DatePart> => {
  const text = plain(typed);
  const there = moment(text);
  if (there) return read(typed, there, there, ['words']);
  const written = split(text);
  if (!written) {
    return faulty('whole', '請填完整的年、月、日', 'has year, month and day');
  }
  const { calendar, before, year, month, day } = written;
  const date = judge(yearOf(year, before, calendar), Number(month), Number(day));
  if (typeof date !== 'string') return date;
  return read(typed, date, date, typed === date ? [] : ['calendar']);
};

const units: { readonly [part in DatePart]: RegExp } = { year: /年$/, month: /月$/, day: /[日號]$/ };

interface Box {
  readonly digits: string;
  readonly before: boolean;
  readonly calendar?: string;
}

/** What stands in one box → digits, `元年`, numerals and a unit typed along read; undefined where it is something else. */
const boxOf = (part: DatePart, typed: string): Box | undefined => {
  const [, era, before, rest = ''] =
    /^(?:中華)?(民國|民(?=前)|西元)?(前?)(.*)$/.exec(plain(typed).replaceAll(' ', '')) ?? [];
  if ((era || before) && part !== 'year') return undefined;
  if (before && !era?.startsWith('民')) return undefined;
  const bare = rest.replace(units[part], '');
  const digits = withDigits(part !== 'day' && bare === '元' ? '1' : bare);
  // 民國11 may be what a short box left of 民國114.
  if (!/^\d{1,4}$/.test(digits) || (era === '民國' && !before && /^1\d?$/.test(digits))) return undefined;
  return { digits, before: before !== '', ...(era && { calendar: era === '西元' ? era : '民國' }) };
};

const names: { readonly [part in DatePart]: readonly [chinese: string, english: string] } = {
  year: ['年', 'year'],
  month: ['月', 'month'],
  day: ['日', 'day'],
};
const order = ['year', 'month', 'day'] as const;

/** Whether one text may be a whole date, so that it is worth reading as one. */
export const mayBeWhole = (text: string): boolean => plain(text).length > 5;

/** Three boxes → ISO. A whole date that was pasted into any of them is read too. */
export const readDateParts = (parts: DateParts): Reading<string, DatePart> => {
  for (const part of order) {
    const whole = mayBeWhole(parts[part]) ? readDate(parts[part]) : undefined;
    if (whole && 'value' in whole) return whole;
  }
  const boxes: { [part in DatePart]?: Box } = {};
  for (const part of order) {
    const [chinese, english] = names[part];
    const box = boxOf(part, parts[part]);
    if (!box) {
      return plain(parts[part])
        ? faulty(part, `「${chinese}」請只填數字`, `has digits as its ${english}`)
        : faulty(part, `少了「${chinese}」`, `has a ${english}`);
    }
    boxes[part] = box;
  }
  const { year, month, day } = boxes as Required<typeof boxes>;
  const before = year.before || (parts.before && !/^[1-9]\d{3}$/.test(year.digits));
  const date = judge(yearOf(year.digits, before, year.calendar), Number(month.digits), Number(day.digits));
  if (typeof date !== 'string') return date;
  return { value: date, changed: year.digits.length === 4 ? ['calendar'] : [] };
};

/** Any known style of a day → ISO `YYYY-MM-DD`; undefined where it is no real day or no known style. */
export const parseDate = (text: string): string | undefined => {
  const reading = readDate(text);
  return 'value' in reading ? reading.value : undefined;
};

const monthStyles = [
  /^(?:中華)?((?:民國|民) ?前?|西元|公元)? ?(\d{1,4}) ?年 ?(\d{1,2}) ?月份?$/,
  /^(民國|西元)? ?(\d{1,4})(?: ?[-/.] ?| )(\d{1,2})$/,
  /^()([12]\d{3}|\d{2,3})(\d{2})$/,
] as const;

/** `201906`, `2019/06`, `10806`, `9906`, `108年6月` → `2019-06`. Four digits that may be a year A.D. alone are refused. */
export const parseMonth = (text: string): string | undefined => {
  const tidy = withDigits(
    plain(text)
      .replace(dots, '.')
      .replace(/元 ?年/, '1年')
      .replace(/元 ?月/, '1月'),
  );
  if (/^(?:19|20)\d{2}$/.test(tidy)) return undefined;
  for (const style of monthStyles) {
    const [, era, year, month] = style.exec(tidy) ?? [];
    if (year === undefined) continue;
    const calendar = era?.startsWith('民') ? '民國' : era ? '西元' : undefined;
    const gregorian = yearOf(year, era?.endsWith('前') ?? false, calendar);
    return gregorian === undefined ? undefined : isoDate(gregorian, Number(month), 1)?.slice(0, 7);
  }
  return undefined;
};
