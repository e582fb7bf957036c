/**
 * What a dataset without a shape states: a record `{ "繳納年度": "114年", "稅額": 4049, "房屋": [{ … }] }`, whose names are
 * the labels as the certificate prints them. Lists of objects become sections of their own; a text is one statement.
 */
import type { JsonValue } from '#schemas/datasets/types.ts';
import type { CertificateRow, CertificateSection } from './certificate.ts';
import { isObject } from '#schemas/json.ts';

type Entries = readonly (readonly [string, JsonValue])[];

/**
 * Texts as they stand, numbers from 10,000 on in groups of three. What lies deeper than one list of objects is left
 * out.
 */
export function statedSections(payload: JsonValue): readonly CertificateSection[] {
  if (typeof payload === 'string') return payload ? [{ rows: [{ label: '內容', value: payload }] }] : [];
  const entries = entriesOf(payload);
  return [
    { rows: entries.flatMap(plainRow) },
    ...entries.flatMap(([label, value]) => {
      if (!isObject(value) && !isList(value)) return [];
      const records = isList(value) ? value : [value];
      return records.map((record, index) => ({
        heading: records.length > 1 ? `${label}（${index + 1}／${records.length}）` : label,
        rows: entriesOf(record).flatMap(plainRow),
      }));
    }),
  ];
}

const plainRow = ([label, value]: Entries[number]): readonly CertificateRow[] => {
  const words = wordsOf(value);
  return words ? [{ label, value: words }] : [];
};

function wordsOf(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString('en-US', { useGrouping: Math.abs(value) >= 10_000 });
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) && !isList(value) ? (value as readonly JsonValue[]).map(wordsOf).join('、') : '';
}

const isList = (value: JsonValue): value is readonly JsonValue[] =>
  Array.isArray(value) && value.length > 0 && (value as readonly JsonValue[]).every(isObject);

const entriesOf = (value: JsonValue): Entries => (isObject(value) ? Object.entries(value) : []);
