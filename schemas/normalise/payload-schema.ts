/**
 * JSON Schema (draft 2020-12) of the payload as the agency sends it, derived from the shape. No name is required:
 * a provider that signs just the asked fields leaves the others out. Further names are allowed: they are counted as unknown.
 */
import type { CatalogueEntry } from '../datasets/types.ts';
import { householdPartNames } from './read-address.ts';
import type { Column, Shape } from './shape.ts';

type Schema = { readonly [keyword: string]: unknown };

const maybeText = { type: ['string', 'number', 'null'] };

const about = (column: Column): Schema => ({
  title: column.label['zh-Hant'],
  'x-mydata': {
    title: column.label,
    normal: column.to,
    kind: column.kind,
    sensitivity: column.sensitivity,
    ...(column.assumed ? { fields: 'assumed' } : {}),
    ...('sample' in column ? { sample: column.sample } : {}),
  },
});

const ofColumn = (column: Column): Schema => {
  switch (column.kind) {
    case 'rows': {
      const row = { type: ['object', 'null'], properties: ofColumns(column.columns) };
      return { ...about(column), anyOf: [{ type: 'array', items: row }, row] };
    }
    case 'address': {
      const parts = Object.fromEntries(householdPartNames.map((name) => [name, maybeText]));
      return column.in === 'one-text'
        ? { ...about(column), type: ['string', 'null'] }
        : { ...about(column), anyOf: [{ type: 'object', properties: parts }, { type: ['string', 'null'] }] };
    }
    case 'texts':
      return { ...about(column), anyOf: [maybeText, { type: 'array', items: maybeText }] };
    default:
      return { ...about(column), ...maybeText };
  }
};

const ofColumns = (columns: readonly Column[]): { readonly [name: string]: Schema } =>
  Object.fromEntries(columns.map((column) => [column.from, ofColumn(column)]));

const recordSchema = (shape: Shape): Schema => {
  const properties = Object.assign(
    {},
    ...shape.parts.map((part) =>
      part.in === undefined
        ? ofColumns(part.columns)
        : { [part.in]: { type: ['object', 'null'], properties: ofColumns(part.columns) } },
    ),
  ) as { readonly [name: string]: Schema };
  return { type: 'object', properties, anyOf: Object.keys(properties).map((name) => ({ required: [name] })) };
};

const wrapped = (name: string, inner: Schema): Schema => ({
  type: 'object',
  required: [name],
  properties: { [name]: inner },
});

export const payloadSchema = (
  { id, name }: Pick<CatalogueEntry, 'id' | 'name'>,
  shape: Shape,
  fields: 'observed' | 'assumed',
): Schema => {
  const record: Schema = { $ref: '#/$defs/record' };
  // A single record may come in an array of one; a list may come as one record.
  const one: Schema = {
    anyOf: [record, { type: 'array', items: record, ...(shape.list ? {} : { minItems: 1, maxItems: 1 }) }],
  };
  const own = (shape.wrappers ?? []).map((name) => wrapped(name, one));
  const inner: Schema = { anyOf: [...(one['anyOf'] as Schema[]), ...own] };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://mydata-county-kit.example/schemas/datasets/${id}`,
    title: name['zh-Hant'],
    'x-mydata': { title: name, fields },
    anyOf: [...(inner['anyOf'] as Schema[]), wrapped('responseData', inner), wrapped('returnData', inner)],
    $defs: { record: recordSchema(shape) },
  };
};
