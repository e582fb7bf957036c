/** New application numbers 案號 (their shape: `schemas/taiwan/application-number.ts`). Random so that one does not tell the next. */
import { randomInt } from 'node:crypto';
import { applicationCheckDigit } from '#schemas/taiwan/application-number.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { compactRocDate } from '#schemas/taiwan/roc-date.ts';

/**
 * @param random below a million; replaced in tests only → prefix, day of Taipei as seven digits (ROC era), `-`, six
 * random digits and the check digit. Whether it is taken the commit says (`number-taken`).
 */
export function newApplicationNumber(
  prefix: string,
  now: Date,
  random: () => number = () => randomInt(1_000_000),
): string {
  const digits = `${compactRocDate(dateInTaiwan(now))}${String(random()).padStart(6, '0')}`;
  return `${prefix}${digits.slice(0, 7)}-${digits.slice(7)}${applicationCheckDigit(digits)}`;
}
