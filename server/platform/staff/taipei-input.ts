/** Dates and times as forms give them, in Taiwan's time (no summer time). */
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { parseDate } from '#schemas/taiwan/read-date.ts';

const offset = '+08:00';

/** `2026-11-23T08:30`, or a day in any style → that instant; undefined for anything else. */
export function fromTaipei(text: string | undefined): Date | undefined {
  const typed = text?.trim() ?? '';
  const [, given, time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?$/.exec(typed) ?? [];
  const date = given ?? (/[T:]/.test(typed) ? undefined : parseDate(typed));
  const at = date === undefined ? undefined : new Date(`${date}T${time}:00${offset}`);
  // 2026-02-30 would become a day in March.
  return at && !Number.isNaN(at.getTime()) && toTaipei(at).startsWith(date ?? '') ? at : undefined;
}

/** The day after, for "until and with this day". */
export function afterTaipeiDay(text: string | undefined): Date | undefined {
  const day = fromTaipei(text);
  return day && new Date(day.getTime() + 24 * 60 * 60 * 1000);
}

/** → `2026-11-23T08:30` */
export const toTaipei = (at: Date): string => localInTaiwan(at).slice(0, 16);
