/** ISO dates → how people in Taiwan write and read them. Reading what they write: `read-date.ts`. */
import { isIsoDate } from './calendar.ts';
import { rocYear } from './roc-year.ts';

export { gregorianYear, rocYear } from './roc-year.ts';
export { parseDate, parseMonth } from './read-date.ts';

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
