/**
 * What a merged form speaks of and does not have: a rule of the one about a question, an option that the other took away; a
 * section of a role that is gone; a source inside a group without those rows. Only what was sound where it comes from.
 */
import { comparisonsOfCalculation } from '#schemas/form/check-calculation.ts';
import { ConditionError, comparisonsOf, type Comparison } from '#schemas/form/condition-to-schema.ts';
import type { Calculation, Condition } from '#schemas/form/definition.ts';
import { isList, same, type Json, type JsonObject } from '../json.ts';
import { conditionKeys, type RuleKey } from '../references.ts';
import { otherSide, type Side } from './conflict.ts';
import { placeId, typeId } from './parts.ts';
import { presenceId } from './presence.ts';
import { groupAround, isGroup, upwards, type Key, type Tree } from './tree.ts';
import { isObject } from '#schemas/json.ts';

/** The form around the parts: roles and ends. */
export interface Whole {
  readonly tree: Tree;
  readonly form: JsonObject;
}

export interface Dangling {
  /** The decision that took away what is spoken of: a conflict from now on. */
  readonly decision: string;
  /** The side that needs it. */
  readonly side: Side;
  /** What goes where it is to be gone all the same. */
  readonly drop:
    | { readonly of: Key; readonly key: RuleKey | 'role' }
    | { readonly of: Key; readonly dataset: string }
    | { readonly end: string };
}

interface Names {
  readonly fields: readonly string[];
  /** Inner questions of groups that are summed up. */
  readonly sums: readonly (readonly [group: string, inner: string])[];
  readonly compared: readonly Comparison[];
}

function namesIn(rule: Json, key: RuleKey): Names {
  try {
    const compared =
      key === 'calculate' ? comparisonsOfCalculation(rule as Calculation) : comparisonsOf(rule as Condition);
    return { fields: [...new Set(compared.map(({ field }) => field))], sums: sumsIn(rule), compared };
  } catch (error) {
    if (error instanceof ConditionError) return { fields: [], sums: [], compared: [] };
    throw error;
  }
}

function sumsIn(node: Json): Names['sums'] {
  if (isList(node)) return node.flatMap(sumsIn);
  if (!isObject(node)) return [];
  const sum = node['sum'];
  const group = isList(sum) && isObject(sum[0]) ? sum[0]['var'] : undefined;
  const inner = isList(sum) ? sum[1] : undefined;
  if (typeof group === 'string' && typeof inner === 'string') return [[group, inner]];
  return Object.values(node).flatMap((one) => (one === undefined ? [] : sumsIn(one)));
}

const keyOf = (id: string): Key => `field/${id}`;

/** Whether a rule on this level can speak of it. */
const visible = (tree: Tree, id: string, group: Key | undefined): boolean =>
  tree.nodes.has(keyOf(id)) && groupAround(tree, keyOf(id)) === group;

const optionsOf = (tree: Tree, id: string): readonly Json[] | undefined => {
  const props = tree.nodes.get(keyOf(id))?.props;
  return props?.['type'] === 'choice' && isList(props['options'])
    ? props['options'].map((one) => (isObject(one) ? (one['value'] ?? null) : null))
    : undefined;
};

