/**
 * Dates as Taiwan's agencies write them → ISO, and ISO → how people read them. The year of the Republic is
 * Gregorian − 1911; before 1912 it is 民國前, counted from 1, and there is no year 0.
 */
import { dateInTaiwan, isIsoDate, isoDate } from './calendar.ts';
import { toHalfWidth } from './full-width.ts';

/** −1 is 民國前1年. Undefined for 0, which does not exist. */
export const gregorianYear = (roc: number): number | undefined =>
  roc === 0 ? undefined : roc > 0 ? roc + 1911 : roc + 1912;

/** 1911 → −1, 1912 → 1. */
export const rocYear = (gregorian: number): number => (gregorian > 1911 ? gregorian - 1911 : gregorian - 1912);

const fromRoc = (year: number, month: string | undefined, day: string | undefined): string | undefined => {
  const gregorian = gregorianYear(year);
  return gregorian === undefined ? undefined : isoDate(gregorian, Number(month), Number(day));
};

const withOffset = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

const parsers: readonly ((text: string) => string | undefined | false)[] = [
  // Eight digits are Gregorian, seven are ROC; a leading minus is 民國前.
  (text) => {
    const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
  },
  (text) => {
    const match = /^(-?)(\d{3})(\d{2})(\d{2})$/.exec(text) ?? /^(-)(\d{2})(\d{2})(\d{2})$/.exec(text);
    return match !== null && fromRoc(Number(match[2]) * (match[1] ? -1 : 1), match[3], match[4]);
  },
  // Parts, padded or not. A year of four digits is Gregorian.
  (text) => {
    const match = /^(-?)(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
    if (match === null) return false;
    const year = Number(match[2]);
    if (match[2]?.length === 4) return match[1] ? undefined : isoDate(year, Number(match[3]), Number(match[4]));
    return fromRoc(match[1] ? -year : year, match[3], match[4]);
  },
  (text) => {
    const match = /^(?:中華)?(民國|民國前|民前|西元)?(-?\d{1,4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
    if (match === null) return false;
    const year = Number(match[2]);
    if (match[1] === '西元' || (match[1] === undefined && year > 999)) {
      return isoDate(year, Number(match[3]), Number(match[4]));
    }
    return fromRoc(match[1]?.endsWith('前') ? -Math.abs(year) : year, match[3], match[4]);
  },
  // A moment with its offset: the day it is in Taiwan.
  (text) => {
    const match = withOffset.exec(text);
    if (match === null) return false;
    if (!isIsoDate(match[1] ?? '')) return undefined;
    const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(moment.getTime()) ? undefined : dateInTaiwan(moment);
  },
];

/** Any known style of a day → ISO `YYYY-MM-DD`; undefined where it is no real day or no known style. */
export const parseDate = (text: string): string | undefined => {
  const tidy = toHalfWidth(text).replace(/\s/g, '');
  for (const parse of parsers) {
    const date = parse(tidy);
    if (date !== false) return date;
  }
  return undefined;
};

/** `201906` → `2019-06`; `10806`, `108年6月` and `108/06` too. Five digits are ROC, six Gregorian. */
export const parseMonth = (text: string): string | undefined => {
  const tidy = toHalfWidth(text).replace(/\s/g, '');
  const gregorian = /^((?:19|20)\d{2})-?(\d{2})$/.exec(tidy);
  const roc = /^(?:民國)?(\d{1,3})(?:年(\d{1,2})月|[/.-](\d{1,2}))$/.exec(tidy) ?? /^(\d{3})(\d{2})$/.exec(tidy);
  const day = gregorian
    ? isoDate(Number(gregorian[1]), Number(gregorian[2]), 1)
    : roc && fromRoc(Number(roc[1]), roc[2] ?? roc[3], '1');
  return day?.slice(0, 7);
};

export interface RocDate {
  readonly beforeRepublic: boolean;
  /** Counted from 1 in either direction. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Undefined where the text is no ISO date. */
export const rocDateOf = (iso: string): RocDate | undefined => {
  if (!isIsoDate(iso)) return undefined;
  const year = rocYear(Number(iso.slice(0, 4)));
  return {
    beforeRepublic: year < 0,
    year: Math.abs(year),
    month: Number(iso.slice(5, 7)),
    day: Number(iso.slice(8)),
  };
};

/** `2025-03-05` → 「民國114年3月5日」, `1911-02-12` → 「民國前1年2月12日」. */
export const formatRocDate = (iso: string): string | undefined => {
  const date = rocDateOf(iso);
  return date && `民國${date.beforeRepublic ? '前' : ''}${date.year}年${date.month}月${date.day}日`;
};

/** `2019-06` → 「民國108年6月」. */
export const formatRocMonth = (month: string): string | undefined => formatRocDate(`${month}-01`)?.replace(/1日$/, '');

/** `1980-01-01` → `0690101`, as the platform asks for a birthday; 民國前 with a leading minus. */
export const compactRocDate = (iso: string): string | undefined => {
  const date = rocDateOf(iso);
  if (!date) return undefined;
  const year = String(date.year).padStart(3, '0');
  return `${date.beforeRepublic ? '-' : ''}${year}${iso.slice(5, 7)}${iso.slice(8)}`;
};
