/** Takes a party's folders for one process: locked, looked at, and closed to others before anything in them is opened. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Clock } from '../../context.ts';
import { lockFolder } from './lock.ts';
import { fingerprint, readIfThere, readManifest, writeManifest, type Manifest } from './manifest.ts';
import { beginMarking, markProblems, readMark, type Marking } from './marks.ts';
import type { Place } from './place.ts';
import { FolderRefused, partyCommand } from './refused.ts';
import { verdictOn, type Found } from './rules.ts';

export interface OpenPlace {
  readonly place: Place;
  readonly id: string;
  /** How often a backup was taken up. */
  readonly generation: number;
  /** Everything that belongs here is made: from now on it has to be here, and not older than it was. */
  whole(): Promise<void>;
  /** Marks what was written. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** @param lock not for a command beside the running server. @throws FolderRefused */
export async function openPlace(
  place: Place,
  { clock, lock = true }: { readonly clock: Clock; readonly lock?: boolean },
): Promise<OpenPlace> {
  for (const folder of [place.data, place.keys]) await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = lock ? lockFolder(place.data, place.label) : () => undefined;
  try {
    const found = await look(place);
    const verdict = verdictOn(place, found);
    if (verdict.may === 'not') throw refusal(place, verdict.problems, verdict.back);
    const turnedBack = verdict.may === 'make' ? [] : await markProblems(place, found.manifest);
    if (turnedBack.length)
      throw refusal(
        place,
        turnedBack,
        `Put the newest copy back and start again. Or take this one up: \`${partyCommand('restore', place.label)}\` ends all sessions, tickets and codes in it, and records that it was done (docs/backup.md).`,
      );
    // What was refused stays as it was found.
    const known = found.manifest?.state === 'anew' ? undefined : found.manifest;
    const manifest = known ?? newManifest(place, found, verdict.may === 'make' ? 'making' : 'whole', clock);
    if (!known) await keep(place, manifest);
    await closeToOthers(place);
    const generation = (await readMark(place))?.generation ?? manifest.generation ?? 1;
    let marking: Marking | undefined;
    return {
      place,
      id: manifest.id,
      generation,
      async whole() {
        await closeToOthers(place);
        // A command beside the server leaves the marks to it. The mark first: the manifest says that it is there.
        if (lock || !found.manifest?.marked) marking = await beginMarking(place, manifest.id, generation, clock);
        await keepWhole(place, { ...found, manifest }, clock);
      },
      tick: async () => marking?.tick(),
      async close() {
        await marking?.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

const newManifest = (
  place: Place,
  { manifest, keysManifest }: Found,
  state: Manifest['state'],
  clock: Clock,
): Manifest => ({
  id: keysManifest?.id ?? randomUUID(),
  party: place.label,
  state,
  since: clock.now().toISOString(),
  ...(manifest?.generation !== undefined && { generation: manifest.generation }),
  keys: {},
});

/** Says of a place what it holds now, and that it holds all. */
export async function keepWhole(place: Place, found: Found, clock: Clock): Promise<Manifest> {
  const { secrets } = await look(place);
  const keys = Object.fromEntries(
    place.secrets
      .filter(({ name, witness }) => !witness || secrets.has(name))
      .map(({ name, changes }) => [name, changes ? null : (secrets.get(name) ?? null)]),
  );
  const known = found.manifest ?? newManifest(place, found, 'whole', clock);
  const whole: Manifest = { ...known, state: 'whole', marked: true, keys };
  if (JSON.stringify(whole) !== JSON.stringify(known) || (isApart(place) && !found.keysManifest))
    await keep(place, whole);
  return whole;
}

const refusal = (place: Place, problems: readonly string[], back: string): FolderRefused =>
  new FolderRefused(`${place.label} does not start:\n${problems.map((one) => `  - ${one}`).join('\n')}\n${back}`);

/** Reads only, nothing is made or opened for good; of secrets a fingerprint, never the text. */
export async function look(place: Place): Promise<Found> {
  const [manifest, keysManifest] = await Promise.all([
    manifestOf(place.data),
    isApart(place) ? manifestOf(place.keys) : undefined,
  ]);
  const secrets = new Map<string, string>();
  for (const { name } of place.secrets) {
    const text = await readIfThere(join(place.keys, name));
    if (text?.trim()) secrets.set(name, fingerprint(text));
  }
  return {
    ...(manifest && { manifest }),
    ...(keysManifest && { keysManifest }),
    marked: (await readdir(place.marks).catch(() => [])).length > 0,
    database: await databaseAt(place.database),
    secrets,
  };
}

async function manifestOf(folder: string): Promise<Manifest | undefined> {
  return readManifest(folder).catch((error: unknown) => {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FolderRefused(`folder.json in ${folder} is damaged: put it back from your backup.`);
  });
}

async function keep(place: Place, manifest: Manifest): Promise<void> {
  await writeManifest(place.data, manifest);
  if (isApart(place)) await writeManifest(place.keys, manifest);
}

/** The folder itself is inside, too. Both as paths only: links are not followed. */
export const isInside = (folder: string, path: string): boolean => !/^\.\.(?:\/|$)/.test(relative(folder, path));
/** Whether keys lie outside of the data folder, as live asks: a backup of the data has none then. */
export const isApart = ({ data, keys }: Place): boolean => !isInside(data, keys);

const magic = 'SQLite format 3\0';

/** An empty file would be filled like a new one. */
async function databaseAt(path: string): Promise<Found['database']> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return 'missing';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === magic ? 'there' : 'damaged';
  } finally {
    await file.close();
  }
}

/** What an earlier umask, or whoever copied a backup, left open: everything below, and nothing that a link leads to. */
async function closeToOthers({ data, keys, marks }: Place): Promise<void> {
  for (const folder of new Set([data, keys, marks])) await closeBelow(folder);
}

async function closeBelow(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // Marks are made later.
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!entries) return;
  await close(folder, 0o700);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await closeBelow(path);
    // Certificates are for everybody to read.
    else if (entry.isFile()) await close(path, entry.name.endsWith('.pem') ? 0o644 : 0o600);
  }
}

/** A file may be gone by now: a database's journal comes and goes. */
async function close(path: string, most: number): Promise<void> {
  const mode = (await stat(path).catch(() => undefined))?.mode;
  if (mode !== undefined && mode & 0o777 & ~most) await chmod(path, mode & most).catch(() => undefined);
}