/** What one side had left speaking of nothing itself is no clash of two. */
export function danglingOf(merged: Whole, from: { readonly [side in Side]: Whole }): readonly Dangling[] {
  const found: Dangling[] = [];
  for (const side of ['mine', 'theirs'] as const) {
    const own = from[side];
    const other = from[otherSide(side)];
    for (const [key, node] of merged.tree.nodes) {
      const before = own.tree.nodes.get(key);
      if (!before) continue;
      for (const name of conditionKeys) {
        const rule = node.props[name];
        if (rule === undefined || !same(rule, before.props[name])) continue;
        const names = namesIn(rule, name);
        const left = other.tree.nodes.get(key)?.props[name];
        if (same(rule, left) && ruleClash(other.tree, own.tree, key, names) !== undefined) continue;
        const decision = ruleClash(merged.tree, own.tree, key, names);
        if (decision !== undefined) found.push({ decision, side, drop: { of: key, key: name } });
      }
      const role = node.props['role'];
      if (typeof role === 'string' && role === before.props['role'] && has(own.form, 'roles', role))
        if (!has(merged.form, 'roles', role) && !hasLeft(other, key, (props) => props['role'] === role))
          found.push({ decision: `form/roles/${role}/@there`, side, drop: { of: key, key: 'role' } });
      const group = groupAround(merged.tree, key);
      if (group !== undefined && groupAround(own.tree, key) === group)
        for (const dataset of datasetsOf(node.props['fill']))
          if (datasetsOf(before.props['fill']).includes(dataset))
            if (rowsOf(own.tree, group).includes(dataset) && !rowsOf(merged.tree, group).includes(dataset))
              if (!hasLeft(other, key, (props) => datasetsOf(props['fill']).includes(dataset)))
                found.push({ decision: `${group}/rows`, side, drop: { of: key, dataset } });
    }
    for (const end of listOf(merged.form, 'ends')) {
      const before = listOf(own.form, 'ends').find((one) => one['id'] === end['id']);
      if (!before || !isObject(end['when']) || !same(before['when'], end['when'])) continue;
      const names = namesIn(end['when'], 'show');
      const left = listOf(other.form, 'ends').find((one) => one['id'] === end['id'])?.['when'];
      if (same(end['when'], left) && ruleClash(other.tree, own.tree, undefined, names) !== undefined) continue;
      const decision = ruleClash(merged.tree, own.tree, undefined, names);
      if (decision !== undefined) found.push({ decision, side, drop: { end: String(end['id']) } });
    }
  }
  return found;
}

const hasLeft = ({ tree }: Whole, key: Key, test: (props: JsonObject) => boolean): boolean =>
  test(tree.nodes.get(key)?.props ?? {});

/** @returns the decision that is in the way of the rule */
function ruleClash(merged: Tree, own: Tree, key: Key | undefined, names: Names): string | undefined {
  const level = (tree: Tree): Key | undefined => (key === undefined ? undefined : groupAround(tree, key));
  for (const id of names.fields) {
    if (!visible(own, id, level(own)) || visible(merged, id, level(merged))) continue;
    const target = keyOf(id);
    if (!merged.nodes.has(target)) return goneWith(merged, own, target);
    return placeId(key !== undefined && level(own) !== level(merged) ? key : target);
  }
  for (const [group, inner] of names.sums) {
    if (!visible(own, inner, keyOf(group)) || visible(merged, inner, keyOf(group))) continue;
    return merged.nodes.has(keyOf(inner)) ? placeId(keyOf(inner)) : goneWith(merged, own, keyOf(inner));
  }
  for (const { field, values } of names.compared) {
    const [before, now] = [optionsOf(own, field), optionsOf(merged, field)];
    if (!before || !values.some((value) => before.includes(value))) continue;
    if (!now) return typeId(keyOf(field));
    const gone = values.find((value) => before.includes(value) && !now.includes(value));
    if (gone !== undefined) return `${keyOf(field)}/options/${String(gone)}/@there`;
  }
  return undefined;
}

/** The outermost of what is gone with it. */
const goneWith = (merged: Tree, own: Tree, key: Key): string =>
  presenceId(
    upwards(own, key)
      .filter((one) => !merged.nodes.has(one))
      .at(-1) ?? key,
  );

const listOf = (form: JsonObject, key: string): readonly JsonObject[] => {
  const list = form[key];
  return isList(list) ? list.filter((one) => isObject(one)) : [];
};

const has = (form: JsonObject, key: string, id: string): boolean => listOf(form, key).some((one) => one['id'] === id);

const datasetsOf = (fill: Json | undefined): readonly string[] =>
  isObject(fill) ? listOf(fill, 'from').map((source) => String(source['dataset'])) : [];

const rowsOf = (tree: Tree, group: Key): readonly string[] => {
  const node = tree.nodes.get(group);
  return isGroup(node) ? datasetsOf(node?.props['rows']) : [];
};
