/** The platform's last signed checkpoint, outside its database: the log must hold it, and go on from it. */
import { join } from 'node:path';
import type { Marks } from '../../adapters/sqlite/marks.ts';
import { rootOf } from '../../crypto/merkle/nodes.ts';
import { openNote, verifierKey } from '../../crypto/signed-note.ts';
import { nameOf } from '../../platform/log/names.ts';
import { HoleInTree } from '../../platform/log/proof.ts';
import { readIfThere } from './manifest.ts';
import type { Place } from './place.ts';

export const checkpointFile = 'last-checkpoint.txt';

interface KeyRow {
  readonly use: string;
  /** Base64. */
  readonly public: string;
}

/** Empty: it holds, or there is none to hold (no platform, never signed). Reads only. */
export async function checkpointProblem(
  place: Place,
  inside: Pick<Marks, 'checkpoint' | 'node'>,
): Promise<readonly string[]> {
  if (place.kind !== 'platform') return [];
  const file = join(place.marks, checkpointFile);
  const note = await readIfThere(file);
  if (note === undefined) return [];
  const keys = await readIfThere(join(place.keys, 'log-keys.json'));
  const rows = keys === undefined ? [] : (JSON.parse(keys) as { keys: readonly KeyRow[] }).keys;
  const [origin = ''] = note.split('\n');
  const known = rows
    .filter(({ use }) => use === 'checkpoint')
    .map((row) => verifierKey(nameOf(origin), Buffer.from(row.public, 'base64')));
  const outside = headOf(openNote(note, known));
  if (!outside) return [`${file} is not signed by the keys of this log`];
  const newest = headOf(inside.checkpoint());
  if (!newest || newest.size < outside.size)
    return [
      `the log in ${place.database} was turned back: ${outside.size} entries were signed, it has ${newest?.size ?? 0}`,
    ];
  return outside.root === rootAt(outside.size, inside)
    ? []
    : [`the log in ${place.database} is not the one whose ${outside.size} entries were signed`];
}

function headOf(note: string | undefined): { readonly size: number; readonly root: string } | undefined {
  const [, size = '', root = ''] = note?.split('\n') ?? [];
  return /^\d+$/.test(size) && root ? { size: Number(size), root } : undefined;
}

function rootAt(size: number, { node }: Pick<Marks, 'node'>): string | undefined {
  try {
    const root = rootOf(size, ({ level, index }) => {
      const hash = node(level, index);
      if (!hash) throw new HoleInTree('a hole');
      return hash;
    });
    return Buffer.from(root).toString('base64');
  } catch (error) {
    if (error instanceof HoleInTree) return undefined;
    throw error;
  }
}
