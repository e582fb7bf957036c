/** A time of day as people write it → `HH:MM` of 24 hours. */
import { plain } from './plain-text.ts';
import { read, refuse, type Reading } from './reading.ts';

type TimePart = 'hour' | 'minute';

const half = '(上午|下午|凌晨|早上|中午|晚上|[AP]\\.?M\\.?)?';
const parted = new RegExp(`^${half} ?(\\d{1,2}) ?[:點時] ?(\\d{1,2}|半)? ?分? ?${half}$`, 'i');
/** Without a mark between them four digits are needed: 930 may be 9:30 or a slip. */
const compact = /^()(\d{2})(\d{2})()$/;
const hourAlone = new RegExp(`^${half} ?(\\d{1,2}) ?${half}$`, 'i');

const late = /^(下午|晚上|中午|P\.?M\.?)$/i;
const early = /^(上午|凌晨|早上|A\.?M\.?)$/i;

/** 下午 3 is 15, 凌晨 12 is 0, 中午 12 is noon; undefined where the half of the day and the hour contradict each other. */
function hourOf(hour: number, word: string): number | undefined {
  if (late.test(word)) return hour > 12 ? hour : hour === 12 || (word === '中午' && hour === 11) ? hour : hour + 12;
  if (early.test(word)) return hour > 12 ? undefined : hour % 12;
  return hour;
}

const wrong = <Part extends TimePart | 'whole'>(part: Part, zh: string, en: string) => refuse(part, zh, en, '14:30');

export function readTime(typed: string): Reading<string, TimePart> {
  const text = plain(typed);
  const match = parted.exec(text) ?? compact.exec(text);
  if (!match) {
    const [, before = '', hour, after = ''] = hourAlone.exec(text) ?? [];
    // 「下午3」 says it all, a bare 3 does not.
    if (hour !== undefined && (before || after)) return readTime(`${before}${hour}:00${after}`);
    return wrong('whole', '要有時和分', 'has an hour and minutes');
  }
  const [, before = '', hourText, minuteText = '00', after = ''] = match;
  const hour = hourOf(Number(hourText), before || after);
  const minute = minuteText === '半' ? 30 : Number(minuteText);
  if (before && after) return wrong('whole', '的上午或下午只要寫一次', 'says morning or afternoon once');
  if (hour === undefined || hour > 23) return wrong('hour', '的時應為 0 到 23', 'has an hour from 0 to 23');
  if (minute > 59 || /^\d$/.test(minuteText))
    return wrong('minute', '的分應為 00 到 59 兩位數', 'has minutes of two digits, 00 to 59');
  const value = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return read(typed, value, value, before || after ? ['words'] : []);
}
