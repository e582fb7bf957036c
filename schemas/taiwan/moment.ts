/** Moments as Taiwan's agencies write them → ISO with Taiwan's offset. Without an offset of its own a moment is Taiwan's. */
import { localInTaiwan } from './calendar.ts';
import { plain } from './plain-text.ts';
import { parseDate } from './read-date.ts';

const withOffset = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const compact = /^(\d{7,8})()(\d{2})(\d{2})(\d{2})?$/;
const half = '(上午|下午|凌晨|早上|中午|晚上|[AP]M)?';
const parted = new RegExp(`^(.+?)(?:T| ?${half} ?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)? ?([AP]M)?$`, 'i');
const compactTime = /^(.+?) ()(\d{2})(\d{2})(\d{2})?$/;
const inWords = new RegExp(`^(.+日) ?${half} ?(\\d{1,2})[時點](?:(\\d{1,2})分)?(?:(\\d{1,2})秒)?$`);

const inTaiwan = (moment: Date): string | undefined =>
  Number.isNaN(moment.getTime()) ? undefined : `${localInTaiwan(moment)}+08:00`;

/** 下午 3 is 15; 上午 12 is 0, 下午 and 中午 12 are noon. What is past noon already stays. */
const hourOf = (hour: string, half = ''): string => {
  const number = Number(hour);
  if (/^(?:下午|晚上|中午|PM)$/i.test(half))
    return String(number < 12 && !(half === '中午' && number === 11) ? number + 12 : number);
  return half && number === 12 ? '0' : hour;
};

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
  const tidy = plain(text);
  const iso = withOffset.exec(tidy);
  if (iso) return parseDate(iso[1] ?? '') && inTaiwan(new Date(tidy.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
  for (const style of [inWords, parted, compactTime, compact]) {
    const [, date = '', before, hour = '', minute = '00', second, behind] = style.exec(tidy) ?? [];
    if (date) return at(date, hourOf(hour, before ?? behind), minute, second);
  }
  return at(tidy, '00', '00');
};
