/**
 * A text of a named format is read by the reader of its kind. One that has to fit a pattern of the form's author is tidied no
 * further than the pattern asks; any other stays as it was typed. Pure.
 */
import { knownPattern } from '#schemas/form/named-patterns.ts';
import { wholeValue } from '#schemas/form/written-pattern.ts';
import { readHouseholdNumber } from '#schemas/taiwan/household-number.ts';
import { tidyMobileBarcode } from '#schemas/taiwan/mobile-barcode.ts';
import { plain, withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { readPlate, tidyPlate } from '#schemas/taiwan/plate.ts';
import type { Reading } from '#schemas/taiwan/reading.ts';

const undashed = (text: string): string => withoutSpaces(text).replaceAll('-', '');

/** A number or code written in groups is one; `1-5` is not 15. */
const shortest = 6;
const joined = (text: string): string => {
  const whole = undashed(text);
  return whole.length < shortest ? withoutSpaces(text) : whole;
};

const tidies: { readonly [format: string]: (text: string) => string } = {
  'household-number': (text) => undashed(text).toUpperCase(),
  plate: tidyPlate,
  'business-number': undashed,
  'mobile-barcode': tidyMobileBarcode,
  postcode: undashed,
  digits: joined,
  'letters-digits': withoutSpaces,
  capitals: (text) => withoutSpaces(text).toUpperCase(),
};

/** From what was typed to what is least like it. */
const writings: readonly ((text: string) => string)[] = [
  plain,
  withoutSpaces,
  joined,
  (text) => withoutSpaces(text).toUpperCase(),
  (text) => joined(text).toUpperCase(),
  (text) => withoutSpaces(text).toLowerCase(),
];

function fitting(text: string, pattern: string): string {
  let whole: RegExp;
  try {
    whole = new RegExp(wholeValue(pattern), 'u');
  } catch {
    return text;
  }
  if (whole.test(text)) return text;
  return writings.map((write) => write(text)).find((written) => written && whole.test(written)) ?? text;
}

const formatOf = (pattern: string | undefined): string => (pattern && knownPattern(pattern)?.named.id) || '';

export function parseText(text: string, pattern?: string): string | undefined {
  const tidied = tidies[formatOf(pattern)]?.(text);
  if (tidied !== undefined) return tidied || undefined;
  return (pattern ? fitting(text.trim(), pattern) : text.trim()) || undefined;
}

export const readPatterned = (text: string, pattern: string | undefined): Reading<string> | undefined => {
  const format = formatOf(pattern);
  return format === 'plate' ? readPlate(text) : format === 'household-number' ? readHouseholdNumber(text) : undefined;
};
