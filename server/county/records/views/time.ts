import { localInTaiwan } from '#schemas/taiwan/calendar.ts';

/** In Taiwan, to the minute, for lists: `2026-11-23 09:05`. */
export const timeInTaiwan = (instant: Date | string): string =>
  localInTaiwan(new Date(instant)).slice(0, 16).replace('T', ' ');
