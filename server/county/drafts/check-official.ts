/**
 * Policy on submit: what the page sends is held against what MyData gave. Pure. Owns the verdict and the provenance of
 * every value; knows nothing of shapes and formats, which the compiled validator judges.
 */
import { plain } from '#schemas/taiwan/plain-text.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Field, GroupField } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import { pruneValue, visibleInnerFields } from '#schemas/form/reachable.ts';
import type { MissingReason, Policy, Provenance } from '#schemas/mapping/types.ts';
import type { Claims } from '#schemas/wire/county-api.ts';
import { isSameAddress, isSameText } from '#schemas/taiwan/same.ts';
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
  /** Of a typed answer that an official value could have been: why there was none. */
  readonly missing?: MissingReason;
}

export interface OfficialCheck {
  readonly answers: Answers;
  /** By field id; of official values in a group's rows also by `group[2].inner`. */
  readonly origins: { readonly [place: string]: ValueOrigin };
  readonly errors: readonly FieldError[];
}

type Verdict = { readonly error: string } | { readonly value: AnswerValue | undefined; readonly origin: ValueOrigin };
type Rows = readonly Answers[];

interface Checked {
  readonly answers: { [id: string]: AnswerValue | undefined };
  readonly origins: { [place: string]: ValueOrigin };
  readonly errors: FieldError[];
}

/** @param asked the fields that these answers make reachable */
export function checkOfficial(
  asked: readonly Field[],
  answers: Answers,
  claims: Claims,
  official: Pick<OfficialContents, 'values' | 'officialRows'> & Partial<Pick<OfficialContents, 'missing'>>,
): OfficialCheck {
  const into: Checked = { answers: {}, origins: {}, errors: [] };
  for (const field of asked) {
    const { id } = field;
    const entry = official.values[id];
    const missing = official.missing?.[id];
    if (!entry) keep(into, field, id, { value: answers[id], origin: { source: 'typed', ...(missing && { missing }) } });
    else if (field.type === 'group')
      checkGroup(into, field, answers[id], entry, official.officialRows[id] ?? 0, claims);
    else keep(into, field, id, checkValue(answers[id], entry, claims[id]));
    // What was refused is still judged by the validator, so that all errors are told at once.
    if (into.answers[id] === undefined && answers[id] !== undefined) into.answers[id] = answers[id];
  }
  return into;
}

function keep(into: Checked, field: Field, place: string, verdict: Verdict): void {
  if ('error' in verdict) into.errors.push(fieldError(field, place, verdict.error));
  else if (verdict.value !== undefined) {
    if (place === field.id) into.answers[place] = verdict.value;
    into.origins[place] = verdict.origin;
  }
}

function checkValue(answer: AnswerValue | undefined, entry: OfficialEntry, claim: Claims[string]): Verdict {
  const { value, policy, provenance } = entry;
  const same = sameValue(answer, value);
  const origin = { source: 'mydata', policy, provenance } as const;
  const said = claim?.text.trim() ? claim : undefined;
  const asReceived: Verdict = {
    value,
    origin: said?.kind === 'wrong' ? { ...origin, state: 'claimed', claim: said } : { ...origin, state: 'untouched' },
  };
  switch (policy) {
    case 'locked':
      return same ? asReceived : { error: 'official-changed' };
    case 'confirm':
      if (claim?.kind === 'wrong' && !said) return { error: 'claim' };
      if (answer === undefined) return said?.kind === 'wrong' ? asReceived : { error: 'confirm' };
      return same ? asReceived : { error: 'official-changed' };
    case 'editable':
      if (same) return asReceived;
      if (said?.kind !== 'changed') return { error: 'reason' };
      return { value: answer, origin: { ...origin, state: 'changed', official: value, claim: said } };
    case 'compare':
      if (answer === undefined) return { value: undefined, origin };
      return same || isLike(answer, value)
        ? { value: answer, origin: { ...origin, state: 'compared' } }
        : { error: 'compare' };
  }
}

/**
 * The first rows are official. In a locked group they stay, and each of their official values follows its own question's
 * policy; in an editable one the list is the resident's, and the official one is kept beside it.
 */
function checkGroup(
  into: Checked,
  group: GroupField,
  answer: AnswerValue | undefined,
  { value, policy, provenance }: OfficialEntry,
  count: number,
  claims: Claims,
): void {
  const rows = rowsOf(answer);
  const official = rowsOf(value).slice(0, count);
  const origin = { source: 'mydata', policy, provenance } as const;
  if (policy === 'editable') {
    const same = official.every((row, index) =>
      Object.keys(row).every((key) => sameValue(rows[index]?.[key], row[key])),
    );
    keep(into, group, group.id, {
      value: answer,
      origin: same ? { ...origin, state: 'untouched' } : { ...origin, state: 'changed', official: value },
    });
    return;
  }
  if (rows.length < official.length) {
    into.errors.push(fieldError(group, group.id, 'official-changed'));
    return;
  }
  const checked = rows.map((row, index) => {
    const given = official[index];
    if (!given) return row;
    const inner: Checked = { answers: { ...row }, origins: into.origins, errors: into.errors };
    for (const field of visibleInnerFields(group, row)) {
      const known = given[field.id];
      if (known === undefined) continue;
      const place = `${group.id}[${index}].${field.id}`;
      const verdict = checkValue(
        row[field.id],
        { value: known, policy: field.fill?.policy ?? 'locked', provenance },
        claims[place],
      );
      keep(inner, field, place, verdict);
      if ('value' in verdict && verdict.value !== undefined) inner.answers[field.id] = verdict.value;
    }
    return inner.answers;
  });
  keep(into, group, group.id, { value: checked as readonly AnswerValue[], origin: { ...origin, state: 'untouched' } });
}

const rowsOf = (value: AnswerValue | undefined): Rows => (Array.isArray(value) ? (value as Rows) : []);

const sameValue = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  isDeepStrictEqual(comparable(a), comparable(b));

/** For `compare` alone, where what was typed is held against a record: another way to write it is no other person or place. */
const isLike = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return isSameText(a, b);
  return isPlace(a) && isPlace(b) && isSameAddress(a, b);
};

const isPlace = (value: AnswerValue | undefined): value is { readonly county: string; readonly detail: string } =>
  typeof value === 'object' && 'county' in value && 'detail' in value;

/** Blank parts and the width of letters make no difference. */
function comparable(value: AnswerValue | undefined): unknown {
  const pruned = pruneValue(value);
  if (typeof pruned === 'string') return plain(pruned);
  if (typeof pruned !== 'object') return pruned;
  if (Array.isArray(pruned)) return pruned.map((part: AnswerValue) => comparable(part));
  return Object.fromEntries(Object.entries(pruned).map(([key, part]) => [key, comparable(part as AnswerValue)]));
}
