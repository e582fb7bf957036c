/** Which conditions speak of which questions, and how they change when a question is renamed. */
import { ConditionError, comparisonsOf } from '../../schemas/form/condition-to-schema.ts';
import type { Condition } from '../../schemas/form/definition.ts';
import type { BuilderDocument } from './document.ts';
import { isList, isObject, type Json } from './json.ts';
import { groupOf, idOf, partsOf, type Found, type Ref } from './locate.ts';

/** Keys of a part that hold a condition. */
export const conditionKeys = ['show'] as const;

export function fieldsNamed(condition: Condition): readonly string[] {
  try {
    return [...new Set(comparisonsOf(condition).map(({ field }) => field))];
  } catch (error) {
    if (error instanceof ConditionError) return [];
    throw error;
  }
}

export interface Dependent extends Found {
  readonly key: (typeof conditionKeys)[number];
  readonly condition: Condition;
}

/** Parts whose condition names this question. Inside a group only that group's own questions can. */
export function dependentsOf(document: BuilderDocument, ref: Ref): readonly Dependent[] {
  const group = groupOf(ref);
  const id = group ? idOf(ref).slice(idOf(group).length + 1) : idOf(ref);
  return [...partsOf(document).values()].flatMap((found) =>
    groupOf(found.ref) !== group
      ? []
      : conditionKeys.flatMap((key) => {
          const condition = (found.part as { readonly show?: Condition })[key];
          return condition && fieldsNamed(condition).includes(id) ? [{ ...found, key, condition }] : [];
        }),
  );
}

/** The same condition speaking of the question by its new id. */
export function renamedIn(condition: Json, from: string, to: string): Json {
  if (isList(condition)) return condition.map((item) => renamedIn(item, from, to));
  if (!isObject(condition)) return condition;
  return Object.fromEntries(
    Object.entries(condition).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, key === 'var' ? renamedVar(value, from, to) : renamedIn(value, from, to)]],
    ),
  );
}

const renamedVar = (value: Json, from: string, to: string): Json =>
  isList(value) ? value.map((item) => (item === from ? to : item)) : value === from ? to : value;
