/**
 * Formats that a designer chooses by name, so that nobody has to write a regular expression. A form keeps the pattern itself:
 * it means the same wherever it is read, and is known again here. What a pattern can not say (check digits) it does not say.
 */
import { platePattern } from '../taiwan/plate.ts';
import type { Text } from '../text.ts';

export interface NamedPattern {
  readonly id: string;
  readonly name: Text;
  /** Where it is of a length: the shortest and the longest that can be chosen. */
  readonly lengths?: readonly [least: number, most: number];
  /** `length` only where there are `lengths`. */
  pattern(length: number): string;
  /** Passes the pattern. */
  example(length: number): string;
}

const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const fixed = (id: string, name: Text, pattern: string, example: string): NamedPattern => ({
  id,
  name,
  pattern: () => pattern,
  example: () => example,
});

const ofLength = (id: string, name: Text, one: string, letters: string): NamedPattern => ({
  id,
  name,
  lengths: [1, 40],
  pattern: (length) => `${one}{${length}}`,
  example: (length) => repeated(letters, length),
});

export const namedPatterns: readonly NamedPattern[] = [
  fixed('household-number', { 'zh-Hant': '戶號', en: 'Household number' }, '[A-Z][0-9A-Z]{7}', 'F1234567'),
  fixed('plate', { 'zh-Hant': '車牌號碼', en: 'Number plate' }, platePattern, 'ABC-1234'),
  fixed('business-number', { 'zh-Hant': '統一編號（8 碼）', en: 'Business number (8 digits)' }, '\\d{8}', '04595257'),
  fixed('mobile-barcode', { 'zh-Hant': '手機條碼', en: 'Mobile barcode' }, '/[0-9A-Z.+\\-]{7}', '/ABC1234'),
  fixed(
    'postcode',
    { 'zh-Hant': '郵遞區號（3、5 或 6 碼）', en: 'Postcode (3, 5 or 6 digits)' },
    '[0-9]{3}(?:[0-9]{2,3})?',
    '612009',
  ),
  ofLength('digits', { 'zh-Hant': '數字，固定碼數', en: 'Digits, so many' }, '[0-9]', '1234567890'),
  ofLength(
    'letters-digits',
    { 'zh-Hant': '英數字，固定碼數', en: 'Letters and digits, so many' },
    '[A-Za-z0-9]',
    'AB12345678',
  ),
  ofLength('capitals', { 'zh-Hant': '大寫英文字母，固定碼數', en: 'Capital letters, so many' }, '[A-Z]', 'ABCDEFGHIJ'),
];

export interface Known {
  readonly named: NamedPattern;
  readonly length: number;
}

/** Undefined for one that somebody wrote. */
export function knownPattern(pattern: string): Known | undefined {
  const length = Number(/\{(\d+)\}$/.exec(pattern)?.[1] ?? 0);
  const named = namedPatterns.find((one) => one.pattern(length) === pattern);
  return named && { named, length };
}

/** What stands below the question, so that a resident sees the shape before typing. */
export const hintFor = ({ named, length }: Known): Text => ({
  'zh-Hant': `例如 ${named.example(length)}`,
  en: `For example ${named.example(length)}`,
});
