/** Which rules (conditions, calculations, ends) speak of which questions, and how they change when a question is renamed. */
import { comparisonsOfCalculation } from '#schemas/form/check-calculation.ts';
import { ConditionError, comparisonsOf } from '#schemas/form/condition-to-schema.ts';
import type { Calculation, Condition, End } from '#schemas/form/definition.ts';
import type { BuilderDocument } from './document.ts';
import { isList, type Json } from './json.ts';
import { groupOf, idOf, partsOf, type Found, type Part, type Ref } from './locate.ts';
import { isObject } from '#schemas/json.ts';

/** Keys of a part that hold a rule. */
export const conditionKeys = ['show', 'requiredWhen', 'calculate'] as const;
export type RuleKey = (typeof conditionKeys)[number];

/** A condition, or under `calculate` a calculation. */
export const ruleAt = (part: Part, key: RuleKey): Condition | undefined =>
  (part as { readonly [key in RuleKey]?: Condition })[key];

export function fieldsNamed(rule: Condition, key: RuleKey = 'show'): readonly string[] {
  try {
    const named = key === 'calculate' ? comparisonsOfCalculation(rule as Calculation) : comparisonsOf(rule);
    return [...new Set(named.map(({ field }) => field))];
  } catch (error) {
    if (error instanceof ConditionError) return [];
    throw error;
  }
}

export interface Dependent extends Found {
  readonly key: RuleKey;
  readonly condition: Condition;
}

/** Parts whose rule names this question: of its own level, and sums over the rows that it lies in. */
export function dependentsOf(document: BuilderDocument, ref: Ref): readonly Dependent[] {
  const group = groupOf(ref);
  const id = group ? idOf(ref).slice(idOf(group).length + 1) : idOf(ref);
  return [...partsOf(document).values()].flatMap((found) =>
    conditionKeys.flatMap((key) => {
      const condition = ruleAt(found.part, key);
      if (!condition) return [];
      const names =
        groupOf(found.ref) === group
          ? fieldsNamed(condition, key).includes(id)
          : group !== undefined && !groupOf(found.ref) && sumsUp(condition as Json, idOf(group), id);
      return names ? [{ ...found, key, condition }] : [];
    }),
  );
}

/** Ends whose condition names this question, with their places in the list. */
export const endsNaming = (
  { form }: BuilderDocument,
  ref: Ref,
): readonly { readonly index: number; readonly end: End }[] =>
  groupOf(ref)
    ? []
    : (form.ends ?? []).flatMap((end, index) => (fieldsNamed(end.when).includes(idOf(ref)) ? [{ index, end }] : []));

const isSum = (node: Json, group: string, inner: string): boolean => {
  const sum = isObject(node) ? node['sum'] : undefined;
  return isList(sum) && isObject(sum[0]) && sum[0]['var'] === group && sum[1] === inner;
};

function sumsUp(node: Json, group: string, inner: string): boolean {
  if (isSum(node, group, inner)) return true;
  const inside = isList(node) ? node : isObject(node) ? Object.values(node) : [];
  return inside.some((one) => one !== undefined && sumsUp(one, group, inner));
}

/** The same rule speaking of the question by its new id. */
export function renamedIn(rule: Json, from: string, to: string): Json {
  if (isList(rule)) return rule.map((item) => renamedIn(item, from, to));
  if (!isObject(rule)) return rule;
  return Object.fromEntries(
    Object.entries(rule).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, key === 'var' ? renamedVar(value, from, to) : renamedIn(value, from, to)]],
    ),
  );
}

/** The same calculation, where it sums up this question of a group's rows. */
export function renamedSums(rule: Json, group: string, from: string, to: string): Json {
  if (isSum(rule, group, from)) return { sum: [{ var: group }, to] };
  if (isList(rule)) return rule.map((item) => renamedSums(item, group, from, to));
  if (!isObject(rule)) return rule;
  return Object.fromEntries(
    Object.entries(rule).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, renamedSums(value, group, from, to)]],
    ),
  );
}

const renamedVar = (value: Json, from: string, to: string): Json =>
  isList(value) ? value.map((item) => (item === from ? to : item)) : value === from ? to : value;
