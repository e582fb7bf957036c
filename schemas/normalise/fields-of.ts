/** The fields of a dataset as forms see them, derived from its shape. */
import type { DatasetField } from '../datasets/types.ts';
import type { Text } from '../text.ts';
import type { Column, Shape, ValueKind } from './shape.ts';

/** Parts of an address in normal form, in the order in which they are written. */
const addressParts: readonly { readonly name: string; readonly label: Text; readonly sample: string }[] = [
  { name: 'county', label: { 'zh-Hant': '縣市', en: 'county' }, sample: '嘉義縣' },
  { name: 'town', label: { 'zh-Hant': '鄉鎮市區', en: 'town' }, sample: '太保市' },
  { name: 'village', label: { 'zh-Hant': '村里', en: 'village' }, sample: '祥和里' },
  { name: 'neighbourhood', label: { 'zh-Hant': '鄰', en: 'neighbourhood' }, sample: '1鄰' },
  { name: 'street', label: { 'zh-Hant': '街路門牌', en: 'street and number' }, sample: '祥和一路東段1號' },
  { name: 'whole', label: { 'zh-Hant': '全部', en: 'whole' }, sample: '嘉義縣太保市祥和里1鄰祥和一路東段1號' },
];

const typeOf = {
  text: 'string',
  texts: 'list',
  'national-id': 'national-id',
  'business-number': 'string',
  date: 'roc-date',
  month: 'month',
  'date-time': 'date-time',
  number: 'number',
  money: 'number',
  code: 'string',
  image: 'image',
} as const satisfies Readonly<Record<ValueKind, DatasetField['type']>>;

/** What a field has only where its column says so. */
const extras = (column: Column): Pick<DatasetField, 'about' | 'options'> => ({
  ...(column.about ? { about: column.about } : {}),
  ...('labels' in column && column.labels ? { options: [...new Set(Object.values(column.labels))] } : {}),
});

const ofColumn = (base: string, column: Column): DatasetField[] => {
  const path = `${base}.${column.to}`;
  const { label, sensitivity } = column;
  switch (column.kind) {
    case 'rows':
      return [
        { path, label, type: 'list', sample: '', sensitivity, ...extras(column) },
        ...column.columns.flatMap((inner) => ofColumn(`${path}[*]`, inner)),
      ];
    case 'address':
      return [
        { path, label, type: 'address', sample: column.sample, sensitivity, ...extras(column) },
        ...addressParts.map((part) => ({
          path: `${path}.${part.name}`,
          label: { 'zh-Hant': `${label['zh-Hant']}（${part.label['zh-Hant']}）`, en: `${label.en}, ${part.label.en}` },
          type: 'string' as const,
          sample: part.name === 'whole' ? column.sample : part.sample,
          sensitivity,
        })),
      ];
    default:
      return [{ path, label, type: typeOf[column.kind], sample: column.sample, sensitivity, ...extras(column) }];
  }
};

export const fieldsOf = (shape: Shape): readonly DatasetField[] => {
  const columns = shape.parts.flatMap((part) => part.columns);
  if (!shape.list) return columns.flatMap((column) => ofColumn('$', column));
  const { to, label } = shape.list;
  return [
    { path: `$.${to}`, label, type: 'list', sample: '', sensitivity: 'personal' },
    ...columns.flatMap((column) => ofColumn(`$.${to}[*]`, column)),
  ];
};
