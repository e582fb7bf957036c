/**
 * Application numbers 案號: `CY1151123-4829137`: county, ROC date of the day in Taiwan, six random digits, check digit.
 * Random so that one number does not tell the next; the check digit (ISO 7064 mod 11,10) finds a mistyped one.
 */
import { randomInt } from 'node:crypto';
import { dateInTaiwan } from '../../../schemas/taiwan/calendar.ts';
import { compactRocDate } from '../../../schemas/taiwan/roc-date.ts';

export function newApplicationNumber(
  prefix: string,
  now: Date,
  random: () => number = () => randomInt(1_000_000),
): string {
  const digits = `${compactRocDate(dateInTaiwan(now))}${String(random()).padStart(6, '0')}`;
  return `${prefix}${digits.slice(0, 7)}-${digits.slice(7)}${checkDigit(digits)}`;
}

/** → the number as it is kept, or undefined when it cannot be one. Spaces, small letters and full-width forms are forgiven. */
export function readApplicationNumber(text: string): string | undefined {
  const match = /^([A-Z]{2})(\d{7})-?(\d{6})(\d)$/.exec(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s‐-―−]/g, (dash) => (dash.trim() ? '-' : '')),
  );
  if (!match) return undefined;
  const [, prefix, date, random, check] = match;
  return checkDigit(`${date}${random}`) === Number(check) ? `${prefix}${date}-${random}${check}` : undefined;
}

function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}
