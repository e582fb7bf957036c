/** What the tamper-evident log adds to one event: the leaf with its tree, and the signature over the head. */
import { generateKeyPairSync } from 'node:crypto';
import { sqlitePlatformStorage } from '#server/adapters/sqlite/platform/storage.ts';
import { checkpointText, rawPublicKey, signNote } from '#server/crypto/signed-note.ts';
import type { Step } from '#server/platform/storage.ts';

export interface LogFigures {
  readonly entries: number;
  /** Microseconds of processor time, in memory: the disk's own wait is the same with and without. */
  readonly appendMicros: number;
  readonly signMicros: number;
}

export async function benchLog(entries: number): Promise<LogFigures> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = { privateKey, raw: rawPublicKey(privateKey) };
  const at = new Date();
  const event = (n: number): Step => ({
    step: 'record-event',
    event: { txId: `tx-${n % 500}`, at, number: 240, source: 'platform', ok: true, resourceId: 'API.7QovE2Gev6' },
  });
  const head: Step = {
    step: 'sign-head',
    entries: 1,
    at,
    sign: ({ size, root }) => signNote(checkpointText('bench/log', size, root), 'bench/log', key),
  };
  const each = async (plan: (n: number) => readonly Step[]): Promise<number> => {
    const storage = sqlitePlatformStorage(':memory:');
    const before = process.cpuUsage();
    for (let n = 0; n < entries; n += 1) {
      const result = await storage.commit(plan(n));
      if (!result.ok) throw new Error(result.reason);
    }
    const { user, system } = process.cpuUsage(before);
    await storage.close();
    return (user + system) / entries;
  };
  const empty = await each(() => [{ step: 'told-wrong-tries', personHash: 'nobody' }]);
  const appended = await each((n) => [event(n)]);
  const signed = await each((n) => [event(n), head]);
  return { entries, appendMicros: appended - empty, signMicros: signed - appended };
}
