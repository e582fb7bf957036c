/**
 * Application numbers 案號 of a county: `CY1151123-4829137`, county, ROC date, six random digits, check digit (ISO 7064 mod
 * 11,10, which finds a mistyped one).
 */
import { withoutSpaces } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

export const applicationCheckDigit = (digits: string): number => {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
};

const example = 'CY1151123-4829137';

export const readApplicationNumber = (typed: string): Reading<string, 'length' | 'check'> => {
  const text = withoutSpaces(typed).toUpperCase().replaceAll('-', '');
  const [, prefix, date, random, check] = /^([A-Z]{2})(\d{7})(\d{6})(\d)$/.exec(text) ?? [];
  if (prefix === undefined || date === undefined || random === undefined) {
    return refuse(
      text.length === 16 ? 'whole' : 'length',
      text.length === 16
        ? '應為 2 個英文字母加 14 個數字'
        : `應為 2 個英文字母加 14 個數字，現在共 ${text.length} 個字`,
      'has two letters and 14 digits',
      example,
    );
  }
  const number = `${prefix}${date}-${random}${check}`;
  return applicationCheckDigit(date + random) === Number(check)
    ? read(typed, number, number)
    : refuse(
        'check',
        '最後一碼對不起來，請再核對每一碼',
        'does not fit its last digit; look at each digit again',
        example,
      );
};
