/**
 * Which parts are in the merged form. What one deleted and the other left alone goes; what the other has changed, moved, or
 * put something into is asked about, as one with all that lies in it, and stays until somebody chooses.
 */
import { same } from '../json.ts';
import { otherSide, sides, type Ledger, type Side } from './conflict.ts';
import { partOf, refOf, root, wordsOf, type Key, type Tree } from './tree.ts';

export interface Trees {
  readonly base: Tree;
  readonly mine: Tree;
  readonly theirs: Tree;
  /** Parts that each has given another id. */
  readonly renamed: { readonly [side in Side]: ReadonlySet<Key> };
}

export const presenceId = (key: Key): string => `${key}/@there`;

export function membersOf(ledger: Ledger, trees: Trees): ReadonlySet<Key> {
  const members = new Set<Key>();
  for (const side of ['theirs', 'mine'] as const) {
    const own = trees[side];
    const other = trees[otherSide(side)];
    const visit = (key: Key, fate: 'normal' | 'kept' | 'dropped'): void => {
      const inside = (then: typeof fate): void => {
        for (const child of own.children.get(key) ?? []) visit(child, then);
      };
      if (other.nodes.has(key)) {
        members.add(key);
        inside('normal');
      } else if (!trees.base.nodes.has(key)) {
        if (fate !== 'dropped') members.add(key);
        inside(fate);
      } else {
        const then = fate === 'normal' ? fateOf(ledger, trees, side, key) : fate;
        if (then === 'kept') members.add(key);
        inside(then);
      }
    };
    for (const step of own.children.get(root) ?? []) visit(step, 'normal');
  }
  return members;
}

/** Of a part that the other side has deleted. */
function fateOf(ledger: Ledger, trees: Trees, side: Side, key: Key): 'kept' | 'dropped' {
  const id = presenceId(key);
  if (!ledger.forced.has(id) && !touched(trees, side, key)) return 'dropped';
  const { [side]: own, base } = trees;
  const node = own.nodes.get(key)!;
  const chosen = ledger.ask(
    {
      ...{ id, place: refOf(own, key), property: '', kind: 'there', words: wordsOf(node) },
      ...sides(partOf(base, key), undefined, undefined),
      [side]: partOf(own, key),
    },
    side,
  );
  return chosen === side ? 'kept' : 'dropped';
}

/** Whether this side did anything to it, or in it. */
function touched(trees: Trees, side: Side, key: Key): boolean {
  const { [side]: own, base } = trees;
  const now = own.nodes.get(key)!;
  const before = base.nodes.get(key);
  if (!before || before.parent !== now.parent || !same(before.props, now.props)) return true;
  if (trees.renamed[side].has(key)) return true;
  return (own.children.get(key) ?? []).some((child) => touched(trees, side, child));
}
