/** The closed list of transforms. A new one is a file here and a line below. */
import type { NormalValue } from '../../datasets/types.ts';
import type { Kind } from '../kinds.ts';
import type { TransformStep } from '../types.ts';
import { addressParts } from './address-parts.ts';
import { codeToLabel } from './code-to-label.ts';
import { count } from './count.ts';
import { dayOf } from './day-of.ts';
import { first } from './first.ts';
import { fullWidth } from './full-width.ts';
import { halfWidth } from './half-width.ts';
import { join } from './join.ts';
import { maskIdText } from './mask-id.ts';
import { maskMobileText } from './mask-mobile.ts';
import { maskNameText } from './mask-name.ts';
import { number } from './number.ts';
import { rocDateText } from './roc-date-text.ts';
import { rocMonthText } from './roc-month-text.ts';
import { sexFromBirthOrder } from './sex-from-birth-order.ts';
import type { Transform } from './transform.ts';
import { trim } from './trim.ts';
import { upper } from './upper.ts';

export const transforms: ReadonlyMap<string, Transform> = new Map(
  [
    addressParts,
    codeToLabel,
    count,
    dayOf,
    first,
    fullWidth,
    halfWidth,
    join,
    maskIdText,
    maskMobileText,
    maskNameText,
    number,
    rocDateText,
    rocMonthText,
    sexFromBirthOrder,
    trim,
    upper,
  ].map((transform) => [transform.name, transform]),
);

/** Undefined where one of the steps cannot read the value, or is none of the list. */
export const applySteps = (value: NormalValue, steps: readonly TransformStep[] = []): NormalValue | undefined =>
  steps.reduce<NormalValue | undefined>(
    (current, step) => (current === undefined ? undefined : transforms.get(step.use)?.apply(current, step)),
    value,
  );

export type StepProblem =
  | { readonly code: 'unknown-transform'; readonly use: string }
  | { readonly code: 'bad-parameter'; readonly use: string; readonly parameter: string }
  | { readonly code: 'transform-kind'; readonly use: string; readonly kind: Kind };

const parameterProblem = (transform: Transform, step: TransformStep): StepProblem | undefined => {
  const { use, ...given } = step;
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(transform.parameters, name));
  if (unknown !== undefined) return { code: 'bad-parameter', use, parameter: unknown };
  const bad = Object.entries(transform.parameters).find(([name, { required, fits }]) =>
    Object.hasOwn(given, name) ? !fits(given[name]) : required,
  );
  return bad && { code: 'bad-parameter', use, parameter: bad[0] };
};

/** What comes out of the steps, or the first step that cannot work. */
export const checkSteps = (kind: Kind, steps: readonly TransformStep[] = []): { readonly kind: Kind } | StepProblem => {
  let current = kind;
  for (const step of steps) {
    const transform = transforms.get(step.use);
    if (!transform) return { code: 'unknown-transform', use: step.use };
    const bad = parameterProblem(transform, step);
    if (bad) return bad;
    const next = transform.to(current);
    if (!next) return { code: 'transform-kind', use: step.use, kind: current };
    current = next;
  }
  return { kind: current };
};
