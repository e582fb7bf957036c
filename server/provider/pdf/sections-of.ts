/** Normalised data → label/value rows in the shape's order; lists become sections, one per row, nested ones after it. */
import type { Normalised, NormalValue } from '#schemas/datasets/types.ts';
import type { Column, Shape } from '#schemas/normalise/shape.ts';
import { formatRocDate, formatRocMonth } from '#schemas/taiwan/roc-date.ts';
import type { CertificateRow, CertificateSection } from './certificate.ts';

type Data = { readonly [key: string]: NormalValue | undefined };

/**
 * What is not there has no row; dates in years of the Republic, money in 新臺幣, an image as bytes in its row. A section
 * of fields that are all absent still comes, empty.
 */
export function sectionsOf(shape: Shape, data: Normalised['data']): readonly CertificateSection[] {
  const columns = shape.parts.flatMap((part) => part.columns);
  if (!shape.list) return ofRecord(columns, data, undefined);
  return ofRows(columns, data[shape.list.to], shape.list.label['zh-Hant']);
}

function ofRecord(columns: readonly Column[], data: Data, heading: string | undefined): readonly CertificateSection[] {
  return [
    { heading, rows: columns.flatMap((column) => rowOf(column, data[column.to])) },
    ...columns.flatMap((column) =>
      column.kind === 'rows'
        ? ofRows(column.columns, data[column.to], [heading, column.label['zh-Hant']].filter(Boolean).join('　'))
        : [],
    ),
  ];
}

function ofRows(
  columns: readonly Column[],
  value: NormalValue | undefined,
  label: string,
): readonly CertificateSection[] {
  const rows = Array.isArray(value) ? (value as readonly Data[]) : [];
  return rows.flatMap((row, index) =>
    ofRecord(columns, row, rows.length > 1 ? `${label}（${index + 1}／${rows.length}）` : label),
  );
}

function rowOf(column: Column, value: NormalValue | undefined): readonly CertificateRow[] {
  if (value === undefined || column.kind === 'rows') return [];
  const label = column.label['zh-Hant'];
  if (column.kind === 'image')
    return [{ label, value: '（影像，請見資料檔）', image: Buffer.from(String(value), 'base64') }];
  const words = wordsOf(column, value);
  return words ? [{ label, value: words }] : [];
}

function wordsOf(column: Column, value: NormalValue): string {
  if (Array.isArray(value)) return (value as readonly NormalValue[]).map(String).join('、');
  if (typeof value === 'object') return String((value as Data)['whole'] ?? '');
  const text = String(value);
  switch (column.kind) {
    case 'date':
      return formatRocDate(text) ?? text;
    case 'month':
      return formatRocMonth(text) ?? text;
    case 'date-time':
      return `${formatRocDate(text.slice(0, 10)) ?? text.slice(0, 10)} ${text.slice(11, 16)}`;
    case 'money':
      return typeof value === 'number' ? `新臺幣${value.toLocaleString('en-US')}元` : text;
    default:
      return typeof value === 'boolean' ? (value ? '是' : '否') : text;
  }
}
