/** Proofs from what is stored. A size is always one that is signed: nothing is proved that nobody vouches for. */
import type { Place, Range } from '../../crypto/merkle/nodes.ts';
import { foldPeaks, placesOf } from '../../crypto/merkle/nodes.ts';
import { consistencyRanges, inclusionRanges } from '../../crypto/merkle/proofs.ts';
import type { LogReads } from '../storage.ts';

/** Hashes in Base64, in the order of RFC 9162. @throws RangeError */
export const inclusionProof = (log: LogReads, index: number, size: number): Promise<readonly string[]> =>
  hashesOf(log, inclusionRanges(index, size));

/** As above. */
export const consistencyProof = (log: LogReads, from: number, to: number): Promise<readonly string[]> =>
  hashesOf(log, consistencyRanges(from, to));

/** The complete subtrees of the tree of `size`, from left to right, in Base64. */
export const peaksOf = async (log: LogReads, size: number): Promise<readonly string[]> =>
  (await nodesAt(log, placesOf({ start: 0, end: size }))).map(base64);

/** Standard Base64 with padding, as all hashes of the log are written */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function hashesOf(log: LogReads, ranges: readonly Range[]): Promise<readonly string[]> {
  return Promise.all(ranges.map(async (range) => base64(foldPeaks(await nodesAt(log, placesOf(range))))));
}

/** The stored tree lacks a node. */
export class HoleInTree extends Error {}

async function nodesAt(log: LogReads, places: readonly Place[]): Promise<readonly Uint8Array[]> {
  const nodes = await log.logNodes(places);
  return nodes.map((node) => {
    if (!node) throw new HoleInTree('the stored tree has a hole');
    return node;
  });
}
