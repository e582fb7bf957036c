/** One cell of a payload → its normal value. `unreadable`: something stands there, but it is no such thing. */
import type { JsonValue, NormalValue } from '../datasets/types.ts';
import { toHalfWidth } from '../taiwan/full-width.ts';
import { tidyId } from '../taiwan/national-id.ts';
import { parseDate, parseMonth } from '../taiwan/roc-date.ts';
import { isMissing } from './missing.ts';
import type { ValueColumn } from './shape.ts';

export type Reading =
  | { readonly is: 'missing' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'wrong-type' }
  | { readonly is: 'value'; readonly value: NormalValue };

const missing: Reading = { is: 'missing' };
const unreadable: Reading = { is: 'unreadable' };
const wrongType: Reading = { is: 'wrong-type' };
const value = (read: NormalValue): Reading => ({ is: 'value', value: read });

/** Control characters have no place in a name or an address; everything else, private-use characters too, stays. */
// eslint-disable-next-line no-control-regex
const tidyText = (text: string): string => text.replace(/[\u0000-\u001f\u007f]/g, ' ').trim();

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

const readNumber = (cell: JsonValue): Reading => {
  if (typeof cell === 'number') return value(cell);
  const text = asText(cell);
  if (text === undefined) return wrongType;
  const plain = toHalfWidth(text).replace(/[,\s]/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? value(Number(plain)) : unreadable;
};

export const readValue = (kind: ValueColumn['kind'], cell: JsonValue | undefined): Reading => {
  if (cell === undefined || isMissing(cell)) return missing;
  if (kind === 'texts') return readTexts(cell);
  if (kind === 'number') return readNumber(cell);
  const text = asText(cell);
  if (text === undefined) return wrongType;
  if (kind === 'national-id') return value(tidyId(text));
  if (kind === 'text') return value(tidyText(text));
  const date = parseDate(text) ?? parseMonth(text);
  return date === undefined ? unreadable : value(date);
};
