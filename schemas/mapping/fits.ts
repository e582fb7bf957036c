/**
 * Whether an official value fits its question's type, before it is put there. The same verdict as the answers' JSON Schema
 * (a test keeps the two together), without a validation engine: mapping also runs in the builder.
 */
import type { AnswerValue } from '../form/answers.ts';
import { fieldKind, type Field } from '../form/fields/index.ts';
import type { NormalValue } from '../datasets/types.ts';

/** `today`: ISO date in Taiwan; without it `latest: "today"` is not looked at. */
export const fits = (field: Field, value: NormalValue, today?: string): value is NormalValue & AnswerValue =>
  fieldKind(field.type).fits?.(field, value, today) ?? false;
