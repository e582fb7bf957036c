/**
 * Two documents → the changes that lead from one to the other, as small as where they differ, so that a whole document (a
 * merge, a kept one) can be an edit like any other: undone, done again, kept with the draft.
 */
import type { Change } from './change.ts';
import { asJson, type BuilderDocument } from './document.ts';
import { isList, same, type Json, type Path } from './json.ts';
import { inOrder } from './key-order.ts';
import { isObject } from '#schemas/json.ts';

export const changesBetween = (before: BuilderDocument, after: BuilderDocument): readonly Change[] => {
  const [a, b] = [inOrder(asJson(before)), inOrder(asJson(after))];
  return isObject(a) && isObject(b) ? within(a, b, []) : [];
};

type Node = { readonly [key: string]: Json | undefined };

function within(before: Node, after: Node, path: Path): readonly Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => between(before[key], after[key], path, key));
}

function between(before: Json | undefined, after: Json | undefined, path: Path, key: string): readonly Change[] {
  if (same(before, after)) return [];
  const inside = [...path, key];
  if (isObject(before) && isObject(after) && !isRule(key)) return within(before, after, inside);
  if (isList(before) && isList(after) && sameParts(before, after))
    return before.flatMap((one, index) => within(one as Node, after[index] as Node, [...inside, index]));
  return [
    {
      ...{ op: 'set', path, key },
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}

/** Parts with the same ids in the same order: what differs lies inside them. */
const sameParts = (before: readonly Json[], after: readonly Json[]): boolean =>
  before.length === after.length &&
  before.every((one, index) => {
    const other = after[index];
    return isObject(one) && isObject(other) && typeof one['id'] === 'string' && one['id'] === other['id'];
  });

const isRule = (key: string): boolean => ['show', 'requiredWhen', 'when', 'calculate'].includes(key);
