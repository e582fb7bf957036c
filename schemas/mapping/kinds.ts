/** What a value is while it is on its way from a dataset to a question: enough to check a mapping before any data is there. */
import type { DatasetField } from '../datasets/types.ts';
import { fieldKind, type Field } from '../form/fields/index.ts';
import type { ItemKind } from './item-kind.ts';

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

export const fieldTakes = (field: Field, kind: Kind): boolean => {
  const { takes, takesList } = fieldKind(field.type);
  return takes.includes(kind.item) && kind.list === (takesList?.(field) ?? false);
};
