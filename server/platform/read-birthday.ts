/** Birthdays as the identity screen asks them: seven digits, ROC year first (0690101). Writing them: `compactRocDate`. */
import { tight } from '../../schemas/taiwan/plain-text.ts';
import { readDate } from '../../schemas/taiwan/read-date.ts';
import { isRead } from '../../schemas/taiwan/reading.ts';
import { compactRocDate } from '../../schemas/taiwan/roc-date.ts';

/** Any style of a day → seven digits; undefined when it is no such date. Nobody alive was born before the Republic. */
export function readRocBirthday(typed: string): string | undefined {
  const text = tight(typed);
  // Six digits can be no month here, as they may be in a table.
  const reading = readDate(/^\d{6}$/.test(text) ? `0${text}` : typed);
  const seven = isRead(reading) ? compactRocDate(reading.value) : undefined;
  return seven !== undefined && /^\d{7}$/.test(seven) ? seven : undefined;
}
