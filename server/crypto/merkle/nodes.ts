/**
 * A growing tree as its complete subtrees: node (level, index) covers the leaves index·2^level up to (index+1)·2^level
 * and never changes once it is there. Owns which of them an append completes and which of them make up a range; where
 * they are stored is the caller's.
 */
import { emptyRoot, leafHash, nodeHash } from './hash.ts';

export interface Place {
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends Place {
  readonly hash: Uint8Array;
}

/** Leaves `start` to before `end`; `start` is a multiple of the largest power of two that fits. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Throws when the node is not there: a stored tree with a hole must not be built upon. */
export type FindNode = (place: Place) => Uint8Array;

/** The nodes that the leaf number `size` makes, itself first; `find` is asked for their left brothers. */
export function appended(size: number, entry: Uint8Array | string, find: FindNode): readonly TreeNode[] {
  let node: TreeNode = { level: 0, index: size, hash: leafHash(entry) };
  const made = [node];
  while (node.index % 2 === 1) {
    const left = find({ level: node.level, index: node.index - 1 });
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash) };
    made.push(node);
  }
  return made;
}

/** Largest power of two that is less than `n`, for n ≥ 2. */
export function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees that make up a range, from left to right. For a whole tree: its peaks. */
export function placesOf({ start, end }: Range): readonly Place[] {
  const places: Place[] = [];
  for (let from = start; from < end;) {
    let level = 0;
    while (from % 2 ** (level + 1) === 0 && from + 2 ** (level + 1) <= end) level += 1;
    places.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return places;
}

/** The hash of a range from its complete subtrees. No hashes: the empty tree's. */
export function foldPeaks(hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  if (!last) return emptyRoot();
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** → 32 bytes; of a range of no leaves the empty tree's. Throws what `find` throws. */
export const rangeHash = (range: Range, find: FindNode): Uint8Array => foldPeaks(placesOf(range).map(find));

/** → the root of the first `size` leaves, 32 bytes; a tree that has grown since still gives it */
export const rootOf = (size: number, find: FindNode): Uint8Array => rangeHash({ start: 0, end: size }, find);
