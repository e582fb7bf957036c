/** The part of a form definition's JSON Schema that speaks of questions, from what each type states of itself. */
import type { JsonSchema } from './condition-to-schema.ts';
import { fieldTypes, fieldKind, type FieldType } from './fields/index.ts';

/** `text` is what a text in both languages is called. */
const nameOf = (type: FieldType): string => (type === 'text' ? 'text-field' : type);

function definitionOf(type: FieldType): JsonSchema {
  const settings = Object.entries(fieldKind(type).settings);
  return {
    type: 'object',
    allOf: [{ $ref: '#/$defs/fieldBase' }],
    properties: { type: { const: type }, ...Object.fromEntries(settings.map(([key, { is }]) => [key, is])) },
    required: ['type', ...settings.filter(([, { needed }]) => needed).map(([key]) => key)],
    unevaluatedProperties: false,
  };
}

const oneOf = (types: readonly FieldType[]): JsonSchema => ({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: types.map((type) => ({ $ref: `#/$defs/${nameOf(type)}` })),
});

/** `$defs` of `definition.schema.json`: each type, all of them, and those that may stand in a group. */
export const fieldDefinitions = (): { readonly [name: string]: JsonSchema } => ({
  field: oneOf(fieldTypes),
  innerField: oneOf(fieldTypes.filter((type) => !fieldKind(type).outside)),
  ...Object.fromEntries(fieldTypes.map((type) => [nameOf(type), definitionOf(type)])),
});
