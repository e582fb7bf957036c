/** A text of a named format is read by the reader of its kind; any other stays as it was typed. Pure. */
import { knownPattern } from '../../../schemas/form/named-patterns.ts';
import { readHouseholdNumber } from '../../../schemas/taiwan/household-number.ts';
import { tidyMobileBarcode } from '../../../schemas/taiwan/mobile-barcode.ts';
import { tight } from '../../../schemas/taiwan/plain-text.ts';
import { readPlate, tidyPlate } from '../../../schemas/taiwan/plate.ts';
import type { Reading } from '../../../schemas/taiwan/reading.ts';

const undashed = (text: string): string => tight(text).replaceAll('-', '');

const tidies: { readonly [format: string]: (text: string) => string } = {
  'household-number': (text) => undashed(text).toUpperCase(),
  plate: tidyPlate,
  'business-number': undashed,
  'mobile-barcode': tidyMobileBarcode,
  postcode: undashed,
  digits: undashed,
  'letters-digits': tight,
  capitals: (text) => tight(text).toUpperCase(),
};

const formatOf = (pattern: string | undefined): string => (pattern && knownPattern(pattern)?.named.id) || '';

export const parseText = (text: string, pattern?: string): string | undefined =>
  (tidies[formatOf(pattern)]?.(text) ?? text.trim()) || undefined;

export const readPatterned = (text: string, pattern: string | undefined): Reading<string> | undefined => {
  const format = formatOf(pattern);
  return format === 'plate' ? readPlate(text) : format === 'household-number' ? readHouseholdNumber(text) : undefined;
};
