/**
 * The three things that can happen to a document. A change holds what was there before, so it can be turned round, sent,
 * stored and refused where the document is not the one that it was made for.
 */
import { at, isList, same, update, type Json, type Path } from './json.ts';
import { inOrder, withKey } from './key-order.ts';
import { isObject } from '#schemas/json.ts';

export type Change =
  /** A key of the object at `path`; absent = the key is not there. */
  | {
      readonly op: 'set';
      readonly path: Path;
      readonly key: string;
      readonly before?: Json;
      readonly after?: Json;
    }
  /** Into or out of the list at `path`. */
  | { readonly op: 'insert' | 'remove'; readonly path: Path; readonly index: number; readonly value: Json };

/** The document is not the one that the change was made for; nothing was changed. */
export class StaleChange extends Error {
  readonly code = 'stale-change';
}

/** @throws StaleChange */
export function applyChange<Root extends Json>(root: Root, change: Change): Root {
  if (at(root, change.path) === undefined) throw new StaleChange(`nothing at /${change.path.join('/')}`);
  return update(root, change.path, (node) => applied(node, change)) as Root;
}

export const applyChanges = <Root extends Json>(root: Root, changes: readonly Change[]): Root =>
  changes.reduce(applyChange, root);

function applied(node: Json, change: Change): Json {
  const stale = (): never => {
    throw new StaleChange(`not as expected at /${change.path.join('/')}`);
  };
  if (change.op === 'set') {
    if (!isObject(node)) return stale();
    if (!same(node[change.key], change.before)) return stale();
    return withKey(node, change.key, change.after);
  }
  if (!isList(node)) return stale();
  const { index, value } = change;
  if (change.op === 'insert') {
    if (index < 0 || index > node.length) return stale();
    return [...node.slice(0, index), value, ...node.slice(index)];
  }
  if (!same(node[index], value)) return stale();
  return [...node.slice(0, index), ...node.slice(index + 1)];
}

export function invertChange(change: Change): Change {
  if (change.op === 'set') {
    const { op, path, key, before, after } = change;
    return {
      op,
      path,
      key,
      ...(after === undefined ? {} : { before: after }),
      ...(before === undefined ? {} : { after: before }),
    };
  }
  return { ...change, op: change.op === 'insert' ? 'remove' : 'insert' };
}

export const invertChanges = (changes: readonly Change[]): readonly Change[] => changes.map(invertChange).reverse();

/** The same change with the keys of what it brings in order (`key-order.ts`). */
export function changeInOrder(change: Change): Change {
  if (change.op !== 'set') return { ...change, value: inOrder(change.value) };
  return change.after === undefined ? change : { ...change, after: inOrder(change.after) };
}
