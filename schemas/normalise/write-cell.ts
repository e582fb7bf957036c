/** A normal value → as the agency writes it: the reverse of `read-value.ts`, for samples and invented payloads. */
import type { JsonValue, NormalValue } from '../datasets/types.ts';
import { digitsToFullWidth } from '../taiwan/full-width.ts';
import { compactRocDate, rocDateOf } from '../taiwan/roc-date.ts';
import type { NormalAddress } from './read-address.ts';
import type { AddressColumn, ValueColumn, WrittenDate } from './shape.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Before the Republic a year is written with a minus and two digits. */
const parted = (iso: string, mark: string): string | undefined => {
  const date = rocDateOf(iso);
  if (!date) return undefined;
  const year = date.beforeRepublic ? `-${pad(date.year, 2)}` : pad(date.year, 3);
  return [year, iso.slice(5, 7), iso.slice(8)].join(mark);
};

const rocWords = (iso: string): string | undefined => {
  const date = rocDateOf(iso);
  return date && `${date.beforeRepublic ? '民國前' : ''}${date.year}年${iso.slice(5, 7)}月${iso.slice(8)}日`;
};

/** A day in each style; what is cut off for a month, and what is put on for a moment, follows from the style. */
const dateStyles: Readonly<Record<WrittenDate, (iso: string) => string | undefined>> = {
  'roc-digits': compactRocDate,
  'roc-slashes': (iso) => parted(iso, '/'),
  'roc-hyphens': (iso) => parted(iso, '-'),
  'roc-words': rocWords,
  digits: (iso) => iso.replaceAll('-', ''),
  iso: (iso) => iso,
  'iso-offset': (iso) => `${iso}T00:00:00+08:00`,
};

const isDateStyle = (style: string | undefined): style is WrittenDate => style !== undefined && style in dateStyles;

const writeMonth = (style: WrittenDate, iso: string): string | undefined => {
  if (style === 'iso' || style === 'iso-offset') return iso;
  return dateStyles[style](`${iso}-01`)?.replace(/(?:01日|[/-]01|01)$/, '');
};

const writeMoment = (style: WrittenDate, iso: string): string | undefined => {
  const day = dateStyles[style](iso.slice(0, 10));
  const time = iso.slice(11, 19);
  if (style === 'iso-offset') return iso;
  if (style === 'roc-digits' || style === 'digits') return day && `${day}${time.replaceAll(':', '')}`;
  if (style === 'roc-words') return day && `${day}${time.slice(0, 2)}時${time.slice(3, 5)}分${time.slice(6)}秒`;
  return day && `${day} ${time}`;
};

const writeNumber = (column: ValueColumn, value: number): JsonValue => {
  if (column.written === 'text') return String(value);
  return column.written === 'thousands' ? String(value).replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?:\.|$))/g, ',') : value;
};

/** The first code with this label. */
const codeOf = (labels: { readonly [code: string]: string }, label: string): string | undefined => {
  for (const code in labels) if (labels[code] === label) return code;
  return undefined;
};

/** A value that is no such thing is written as it is: invented payloads may hold what nobody can read. */
export const writeValue = (column: ValueColumn, value: NormalValue): JsonValue => {
  if (typeof value === 'number') return writeNumber(column, value);
  if (typeof value !== 'string') return value as JsonValue;
  const style = isDateStyle(column.written) ? column.written : 'roc-digits';
  switch (column.kind) {
    case 'date':
      return dateStyles[style](value) ?? value;
    case 'month':
      return writeMonth(style, value) ?? value;
    case 'date-time':
      return writeMoment(style, value) ?? value;
    case 'code':
      return codeOf(column.labels ?? {}, value) ?? value;
    default:
      return value;
  }
};

/** The agency's five parts hold the county in the town's part, the neighbourhood as three digits, and full-width digits. */
export const writeAddress = (column: AddressColumn, address: NormalAddress): JsonValue => {
  if (column.in === 'one-text') return address.whole;
  const { county, town, village, neighbourhood, street } = address;
  const number = /^(\d+)(.*)$/.exec(neighbourhood ?? '');
  return {
    from_site_id: `${county ?? ''}${town ?? ''}`,
    village: village ?? '',
    neighbor: number?.[1]?.padStart(3, '0') ?? '',
    neighbor_char: number?.[2] ?? '鄰',
    street_doorplate: digitsToFullWidth(street ?? ''),
  };
};
