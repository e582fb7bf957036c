/** What was sent, held against its shape: what does not fit goes no further, and the member that does not is named. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Of, TSchema } from '#schemas/shapes/shape.ts';

/** What is wrong first. */
export interface Misfit {
  /** As in `answers.phone[2]`; empty: all of it. */
  readonly place: string;
  readonly keyword: string;
  /** In English, of the validator. */
  readonly words: string;
}

export type Reading<Value> = { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & Misfit);

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  formats: { 'date-time': true },
});

const compiled = new WeakMap<TSchema, ValidateFunction>();

function validatorOf(shape: TSchema): ValidateFunction {
  const known = compiled.get(shape);
  if (known) return known;
  const made = ajv.compile(shape);
  compiled.set(shape, made);
  return made;
}

/** Members that the shape does not name are let pass, and cannot be read by what is typed with it. */
export function readShape<Shape extends TSchema>(shape: Shape, input: unknown): Reading<Of<Shape>> {
  const fits = validatorOf(shape);
  return fits(input) ? { ok: true, value: input as Of<Shape> } : { ok: false, ...misfitOf(fits.errors?.[0]) };
}

function misfitOf(error: ErrorObject | undefined): Misfit {
  if (!error) return { place: '', keyword: 'shape', words: 'does not fit' };
  const { instancePath, keyword, params, message = keyword } = error;
  const named: unknown = params['missingProperty'] ?? params['additionalProperty'];
  const parts = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { place: placeOf(named === undefined ? parts : [...parts, String(named)]), keyword, words: message };
}

const placeOf = (parts: readonly string[]): string =>
  parts.map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index ? `.${part}` : part)).join('');
