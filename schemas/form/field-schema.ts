/**
 * The JSON Schema of one field's answer, as its type states it (`fields/`).
 * Formats are those of `schemas/taiwan/formats.ts`, and `not-after-today`, which a clock decides (`today.ts`).
 */
import type { JsonSchema } from './condition-to-schema.ts';
import type { Field } from './fields/index.ts';
import { fieldRules } from './fields/rules.ts';

/** `undefined` for a field that has no answer. `rowSchema` makes the object schema of a group's row. */
export const fieldSchema = (
  field: Field,
  rowSchema: (fields: readonly Field[]) => JsonSchema,
): JsonSchema | undefined => fieldRules(field.type).answer(field, rowSchema);
