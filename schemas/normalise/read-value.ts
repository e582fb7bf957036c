/** One cell of a payload → its normal value. `unreadable`: something stands there, but it is no such thing. */
import type { JsonValue, NormalValue } from '../datasets/types.ts';
import { readAmount } from '../taiwan/amount.ts';
import { parseMoment } from '../taiwan/moment.ts';
import { tidyId } from '../taiwan/national-id.ts';
import { plain, withoutSpaces } from '../taiwan/plain-text.ts';
import { parseDate, parseMonth } from '../taiwan/read-date.ts';
import { valueOf } from '../taiwan/reading.ts';
import { isMissing } from './missing.ts';
import type { ValueColumn, ValueKind } from './shape.ts';

export type Reading =
  | { readonly is: 'missing' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'wrong-type' }
  | { readonly is: 'value'; readonly value: NormalValue };

const missing: Reading = { is: 'missing' };
const unreadable: Reading = { is: 'unreadable' };
const wrongType: Reading = { is: 'wrong-type' };
const value = (read: NormalValue | undefined): Reading =>
  read === undefined ? unreadable : { is: 'value', value: read };

/**
 * Control characters, and marks of width nothing that copying leaves behind, have no place in a name or an address;
 * everything else, private-use characters and variation selectors too, stays.
 */
const tidyText = (text: string): string =>
  text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .trim();

const asText = (cell: JsonValue): string | undefined =>
  typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : undefined;

const readTexts = (cell: JsonValue): Reading => {
  const texts: string[] = [];
  for (const item of Array.isArray(cell) ? (cell as readonly JsonValue[]) : [cell]) {
    if (isMissing(item)) continue;
    const text = asText(item);
    if (text === undefined) return wrongType;
    texts.push(tidyText(text));
  }
  return texts.length ? value(texts) : missing;
};

const amountIn = (text: string): number | undefined => valueOf(readAmount(text));

/** Of a spreadsheet that took it for a number: the zeros in front are gone. */
const businessNumberIn = (text: string): string => {
  const plain = withoutSpaces(text).replaceAll('-', '');
  const [, number] = /^=?"?(\d{6,8})(?:\.0)?"?$/.exec(plain) ?? [];
  return number?.padStart(8, '0') ?? plain;
};

/** A word in the place of a code is what the agency means to say; a code that is in no table says nothing. */
const labelOf = (text: string, labels: { readonly [code: string]: string }): string | undefined => {
  const tidy = tidyText(plain(text));
  const key = [tidy, tidy.toUpperCase()].find((one) => Object.hasOwn(labels, one));
  if (key !== undefined) return labels[key];
  return /^[A-Za-z0-9]+$/.test(tidy) ? undefined : tidyText(text);
};

/** JPEG begins with FF D8 FF, PNG with 89 50 4E 47: in Base64 these. */
const imageIn = (text: string): string | undefined => {
  const bare = text.replace(/^data:image\/[a-z]+;base64,/i, '').replace(/\s/g, '');
  return /^(?:\/9j\/|iVBORw0KGgo)[A-Za-z0-9+/]*={0,2}$/.test(bare) ? bare : undefined;
};

const readers: Readonly<
  Record<Exclude<ValueKind, 'texts'>, (text: string, column: ValueColumn) => NormalValue | undefined>
> = {
  text: tidyText,
  'national-id': tidyId,
  'business-number': businessNumberIn,
  date: (text) => parseDate(text) ?? parseMonth(text),
  month: (text) => parseMonth(text) ?? parseDate(text)?.slice(0, 7),
  'date-time': parseMoment,
  number: amountIn,
  money: amountIn,
  code: (text, { labels = {} }) => labelOf(text, labels),
  image: imageIn,
};

export const readValue = (column: ValueColumn, cell: JsonValue | undefined): Reading => {
  if (cell === undefined || isMissing(cell)) return missing;
  const { kind } = column;
  if (kind === 'texts') return readTexts(cell);
  if (typeof cell === 'number') {
    if (kind === 'number' || kind === 'money') return value(cell);
    if (kind === 'business-number') return value(String(cell).padStart(8, '0'));
  }
  const text = kind === 'code' && typeof cell === 'boolean' ? String(cell) : asText(cell);
  return text === undefined ? wrongType : value(readers[kind](text, column));
};
