/**
 * The JSON Schema of one field's answer, per field type, as the docstrings in `definition.ts` say it.
 * Formats are those of `schemas/taiwan/formats.ts`, and `not-after-today`, which a clock decides (`today.ts`).
 */
import { kindsTaken } from './file-kinds.ts';
import type { Field, FieldType, FileField, GroupField, RocDateField, TextField } from './definition.ts';
import type { JsonSchema } from './condition-to-schema.ts';
import { wholeValue } from './written-pattern.ts';

/** Lengths in code points where a definition names none; a server has to have a limit. */
export const defaultLengths = { text: 200, 'long-text': 2000, town: 20, detail: 200, filename: 255 } as const;

type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
/** `evidence` has no answer. */
type SchemaTable = {
  readonly [T in Exclude<FieldType, 'evidence'>]: (field: FieldOf<T>, rows: RowSchema) => JsonSchema;
};
type RowSchema = (fields: readonly Field[]) => JsonSchema;

const formatted = (format: string): JsonSchema => ({ type: 'string', format });

/** One visible character at least; as in HTML a pattern is about the whole value. */
function text(field: Pick<TextField, 'minLength' | 'maxLength' | 'pattern'>, shape: string, limit: number): JsonSchema {
  return {
    type: 'string',
    minLength: Math.max(1, field.minLength ?? 1),
    maxLength: field.maxLength ?? limit,
    pattern: shape,
    ...(field.pattern === undefined ? {} : { allOf: [{ pattern: wholeValue(field.pattern) }] }),
  };
}

function date({ earliest, latest }: RocDateField): JsonSchema {
  return {
    ...formatted('roc-iso-date'),
    ...(earliest === undefined ? {} : { formatMinimum: earliest }),
    ...(latest === undefined || latest === 'today' ? {} : { formatMaximum: latest }),
    ...(latest === 'today' ? { allOf: [{ format: 'not-after-today' }] } : {}),
  };
}

/** Of kinds that nobody takes, none: but a schema must name something. */
function mimeType({ accept }: FileField): JsonSchema {
  const taken = kindsTaken(accept).map(({ type }) => type);
  return { enum: taken.length ? taken : [...accept] };
}

const closed = (properties: { readonly [key: string]: JsonSchema }, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const line = '^(?=.*\\S)\\P{Cc}+$';
const lines = '\\S';

const table: SchemaTable = {
  text: (field) => text(field, line, defaultLengths.text),
  'long-text': (field) => text(field, lines, defaultLengths['long-text']),
  number: ({ integer, minimum, maximum }) => ({
    type: integer ? 'integer' : 'number',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  }),
  'roc-date': date,
  'national-id': ({ citizenOnly }) => formatted(citizenOnly ? 'citizen-id' : 'national-id'),
  phone: ({ mobileOnly }) => formatted(mobileOnly ? 'tw-mobile' : 'tw-phone'),
  email: () => formatted('email'),
  address: () =>
    closed(
      {
        county: formatted('tw-county'),
        town: text({}, line, defaultLengths.town),
        detail: text({}, line, defaultLengths.detail),
        postcode: { type: 'string', pattern: '^\\d{3}(?:\\d{2,3})?$' },
      },
      ['county', 'town', 'detail'],
    ),
  choice: ({ as, options, minItems, maxItems }) => {
    const values = { enum: options.map(({ value }) => value) };
    if (as !== 'checkboxes') return { type: 'string', ...values };
    return {
      type: 'array',
      items: { type: 'string', ...values },
      uniqueItems: true,
      minItems: Math.max(1, minItems ?? 1),
      maxItems: maxItems ?? options.length,
    };
  },
  file: (field) => ({
    type: 'array',
    minItems: 1,
    maxItems: field.maxFiles,
    items: closed(
      {
        id: { type: 'string', pattern: '^[\\w-]{1,64}$' },
        name: text({}, line, defaultLengths.filename),
        size: { type: 'integer', minimum: 1, maximum: field.maxBytes },
        type: mimeType(field),
      },
      ['id', 'name', 'size', 'type'],
    ),
  }),
  'bank-account': () => ({
    ...closed(
      {
        institution: formatted('bank-institution'),
        branch: { type: 'string', pattern: '^\\d{4}$' },
        account: formatted('bank-account'),
        holder: text({}, line, defaultLengths.text),
      },
      ['institution', 'account', 'holder'],
    ),
    // The post office: 局號 seven and 帳號 seven digits.
    if: { required: ['institution'], properties: { institution: { const: '700' } } },
    then: { properties: { account: { type: 'string', pattern: '^\\d{14}$' } } },
  }),
  declaration: () => ({ const: true }),
  group: ({ minRows, maxRows, fields }: GroupField, rows) => ({
    type: 'array',
    minItems: Math.max(1, minRows ?? 1),
    maxItems: maxRows,
    items: rows(fields),
  }),
};

/** `undefined` for a field that has no answer. `rowSchema` makes the object schema of a group's row. */
export function fieldSchema(field: Field, rowSchema: RowSchema): JsonSchema | undefined {
  if (field.type === 'evidence') return undefined;
  return (table[field.type] as (field: Field, rows: RowSchema) => JsonSchema)(field, rowSchema);
}
