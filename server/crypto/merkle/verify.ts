/** Verifying proofs, by the steps of RFC 9162 sections 2.1.3.2 and 2.1.4.2. Wrong input is a proof that does not hold. */
import { nodeHash } from './hash.ts';

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;

/** Whether the leaf is in the tree of this root, at this index. `proof`: hashes from the leaf upwards */
export function holdsInclusion({
  index,
  size,
  leaf,
  proof,
  root,
}: {
  readonly index: number;
  readonly size: number;
  /** The leaf's hash. */
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}): boolean {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return false;
  let [own, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(own) || own === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(own) && own !== 0) [own, last] = [half(own), half(last)];
    } else hash = nodeHash(hash, sibling);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && isEqual(hash, root);
}

/**
 * Whether the tree of `toRoot` begins with the whole tree of `fromRoot`; `from` is at least 1. Equal sizes need an
 * empty proof and the same root.
 */
export function holdsConsistency({
  from,
  to,
  fromRoot,
  toRoot,
  proof,
}: {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}): boolean {
  if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 1 && from <= to)) return false;
  if (from === to) return proof.length === 0 && isEqual(fromRoot, toRoot);
  // A first tree that is complete is itself the first node of the proof.
  const path = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (!first || proof.length === 0) return false;
  let [own, last] = [from - 1, to - 1];
  while (isOdd(own)) [own, last] = [half(own), half(last)];
  let [fromHash, toHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(own) || own === last) {
      [fromHash, toHash] = [nodeHash(sibling, fromHash), nodeHash(sibling, toHash)];
      while (!isOdd(own) && own !== 0) [own, last] = [half(own), half(last)];
    } else toHash = nodeHash(toHash, sibling);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && isEqual(fromHash, fromRoot) && isEqual(toHash, toRoot);
}
