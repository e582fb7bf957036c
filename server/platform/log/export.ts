/**
 * The log as a verifier wants it: one JSON object per line and entry. Where a checkpoint was signed, its line carries it,
 * and the complete subtrees under it, from which a verifier goes on even when lines before it are gone.
 */
import { leafHash } from '../../crypto/merkle/hash.ts';
import type { LogReads } from '../storage.ts';
import { base64, peaksOf } from './proof.ts';

/** Entries at once, here and in `GET /log/entries`. */
export const pageSize = 256;

/**
 * @param size of the newest checkpoint
 * @yields some lines at a time. A row that is gone is left out, and one that stands outside the numbers that were signed
 *   is told too, for the verifier to name.
 */
export async function* exportLines(log: LogReads, size: number): AsyncGenerator<string> {
  yield linesOf(log, -Number.MAX_SAFE_INTEGER, 0);
  for (let start = 0; start < size; start += pageSize) yield linesOf(log, start, Math.min(start + pageSize, size));
  // What was properly added meanwhile comes with its own checkpoints.
  yield linesOf(log, size, Number.MAX_SAFE_INTEGER);
}

async function linesOf(log: LogReads, start: number, end: number): Promise<string> {
  const [entries, checkpoints] = await Promise.all([log.logEntries(start, end), log.checkpoints(start, end)]);
  const signed = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint.note]));
  const leaves = await log.logNodes(entries.map(({ index }) => ({ level: 0, index })));
  const lines = await Promise.all(
    entries.map(async ({ index, entry }, row) => {
      const note = signed.get(index + 1);
      return JSON.stringify({
        index,
        // As stored, so that it tells on an entry that was changed.
        leaf_hash: base64(leaves[row] ?? leafHash(entry)),
        entry,
        ...(note ? { checkpoint: note, peaks: await peaksOf(log, index + 1).catch(() => undefined) } : {}),
      });
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}
