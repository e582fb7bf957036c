/** Moments as Taiwan's agencies write them → ISO with Taiwan's offset. Without an offset of its own a moment is Taiwan's. */
import { localInTaiwan } from './calendar.ts';
import { toHalfWidth } from './full-width.ts';
import { parseDate } from './roc-date.ts';

const withOffset = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const compact = /^(\d{7,8})(\d{2})(\d{2})(\d{2})?$/;
const parted = /^(.+?)(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const compactTime = /^(.+?)\s+(\d{2})(\d{2})(\d{2})?$/;
const inWords = /^(.+日)\s*(\d{1,2})[時點](\d{1,2})分(?:(\d{1,2})秒)?$/;

const inTaiwan = (moment: Date): string | undefined =>
  Number.isNaN(moment.getTime()) ? undefined : `${localInTaiwan(moment)}+08:00`;

const at = (date: string, hour: string, minute: string, second = '00'): string | undefined => {
  const day = parseDate(date);
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${day}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}+08:00`;
};

/**
 * `1141103083000`, `20251103083000`, `114/11/03 08:30`, `2025-11-03T08:30:00Z`, `114年11月3日8時30分` →
 * `2025-11-03T08:30:00+08:00`. A day without a time is its first moment; undefined where it is no real moment.
 */
export const parseMoment = (text: string): string | undefined => {
  const tidy = toHalfWidth(text).trim().replace(/\s+/g, ' ');
  const iso = withOffset.exec(tidy);
  if (iso) return parseDate(iso[1] ?? '') && inTaiwan(new Date(tidy.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
  for (const style of [inWords, parted, compactTime, compact]) {
    const [, date = '', hour = '', minute = '', second] = style.exec(tidy) ?? [];
    if (date) return at(date, hour, minute, second);
  }
  return at(tidy, '00', '00');
};
