/** ISO dates and times as residents of Taiwan read them. Pure; no time zone of the machine is used. */
import type { Language } from '../../schemas/text.ts';

const taipeiOffset = 8 * 3_600_000;

/** `2026-11-23` → `民國115年11月23日`; before 1912 `民國前1年…`. What is no ISO date comes back as it is. */
export const dateText = (iso: string, language: Language): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (!year || language === 'en') return iso;
  const roc = +year - 1911;
  return `民國${roc > 0 ? roc : `前${1 - roc}`}年${+month!}月${+day!}日`;
};

/** ISO 8601 with offset → the time on a clock in Taiwan, to the minute. */
export const timeText = (iso: string, language: Language): string => {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const local = new Date(at + taipeiOffset).toISOString();
  return `${dateText(local.slice(0, 10), language)} ${local.slice(11, 16)}`;
};
