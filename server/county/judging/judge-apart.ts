/** A thread of its own for what designers write. Whoever writes what takes too long is told so; residents notice nothing. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Tinypool } from 'tinypool';
import { packageRoot } from '../../package-root.ts';
import { Turns } from '../../limits/turns.ts';
import { FormsError } from '../forms/errors.ts';
import type { Judge } from './judged.ts';

/** Milliseconds. */
const patience = 10_000;

/** Of one person: several windows, and a publication meanwhile. */
const mostWaiting = 8;

/** Of the server as it is built: a thread of the sources could not read them. */
const file = pathToFileURL(join(packageRoot, 'dist/server/server/county/judging/worker.js')).href;

const memory = { maxOldGenerationSizeMb: 512 };

export interface JudgeApart extends Judge {
  close(): Promise<void>;
}

/**
 * @param limit milliseconds for one check or compilation; waiting for a turn does not count
 * One at a time, of the persons who wait in turn. @throws 422 `too-complex` over the time or 512 MiB, 429
 * `checks-waiting`
 */
export function judgeApart(limit = patience): JudgeApart {
  const pool = new Tinypool({
    filename: file,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: memory,
  });
  // Whose work it was hears of it; a thread that ends idle is nobody's, and the next one is made when it is needed.
  pool.on('error', () => undefined);
  // The time of whoever waits for a turn does not run yet.
  const turns = new Turns(mostWaiting, () => new FormsError('checks-waiting'));
  const run = <T>(name: keyof Judge, given: unknown, who: string): Promise<T> =>
    turns.run(who, () => within<T>(name, given));

  async function within<T>(name: keyof Judge, given: unknown): Promise<T> {
    // On a busy machine a thread takes longer to begin than a form to be read: that is nobody's form.
    await pool.run(undefined, { name: 'ready' });
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), limit);
    try {
      return (await pool.run(given, { name, signal: stop.signal })) as T;
    } catch (error) {
      if (stop.signal.aborted || isOutOfMemory(error)) throw new FormsError('too-complex');
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    check: (judged, who) => run('check', judged, who),
    compile: (definition, who) => run('compile', definition, who),
    close: () => pool.destroy(),
  };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
