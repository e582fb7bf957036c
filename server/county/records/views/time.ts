/** In Taiwan, to the minute, for lists: `2026-11-23 09:05`. */
export const timeInTaiwan = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
