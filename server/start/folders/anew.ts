/** A party begins anew: what it had is put aside under another name, never deleted. The party must not be running. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { lockFolder } from './lock.ts';
import { isApart } from './open-place.ts';
import type { Place } from './place.ts';

/** → old and new names of what was put aside */
export async function beginAnew(place: Place, now: Date): Promise<readonly (readonly [from: string, to: string])[]> {
  await mkdir(place.data, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(place.data, place.label);
  const ending = `.old-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const moved = [place.data, ...(isApart(place) ? [place.keys] : []), place.marks]
    .filter((folder) => existsSync(folder))
    .map((folder) => [folder, folder + ending] as const);
  // Keys and marks first: a stop in between leaves a database that is refused, not one that is overwritten.
  for (const [from, to] of [...moved].reverse()) await rename(from, to);
  unlock();
  return moved;
}
