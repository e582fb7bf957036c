/** ISO dates and times as residents of Taiwan read them. Pure; no time zone of the machine is used. */
import type { Language } from '#schemas/text.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';

/** `2026-11-23` → 「民國115年11月23日」; in English, and where it is no ISO date, the text as it is. */
export const dateText = (iso: string, language: Language): string =>
  (language === 'zh-Hant' && formatRocDate(iso)) || iso;

/** ISO 8601 with offset → the time on a clock in Taiwan, to the minute. */
export const timeText = (iso: string, language: Language): string => {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const local = new Date(at + 8 * 3_600_000).toISOString();
  return `${dateText(local.slice(0, 10), language)} ${local.slice(11, 16)}`;
};

/** The same, the hour alone: 「16:05」. */
export const clockText = (iso = ''): string => timeText(iso, 'zh-Hant').slice(-5);
