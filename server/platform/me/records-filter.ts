/** Which usage records are shown: period, service, dataset, outcome. In the address of the page, so nothing personal. */
import { dateInTaiwan, dayBegins } from '#schemas/taiwan/calendar.ts';
import { isOutcomeKind, type OutcomeKind } from './outcome.ts';
import { readPeriod } from '../../http/date-fields.ts';
import type { FieldError } from '../../http/typed-fields.ts';
import type { UsageRecord } from './records.ts';

export interface RecordsFilter {
  /** Days back from today, inclusive. */
  readonly days?: number;
  /** yyyy-MM-dd, Taiwan's days, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly service?: string;
  readonly dataset?: string;
  readonly outcome?: OutcomeKind;
}

export const periods = [
  { days: 7, name: '最近 7 天' },
  { days: 30, name: '最近 30 天' },
  { days: 90, name: '最近 3 個月' },
] as const;

/** What is not understood is left out: a filter never hides records by mistake of an address. A wrong day is told besides. */
export function readFilter(query: (name: string) => string | undefined): RecordsFilter {
  return readSearch(query).filter;
}

/** As `readFilter`, with what is wrong with the days: a wrong day is left out of the filter, like one before 1912. */
export function readSearch(query: (name: string) => string | undefined): {
  readonly filter: RecordsFilter;
  readonly mistakes: readonly FieldError[];
} {
  const days = periods.find((period) => String(period.days) === query('days'))?.days;
  const outcome = query('outcome');
  const { from, until, mistakes } = readPeriod(dateFields(query), ['from', '從哪一天'], ['to', '到哪一天']);
  const filter: RecordsFilter = {
    days,
    from: inRepublic(from),
    to: inRepublic(until),
    service: match(query('service'), /^(?:CLI\.[A-Za-z0-9]{10}|SELF)$/),
    dataset: match(query('dataset'), /^API\.\w{1,32}$/),
    outcome: isOutcomeKind(outcome) ? outcome : undefined,
  };
  return { filter, mistakes };
}

const match = (text: string | undefined, pattern: RegExp): string | undefined =>
  text !== undefined && pattern.test(text) ? text : undefined;

/** The fields of the two days, `from` and `to`, whole or in parts, as typed. */
export const dateFields = (
  query: (name: string) => string | undefined,
): { readonly [name: string]: string | undefined } =>
  Object.fromEntries(
    ['from', 'to'].flatMap((name) => ['', 'Year', 'Month', 'Day'].map((part) => [name + part, query(name + part)])),
  );

const inRepublic = (day: string | undefined): string | undefined =>
  day !== undefined && day >= '1912' ? day : undefined;

/** For links to other pages and exports of the same. */
export function filterQuery({ days, from, to, service, dataset, outcome }: RecordsFilter, page?: number): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined) query.set(name, String(value));
  };
  set('days', days);
  set('from', from);
  set('to', to);
  set('service', service);
  set('dataset', dataset);
  set('outcome', outcome);
  set('page', page === 1 ? undefined : page);
  const text = query.toString();
  return text && `?${text}`;
}

/** Which page is shown does not count. */
export const isFiltered = (filter: RecordsFilter): boolean => filterQuery(filter) !== '';

const dayMs = 24 * 60 * 60 * 1000;

const beginOf = (day: string): number => dayBegins(day)!.getTime();

/**
 * Keeps the order. A record belongs to the day in Taiwan on which it started; `days` and `from` hold both where both
 * are given.
 */
export function filterRecords(
  records: readonly UsageRecord[],
  { days, from, to, service, dataset, outcome }: RecordsFilter,
  now: Date,
): readonly UsageRecord[] {
  const today = beginOf(dateInTaiwan(now));
  const since = Math.max(days === undefined ? -Infinity : today - (days - 1) * dayMs, from ? beginOf(from) : -Infinity);
  const until = to ? beginOf(to) + dayMs : Infinity;
  return records.filter(
    (record) =>
      record.startedAt.getTime() >= since &&
      record.startedAt.getTime() < until &&
      (service === undefined || record.clientId === service) &&
      (dataset === undefined || record.datasets.some(({ id }) => id === dataset)) &&
      (outcome === undefined || record.outcome.kind === outcome),
  );
}

export const perPage = 10;

export interface Paged<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** A page that does not exist is the nearest one that does. */
export function pageOf<T>(rows: readonly T[], asked: string | undefined): Paged<T> {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, number), pages);
  return { rows: rows.slice((page - 1) * perPage, page * perPage), page, pages, total: rows.length };
}
