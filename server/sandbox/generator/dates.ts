/** Days and months as numbers, for drawing dates. The generator's today is a fixed day, so that it does not age. */
import type { Random } from './random.ts';

/** No record is younger than this. */
export const asOf = '2026-11-01';

/** @param iso begins with `YYYY-MM` → months since the year 0 */
export const monthOf = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number =>
  month === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (monthDays[month] ?? 31);

const two: readonly string[] = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

/** The way back: `YYYY-MM`. */
export const isoMonth = (month: number): string => `${Math.floor(month / 12)}-${two[(month % 12) + 1]}`;

/** The same day some months later or earlier; the last of a month stays the last. */
export const addMonths = (iso: string, months: number): string => {
  if (months === 0) return iso;
  const from = monthOf(iso);
  const day = Number(iso.slice(8, 10));
  const to = from + months;
  const last = daysIn(Math.floor(to / 12), to % 12);
  const wasLast = day === daysIn(Math.floor(from / 12), from % 12);
  return `${isoMonth(to)}-${two[wasLast || day > last ? last : day]}`;
};

/** A day (`YYYY-MM-DD`) from the first year to the last, both included. */
export const drawDay = (random: Random, fromYear: number, toYear: number): string => {
  const year = random.between(fromYear, Math.max(fromYear, toYear));
  const month = random.between(0, 11);
  return `${year}-${two[month + 1]}-${two[random.between(1, daysIn(year, month))]}`;
};

/** A day of the years given, moved back where it would be later than today. */
export const drawPastDay = (random: Random, fromYear: number, toYear: number): string => {
  const day = drawDay(random, fromYear, toYear);
  return day <= asOf ? day : addMonths(day, -12);
};

/** Of the common era, from `YYYY…`. */
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** Full years on the generator's today. */
export const ageOf = (birthDate: string): number =>
  yearOf(asOf) - yearOf(birthDate) - (asOf.slice(5) < birthDate.slice(5) ? 1 : 0);

/** 民國: 1 is 1912; years before are 0 and less. */
export const rocYearOf = (iso: string): number => yearOf(iso) - 1911;
