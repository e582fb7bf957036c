/**
 * JSON Schema (draft 2020-12) of the payload as the agency sends it, derived from the shape. No name is required:
 * a provider that signs just the asked fields leaves the others out. Further names are allowed: they are counted as unknown.
 * `format` is an annotation, as the draft has it by default: real payloads hold placeholders and ids of older kinds.
 */
import type { CatalogueEntry, Dataset } from '../datasets/types.ts';
import type { Text } from '../text.ts';
import { describeColumn } from './describe-column.ts';
import { householdPartNames } from './read-address.ts';
import { sampleData } from './sample-data.ts';
import type { Column, Shape, ValueKind } from './shape.ts';
import { writePayload } from './write-payload.ts';

type Schema = { readonly [keyword: string]: unknown };
type FieldsAre = Dataset['fieldsAre'];

const maybeText = { type: ['string', 'number', 'null'] };

const typeOf = (kind: ValueKind): Schema => {
  switch (kind) {
    case 'texts':
      return { anyOf: [maybeText, { type: 'array', items: maybeText }] };
    case 'code':
      return { type: ['string', 'number', 'boolean', 'null'] };
    case 'image':
      return { type: ['string', 'null'], contentEncoding: 'base64' };
    default:
      return maybeText;
  }
};

const partTitles: Readonly<Record<(typeof householdPartNames)[number], string>> = {
  from_site_id: '行政區域',
  village: '村里',
  neighbor: '鄰號',
  neighbor_char: '鄰',
  street_doorplate: '街道門牌',
};

const ofColumn = (column: Column, dataset: FieldsAre): Schema => {
  switch (column.kind) {
    case 'rows': {
      const row = { type: ['object', 'null'], properties: ofColumns(column.columns, dataset) };
      return { ...describeColumn(column, dataset), anyOf: [{ type: 'array', items: row }, row] };
    }
    case 'address': {
      const parts = Object.fromEntries(
        householdPartNames.map((name) => [name, { title: partTitles[name], ...maybeText }]),
      );
      return column.in === 'one-text'
        ? { ...describeColumn(column, dataset), type: ['string', 'null'] }
        : {
            ...describeColumn(column, dataset),
            anyOf: [{ type: 'object', properties: parts }, { type: ['string', 'null'] }],
          };
    }
    default:
      return { ...describeColumn(column, dataset), ...typeOf(column.kind) };
  }
};

const ofColumns = (columns: readonly Column[], dataset: FieldsAre): { readonly [name: string]: Schema } =>
  Object.fromEntries(columns.map((column) => [column.from, ofColumn(column, dataset)]));

const recordSchema = (shape: Shape, dataset: FieldsAre): Schema => {
  const properties = Object.assign(
    {},
    ...shape.parts.map((part) =>
      part.in === undefined
        ? ofColumns(part.columns, dataset)
        : { [part.in]: { type: ['object', 'null'], properties: ofColumns(part.columns, dataset) } },
    ),
  ) as { readonly [name: string]: Schema };
  return { type: 'object', properties, anyOf: Object.keys(properties).map((name) => ({ required: [name] })) };
};

const wrapped = (name: string, inner: Schema): Schema => ({
  type: 'object',
  required: [name],
  properties: { [name]: inner },
});

/** A single record may come in an array of one; a list may come as one record; a CSV is a text, or its rows. */
const waysToCome = (shape: Shape): readonly Schema[] => {
  const record: Schema = { $ref: '#/$defs/record' };
  const text: Schema = { type: 'string', contentMediaType: 'text/csv' };
  const one: readonly Schema[] = [
    record,
    { type: 'array', items: record, ...(shape.list ? {} : { minItems: 1, maxItems: 1 }) },
  ];
  if (shape.media === 'csv') return [text, ...one];
  const inner: readonly Schema[] = [...one, ...(shape.wrappers ?? []).map((name) => wrapped(name, { anyOf: one }))];
  return [...inner, wrapped('responseData', { anyOf: inner }), wrapped('returnData', { anyOf: inner })];
};

export const payloadSchema = (
  { id, no, name, agency }: Pick<CatalogueEntry, 'id' | 'no' | 'name' | 'agency'>,
  shape: Shape,
  fields: FieldsAre,
): Schema => {
  const description: Text = {
    'zh-Hant': `${agency['zh-Hant']}提供的「${name['zh-Hant']}」，MyData 資料集第 ${no} 項。`,
    en: `${name.en}, from ${agency.en}; MyData dataset ${no}`,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://mydata-county-kit.example/schemas/datasets/${id}`,
    title: name['zh-Hant'],
    description: description['zh-Hant'],
    'x-mydata': { title: name, description, fields },
    anyOf: waysToCome(shape),
    $defs: { record: recordSchema(shape, fields) },
    examples: [writePayload(shape, sampleData(shape))],
  };
};
