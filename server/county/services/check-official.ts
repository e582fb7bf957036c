/**
 * Policy on submit: what the page sends is held against what MyData gave. Pure. Owns the verdict and the provenance of
 * every value; knows nothing of shapes and formats, which the compiled validator judges.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Answers, AnswerValue, Field } from '../../../schemas/form/definition.ts';
import { pruneValue } from '../../../schemas/form/reachable.ts';
import type { Policy, Provenance } from '../../../schemas/mapping/types.ts';
import type { Claims } from '../../../schemas/wire/county-api.ts';
import type { FieldError } from '../errors.ts';
import { fieldError } from './field-errors.ts';
import type { OfficialContents, OfficialEntry } from './official-contents.ts';

/** Where an answer comes from, kept with the application. */
export interface ValueOrigin {
  readonly source: 'typed' | 'mydata';
  readonly policy?: Policy;
  readonly provenance?: Provenance;
  /** `claimed`: kept, but the resident says that it is wrong · `compared`: typed, and equal to the official value. */
  readonly state?: 'untouched' | 'changed' | 'claimed' | 'compared';
  /** The official value where the answer is another one. */
  readonly official?: AnswerValue;
  readonly claim?: { readonly kind: 'wrong' | 'changed'; readonly text: string };
}

export interface OfficialCheck {
  readonly answers: Answers;
  readonly origins: { readonly [fieldId: string]: ValueOrigin };
  readonly errors: readonly FieldError[];
}

type Verdict = { readonly error: string } | { readonly value: AnswerValue | undefined; readonly origin: ValueOrigin };

/** @param asked the fields that these answers make reachable */
export function checkOfficial(
  asked: readonly Field[],
  answers: Answers,
  claims: Claims,
  official: Pick<OfficialContents, 'values' | 'officialRows'>,
): OfficialCheck {
  const checked: { [id: string]: AnswerValue | undefined } = {};
  const origins: { [id: string]: ValueOrigin } = {};
  const errors: FieldError[] = [];
  for (const field of asked) {
    const answer = answers[field.id];
    const entry = official.values[field.id];
    const claim = claims[field.id];
    const verdict = !entry
      ? { value: answer, origin: { source: 'typed' as const } }
      : field.type === 'group'
        ? checkRows(answer, entry, official.officialRows[field.id] ?? 0, claim)
        : checkValue(answer, entry, claim);
    if ('error' in verdict) {
      errors.push(fieldError(field, field.id, verdict.error));
      if (answer !== undefined) checked[field.id] = answer;
    } else if (verdict.value !== undefined) {
      checked[field.id] = verdict.value;
      origins[field.id] = verdict.origin;
    }
  }
  return { answers: checked, origins, errors };
}

function checkValue(
  answer: AnswerValue | undefined,
  { value, policy, provenance }: OfficialEntry,
  claim: Claims[string],
): Verdict {
  const same = isDeepStrictEqual(comparable(answer), comparable(value));
  const origin = { source: 'mydata', policy, provenance } as const;
  const said = claim?.text.trim() ? claim : undefined;
  switch (policy) {
    case 'locked':
      if (!same) return { error: 'official-changed' };
      return { value, origin: said ? { ...origin, state: 'claimed', claim: said } : { ...origin, state: 'untouched' } };
    case 'confirm': {
      const wrong = said?.kind === 'wrong' ? said : undefined;
      if (answer === undefined ? !wrong : !same)
        return { error: answer === undefined ? 'confirm' : 'official-changed' };
      return {
        value,
        origin: wrong ? { ...origin, state: 'claimed', claim: wrong } : { ...origin, state: 'untouched' },
      };
    }
    case 'editable':
      if (same) return { value, origin: { ...origin, state: 'untouched' } };
      if (said?.kind !== 'changed') return { error: 'reason' };
      return { value: answer, origin: { ...origin, state: 'changed', official: value, claim: said } };
    case 'compare':
      if (answer === undefined) return { value: undefined, origin };
      return same ? { value: answer, origin: { ...origin, state: 'compared' } } : { error: 'compare' };
  }
}

/** The first rows are official: what MyData filled in them must stand; rows and answers added to them are the resident's. */
function checkRows(
  answer: AnswerValue | undefined,
  { value, policy, provenance }: OfficialEntry,
  count: number,
  claim: Claims[string],
): Verdict {
  const rows = Array.isArray(answer) ? (answer as readonly AnswerValue[]) : [];
  const expected = (Array.isArray(value) ? (value as readonly AnswerValue[]) : []).slice(0, count);
  const same = expected.every((row, index) => holdsRow(rows[index], row));
  const origin = { source: 'mydata', policy, provenance } as const;
  const said = claim?.text.trim() ? claim : undefined;
  if (same)
    return {
      value: answer,
      origin: said?.kind === 'wrong' ? { ...origin, state: 'claimed', claim: said } : { ...origin, state: 'untouched' },
    };
  if (policy !== 'editable') return { error: 'official-changed' };
  return { value: answer, origin: { ...origin, state: 'changed', official: value, ...(said && { claim: said }) } };
}

function holdsRow(row: AnswerValue | undefined, official: AnswerValue): boolean {
  if (typeof row !== 'object' || typeof official !== 'object' || Array.isArray(row)) return false;
  return Object.entries(official).every(([key, value]) =>
    isDeepStrictEqual(comparable((row as { [key: string]: AnswerValue | undefined })[key]), comparable(value)),
  );
}

/** Blank parts and the width of letters make no difference. */
function comparable(value: AnswerValue | undefined): unknown {
  const pruned = pruneValue(value);
  if (typeof pruned === 'string') return pruned.normalize('NFKC').trim();
  if (typeof pruned !== 'object') return pruned;
  if (Array.isArray(pruned)) return pruned.map((part: AnswerValue) => comparable(part));
  return Object.fromEntries(Object.entries(pruned).map(([key, part]) => [key, comparable(part as AnswerValue)]));
}
