/**
 * The answer of a calculated question (`Calculation` in `definition.ts`; it has passed `check-calculation.ts`). What is no
 * number, or a date that is missing, gives no answer. Rounded to six decimals: 0.1 + 0.2 is 0.3.
 */
import { dateInTaiwan } from '../taiwan/calendar.ts';
import type { Field } from './definition.ts';
import type { Answers, AnswerValue } from './answers.ts';
import { valueOf } from './rules.ts';

/** `today`: ISO date in Taiwan; the device's clock unless told. */
export function calculated(
  field: Extract<Field, { type: 'number' | 'text' }>,
  answers: Answers,
  today = dateInTaiwan(new Date()),
): AnswerValue | undefined {
  const result = valueOf(field.calculate, answers, today) ?? '';
  if (result === '') return undefined;
  if (field.type === 'text') return String(result);
  return Number.isFinite(result) ? Number((result as number).toFixed(field.integer ? 0 : 6)) : undefined;
}
