/** How large an answer may be while it is still being typed: it need not be right yet, but it is stored. */
import { answerSchema } from './answers-schema.ts';
import type { JsonSchema } from './condition-to-schema.ts';
import type { Field } from './definition.ts';
import type { Answers } from './answers.ts';

/** Of a text without a limit of its own: an e-mail address, a number with its separators. */
const plain = 320;
/** Marks of JSON round a value, and those that an escaped character takes more. */
const marks = 4;

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);

/** UTF-16 units of the JSON of the largest value that fits. */
function largest(schema: unknown): number {
  if (!isSchema(schema)) return plain;
  const { type, items, properties, enum: values } = schema;
  if (Array.isArray(values)) return Math.max(0, ...values.map((value) => JSON.stringify(value).length)) + marks;
  if (type === 'string') return numberOr(schema['maxLength'], plain) * 2 + marks;
  if (type === 'array') return numberOr(schema['maxItems'], 1) * (largest(items) + marks) + marks;
  if (isSchema(properties))
    return Object.entries(properties).reduce((sum, [key, value]) => sum + key.length + largest(value) + marks, marks);
  return plain;
}

/** What is typed too long is kept with some room, so that nobody loses a sentence over its last words. */
const room = 500;

export const mostCharacters = (field: Field): number => largest(answerSchema(field)) * 2 + room;

/** Ids of the questions whose answers no form of theirs could take. */
export function oversized(fields: readonly Field[], answers: Answers): readonly string[] {
  return fields.flatMap((field) => {
    const { length } = JSON.stringify(answers[field.id] ?? null);
    // Most are short, and need no look at the schema.
    return length > room && length > mostCharacters(field) ? [field.id] : [];
  });
}
