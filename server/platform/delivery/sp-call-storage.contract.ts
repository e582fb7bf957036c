/** What the outbox of SP-API calls of every storage must do. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { PlatformStorage, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const content = { epoch: start.toISOString(), wrappedKey: Buffer.alloc(60, 7), sealed: Buffer.from('words') };
const taken = { ok: false, reason: 'sp-call-taken' };

const claim = (txId: string, tries: number, at: number, until: number, heldBy = 'one/a'): Step => ({
  step: 'claim-sp-call',
  txId,
  tries,
  at: later(at),
  heldUntil: later(until),
  heldBy,
});

export function spCallsContract(name: string, make: () => PlatformStorage | Promise<PlatformStorage>): void {
  const contract = (rule: string, body: (storage: PlatformStorage, txId: string) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      const txId = randomUUID();
      const call = { txId, at: start, until: later(1000), content };
      assert.ok((await storage.commit([{ step: 'queue-sp-call', call }])).ok);
      await body(storage, txId);
      await storage.close();
    });
  const due = async (storage: PlatformStorage, at: number): Promise<readonly string[]> =>
    (await storage.spCallsDue(later(at), 10)).map(({ txId }) => txId);

  contract('a queued call is due at once, whole', async (storage, txId) => {
    assert.deepEqual(await due(storage, -1), []);
    assert.deepEqual(await due(storage, 0), [txId]);
    const { at, until, tries, nextAt, heldBy, content: kept } = (await storage.spCall(txId))!;
    assert.deepEqual([at, until, tries, nextAt, heldBy], [start, later(1000), 0, start, undefined]);
    assert.equal(Buffer.from(kept.sealed).toString(), 'words');
  });

  contract('of fifty workers one makes the call, and nobody else until its time is over', async (storage, txId) => {
    const claims = await Promise.all(Array.from({ length: 50 }, () => storage.commit([claim(txId, 0, 0, 60)])));
    assert.equal(claims.filter(({ ok }) => ok).length, 1);
    assert.deepEqual(await due(storage, 59), []);
    assert.deepEqual(await storage.commit([claim(txId, 1, 59, 99)]), taken);
    assert.deepEqual(await due(storage, 60), [txId]);
    assert.ok((await storage.commit([claim(txId, 1, 60, 99)])).ok);
    assert.deepEqual(
      await storage.commit([{ step: 'finish-sp-call', txId, tries: 1 }]),
      taken,
      'the first worker is too late',
    );
    assert.deepEqual(await storage.commit([{ step: 'retry-sp-call', txId, tries: 1, nextAt: start }]), taken);
  });

  contract('put off, then finished: it is gone, once', async (storage, txId) => {
    await storage.commit([claim(txId, 0, 0, 60)]);
    assert.ok((await storage.commit([{ step: 'retry-sp-call', txId, tries: 1, nextAt: later(5) }])).ok);
    assert.deepEqual(await due(storage, 4), []);
    assert.ok((await storage.commit([claim(txId, 1, 5, 60)])).ok);
    assert.ok((await storage.commit([{ step: 'finish-sp-call', txId, tries: 2 }])).ok);
    assert.equal(await storage.spCall(txId), undefined);
    assert.deepEqual(await storage.commit([{ step: 'finish-sp-call', txId, tries: 2 }]), taken);
  });

  contract(
    'what a former life of the same process held is due at its start; another’s is not',
    async (storage, txId) => {
      const free = (instance: string, heldBy: string): Step => ({
        step: 'free-sp-calls',
        instance,
        heldBy,
        at: later(1),
      });
      await storage.commit([claim(txId, 0, 0, 60, 'one/a')]);
      await storage.commit([free('two', 'two/b'), free('on', 'on/b'), free('one', 'one/a')]);
      assert.deepEqual(await due(storage, 59), []);
      await storage.commit([free('one', 'one/b')]);
      assert.deepEqual(await due(storage, 1), [txId]);
    },
  );

  contract('the end of a journey ends what was still to be said about it', async (storage) => {
    const journey = {
      id: randomUUID(),
      txId: randomUUID(),
      sessionHash: 's',
      clientId: 'CLI.a',
      resources: ['API.a'],
      returnUrl: 'http://a.test/',
      startedAt: start,
    };
    await storage.commit([
      { step: 'open-journey', journey },
      { step: 'queue-sp-call', call: { txId: journey.txId, at: start, until: later(1000), content } },
    ]);
    await storage.commit([{ step: 'end-journey', id: journey.id, txId: journey.txId, code: 205, at: start }]);
    assert.equal(await storage.spCall(journey.txId), undefined);
  });
}
