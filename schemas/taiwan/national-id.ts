/**
 * 身分證統一編號, 外來人口統一證號 (new, since 2021-01-02) and the old resident number. One checksum for all:
 * the letter counts as two digits, and in the old resident number the second letter counts by its units digit.
 * Only upper case passes; `tidyId` makes typed text so.
 */
import { plain, withoutSpaces } from './plain-text.ts';

/** A letter's value is 10 + its place here. */
const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const weights = [8, 7, 6, 5, 4, 3, 2, 1, 1];

const letterValue = (letter: string): number => 10 + letters.indexOf(letter);

const checksumHolds = (first: string, rest: readonly number[]): boolean => {
  const value = letterValue(first);
  const head = Math.floor(value / 10) + (value % 10) * 9;
  return rest.reduce((sum, digit, place) => sum + digit * (weights[place] ?? 0), head) % 10 === 0;
};

const digitsOf = (text: string): number[] => Array.from(text, Number);

/** 國民身分證: `[A-Z][12]` and eight digits. */
export const isCitizenId = (text: string): boolean =>
  /^[A-Z][12]\d{8}$/.test(text) && checksumHolds(text.charAt(0), digitsOf(text.slice(1)));

/** 新式外來人口統一證號: second character 8 (male) or 9 (female). */
export const isResidentNumber = (text: string): boolean =>
  /^[A-Z][89]\d{8}$/.test(text) && checksumHolds(text.charAt(0), digitsOf(text.slice(1)));

/** The day on which the old resident number stops being one. */
const oldResidentNumberEnds = '2031-01-01';

/** 舊式居留證統一證號: two letters, the second A–D. `on`: ISO date; without it the end is not looked at. */
export const isOldResidentNumber = (text: string, on?: string): boolean =>
  (on === undefined || on < oldResidentNumberEnds) &&
  /^[A-Z][A-D]\d{8}$/.test(text) &&
  checksumHolds(text.charAt(0), [letterValue(text.charAt(1)) % 10, ...digitsOf(text.slice(2))]);

/** Any of the three: whoever holds one can fill in a form. */
export const isNationalId = (text: string): boolean =>
  isCitizenId(text) || isResidentNumber(text) || isOldResidentNumber(text);

/** What the second character says; undefined when the text is not an id. */
export const sexOfId = (text: string): 'M' | 'F' | undefined => {
  if (!isNationalId(text)) return undefined;
  return '18AC'.includes(text.charAt(1)) ? 'M' : 'F';
};

/** Whether free text, however it is written, has somebody's id in it. */
export const namesNationalId = (text: string): boolean =>
  [
    ...plain(text)
      .toUpperCase()
      .matchAll(/(?=([A-Z][A-D1289]\d{8}))/g),
  ].some(([, id = '']) => isNationalId(id));

/**
 * Typed text → upper case, half-width, no spaces; dashes go where an id is left without them (foreign papers have numbers
 * with dashes of their own). Not checked: see `readNationalId`.
 */
export const tidyId = (text: string): string => {
  const id = withoutSpaces(text).toUpperCase();
  const joined = id.replaceAll('-', '');
  return /^[A-Z][A-Z\d]\d{8}$/.test(joined) ? joined : id;
};
