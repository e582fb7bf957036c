/** What a value is while it is on its way from a dataset to a question: enough to check a mapping before any data is there. */
import type { DatasetField } from '../datasets/types.ts';
import type { Field } from '../form/definition.ts';

export type ItemKind =
  'text' | 'id' | 'date' | 'month' | 'moment' | 'number' | 'address' | 'address-answer' | 'row' | 'image';

export interface Kind {
  readonly item: ItemKind;
  readonly list: boolean;
}

const one = (item: ItemKind): Kind => ({ item, list: false });

export const writeKind = (kind: Kind): string => (kind.list ? `list of ${kind.item}` : kind.item);

const itemOf: Readonly<Record<Exclude<DatasetField['type'], 'list'>, ItemKind>> = {
  string: 'text',
  'roc-date': 'date',
  month: 'month',
  'date-time': 'moment',
  'national-id': 'id',
  address: 'address',
  number: 'number',
  image: 'image',
};

/** A list field holds rows where other fields lie inside it, else texts. */
export const kindOfField = (field: DatasetField, fields: readonly DatasetField[]): Kind => {
  if (field.type !== 'list') return one(itemOf[field.type]);
  const hasRows = fields.some((other) => other.path.startsWith(`${field.path}[*]`));
  return { item: hasRows ? 'row' : 'text', list: true };
};

const textual: readonly ItemKind[] = ['text', 'id', 'date'];

/** What a question takes; `[]`: no dataset can fill it. */
const takes: Readonly<Record<Field['type'], readonly ItemKind[]>> = {
  text: textual,
  'long-text': textual,
  number: ['number'],
  'roc-date': ['date'],
  'national-id': ['id', 'text'],
  phone: ['text'],
  email: ['text'],
  address: ['address-answer'],
  choice: ['text'],
  file: [],
  'bank-account': [],
  declaration: [],
  evidence: [],
  group: [],
};

export const fieldTakes = (field: Field, kind: Kind): boolean =>
  takes[field.type].includes(kind.item) && kind.list === (field.type === 'choice' && field.as === 'checkboxes');
