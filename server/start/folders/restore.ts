/**
 * Takes up a database that was put back from a backup, by an operator's explicit word: everything single-use and every
 * session in it ends, the generation rises, and both are on record. The party must not be running.
 */
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { recordAction } from '../../accounts/session.ts';
import { openKeyFolder } from '../../files/key-folder.ts';
import { endAll } from '../../adapters/sqlite/end-all.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { sqliteProviderStorage } from '../../adapters/sqlite/provider/storage.ts';
import type { Clock } from '../../context.ts';
import { checkpointText, signNote } from '../../crypto/signed-note.ts';
import { event } from '../../platform/log/events.ts';
import { LogKeys } from '../../platform/log/keys.ts';
import { logOrigin, treeOrigin } from '../../platform/log/names.ts';
import { checkpointFile } from './last-checkpoint.ts';
import { lockFolder } from './lock.ts';
import { beginMarking, markProblems, nextGeneration, readMark } from './marks.ts';
import { keepWhole, look } from './open-place.ts';
import type { Place } from './place.ts';
import { FolderRefused } from './refused.ts';
import { verdictOn } from './rules.ts';

export interface Restored {
  /** What was found, in words. */
  readonly found: readonly string[];
  readonly generation: number;
}

const who = { id: 'command', name: 'npm run data -- restore' };

/** @throws FolderRefused where keys or database are not what they must be */
export async function restore(
  place: Place,
  { clock, publicUrl }: { readonly clock: Clock; readonly publicUrl: string },
): Promise<Restored> {
  if (!existsSync(place.data)) throw new FolderRefused(`${place.label}: ${place.data} is not there`);
  const unlock = lockFolder(place.data, place.label);
  try {
    const files = await look(place);
    const verdict = verdictOn(place, files);
    if (verdict.may === 'make') throw new FolderRefused(`${place.label}: ${place.data} holds no database to take up`);
    if (verdict.may === 'not')
      throw new FolderRefused(
        `${place.label} is not taken up:\n${verdict.problems.map((one) => `  - ${one}`).join('\n')}`,
      );
    const found = await markProblems(place, files.manifest);
    const now = clock.now();
    const mark = await readMark(place).catch(() => undefined);
    const generation = nextGeneration(mark, now);
    await migrate(place);
    await requireSoundLog(place, now);
    endAll(place.kind, place.database, now);
    await record(place, { now, generation, publicUrl, about: found.join('; ') });
    const checkpoint = join(place.marks, checkpointFile);
    // What was signed before stays, as evidence.
    if (existsSync(checkpoint)) await rename(checkpoint, join(place.marks, `before-${generation}-${checkpointFile}`));
    const { id } = await keepWhole(place, files, clock);
    await (await beginMarking(place, id, generation, clock, mark?.no)).close();
    return { found, generation };
  } finally {
    unlock();
  }
}

/** A backup may be of an earlier version. */
async function migrate({ kind, database }: Place): Promise<void> {
  const open = { platform: sqlitePlatformStorage, county: sqliteCountyStorage, provider: sqliteProviderStorage }[kind];
  await open(database).close();
}

/** Before anything is ended. What the log is asked for is what `record` asks for, and nobody signs it: all is rolled back. */
async function requireSoundLog({ kind, label, database, keys: keyFolder }: Place, now: Date): Promise<void> {
  if (kind !== 'platform') return;
  const keys = await LogKeys.open(await openKeyFolder(keyFolder), now);
  keys.signing('checkpoint');
  const storage = sqlitePlatformStorage(database);
  const unsigned = (): never => {
    throw new Error('only looked at');
  };
  const result = await storage.commit([
    event('restore', 'backup taken up', now),
    { step: 'sign-head', entries: 1, at: now, sign: unsigned },
  ]);
  await storage.close();
  if (!result.ok && result.reason !== 'log-unsigned')
    throw new FolderRefused(
      `${label} is not taken up: its log does not hold (${result.reason}). Nothing in it has ended.`,
    );
}

async function record(
  { kind, label, database, keys: keyFolder }: Place,
  { now, generation, publicUrl, about }: { now: Date; generation: number; publicUrl: string; about: string },
): Promise<void> {
  const action = { verb: 'restore-backup', object: `${label} ${generation}`, reason: about || 'by command' };
  if (kind === 'county') {
    const storage = sqliteCountyStorage(database);
    await storage.commit([recordAction(who, action, now)]);
    await storage.close();
  }
  if (kind === 'platform') {
    const storage = sqlitePlatformStorage(database);
    const keys = await LogKeys.open(await openKeyFolder(keyFolder), now);
    const result = await storage.commit([
      recordAction(who, action, now),
      event(`restore-${generation}`, 'backup taken up', now),
      {
        step: 'sign-head',
        entries: 1,
        at: now,
        sign: ({ size, root }) =>
          signNote(
            checkpointText(treeOrigin(publicUrl, generation), size, root),
            logOrigin(publicUrl),
            keys.signing('checkpoint'),
          ),
      },
    ]);
    await storage.close();
    if (!result.ok)
      throw new Error(
        `${label}: all in it has ended, but the log can not be written (${result.reason}): give the command again`,
      );
  }
}
