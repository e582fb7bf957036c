/** What a column's schema says of it beside its type: title, description, format, example, and `x-mydata`. */
import type { Dataset, JsonValue } from '../datasets/types.ts';
import type { Text } from '../text.ts';
import { readAddressText } from './read-address.ts';
import type { Column } from './shape.ts';
import { writeAddress, writeValue } from './write-cell.ts';

type Schema = { readonly [keyword: string]: unknown };

const formatOf: Partial<Record<Column['kind'], string>> = {
  'national-id': 'national-id',
  'business-number': 'business-number',
  date: 'roc-date',
  month: 'roc-month',
  'date-time': 'roc-date-time',
  money: 'new-taiwan-dollars',
  address: 'address',
};

const kindWords: Readonly<Record<Exclude<Column['kind'], 'rows'>, Text>> = {
  text: { 'zh-Hant': '文字', en: 'text' },
  texts: { 'zh-Hant': '文字，可能不只一筆', en: 'one text or several' },
  'national-id': { 'zh-Hant': '身分證統一編號或外來人口統一證號', en: 'national id or resident number' },
  'business-number': { 'zh-Hant': '8 碼統一編號', en: 'business number of 8 digits' },
  date: { 'zh-Hant': '日期', en: 'date' },
  month: { 'zh-Hant': '年月', en: 'month' },
  'date-time': { 'zh-Hant': '日期和時間', en: 'date and time' },
  number: { 'zh-Hant': '數字', en: 'number' },
  money: { 'zh-Hant': '新臺幣金額', en: 'amount in New Taiwan dollars' },
  code: { 'zh-Hant': '代碼', en: 'code' },
  image: { 'zh-Hant': 'Base64 編碼的影像', en: 'image in Base64' },
  address: { 'zh-Hant': '地址', en: 'address' },
};

const exampleOf = (column: Exclude<Column, { kind: 'rows' }>): JsonValue => {
  if (column.kind === 'address')
    return writeAddress(column, readAddressText(column.sample) ?? { whole: column.sample });
  return writeValue(
    column,
    column.kind === 'number' || column.kind === 'money' ? Number(column.sample) : column.sample,
  );
};

const shown = (example: JsonValue): string => (typeof example === 'object' ? '' : String(example).slice(0, 40));

/** What it means where the column says so; else its label, its kind and how it is written. */
const describe = (column: Column): Text => {
  if (column.about) return column.about;
  const { label } = column;
  if (column.kind === 'rows') return { 'zh-Hant': `${label['zh-Hant']}，每筆一列。`, en: `${label.en}, one row each` };
  const words = kindWords[column.kind];
  const example = shown(exampleOf(column));
  return {
    'zh-Hant': `${label['zh-Hant']}：${words['zh-Hant']}${example && `，例如「${example}」`}。`,
    en: `${label.en}: ${words.en}${example && `, such as ${example}`}`,
  };
};

/** `dataset`: whether its names as a whole are observed; a column's own mark goes before. */
export const describeColumn = (column: Column, dataset: Dataset['fieldsAre']): Schema => {
  const description = describe(column);
  const format = ('format' in column && column.format) || formatOf[column.kind];
  return {
    title: column.label['zh-Hant'],
    description: description['zh-Hant'],
    ...(format ? { format } : {}),
    ...(column.kind === 'rows' ? {} : { examples: [exampleOf(column)] }),
    'x-mydata': {
      title: column.label,
      description,
      normal: column.to,
      kind: column.kind,
      sensitivity: column.sensitivity,
      fields: column.assumed ? 'assumed' : dataset,
      ...('sample' in column ? { sample: column.sample } : {}),
      ...('labels' in column ? { codes: column.labels } : {}),
    },
  };
};
