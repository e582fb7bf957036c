/** A party begins anew: what it had is put aside under another name, never deleted. The party must not be running. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { lockFolder } from './lock.ts';
import { writeManifest } from './manifest.ts';
import { nextGeneration, readMark } from './marks.ts';
import { isApart } from './open-place.ts';
import type { Place } from './place.ts';

/** → old and new names of what was put aside */
export async function beginAnew(place: Place, now: Date): Promise<readonly (readonly [from: string, to: string])[]> {
  await mkdir(place.data, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(place.data, place.label);
  const generation = nextGeneration(await readMark(place).catch(() => undefined), now);
  const ending = `.old-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const moved = [place.data, ...(isApart(place) ? [place.keys] : []), place.marks]
    .filter((folder) => existsSync(folder))
    .map((folder) => [folder, folder + ending] as const);
  // Keys and marks first: a stop in between leaves a database that is refused, not one that is overwritten.
  for (const [from, to] of [...moved].reverse()) await rename(from, to);
  // Another life, or the witnesses would hold the new log to what the old one was.
  await mkdir(place.data, { mode: 0o700 });
  await writeManifest(place.data, {
    id: randomUUID(),
    party: place.label,
    state: 'anew',
    since: now.toISOString(),
    generation,
    keys: {},
  });
  unlock();
  return moved;
}
