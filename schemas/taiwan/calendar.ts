/** Real days of the Gregorian calendar, as ISO text. No Date object: no time zone can slip in. */
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const isRealDay = (year: number, month: number, day: number): boolean => {
  const length = lengths[month - 1];
  if (length === undefined || year < 1 || year > 9999) return false;
  return day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : length);
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Undefined where there is no such day. */
export const isoDate = (year: number, month: number, day: number): string | undefined =>
  isRealDay(year, month, day) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;

export const isIsoDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]));
};

/** Date and time in Taiwan (UTC+8 all year) at this moment: `2026-11-23T08:30:00`. */
export const localInTaiwan = (moment: Date): string =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);

/** The date in Taiwan at this moment. */
export const dateInTaiwan = (moment: Date): string => localInTaiwan(moment).slice(0, 10);

/** Midnight in Taiwan, at which the day begins; undefined where there is no such day. */
export const dayBegins = (day: string): Date | undefined =>
  isIsoDate(day) ? new Date(`${day}T00:00:00+08:00`) : undefined;
