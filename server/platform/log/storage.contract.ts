/** What every engine must hold of the log: a leaf per event in the event's own transaction, or none. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { leafHash } from '../../crypto/merkle/hash.ts';
import { foldPeaks, placesOf } from '../../crypto/merkle/nodes.ts';
import type { PlatformStorage, Step } from '../storage.ts';
import { commitment } from './commitment.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const envelope = { epoch: 'e', wrappedKey: Buffer.alloc(1), sealed: Buffer.alloc(1) };

const event = (txId: string, number: number, at = start): Step => ({
  step: 'record-event',
  event: { txId, at, number, source: 'platform', ok: true, resourceId: 'API.a' },
});
const head = (entries: number): Step => ({
  step: 'sign-head',
  entries,
  at: start,
  sign: ({ size, root }) => `${size} ${Buffer.from(root).toString('hex')}`,
});

const open = (txId: string): Step => ({
  step: 'open-journey',
  journey: {
    id: randomUUID(),
    txId,
    sessionHash: 's',
    clientId: 'CLI.a',
    resources: ['API.a'],
    returnUrl: 'http://localhost/',
    startedAt: start,
  },
});

const entryAt = async (storage: PlatformStorage, index: number): Promise<Record<string, unknown>> => {
  const [row] = await storage.logEntries(index, index + 1);
  return JSON.parse(row?.entry ?? assert.fail('no entry')) as Record<string, unknown>;
};

export function logStorageContract(name: string, make: () => PlatformStorage): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = make();
      await body(storage);
      await storage.close();
    });

  contract('every event is one leaf; numbers have no gap; each names the one before', async (storage) => {
    const tx = randomUUID();
    const transaction = { txId: tx, clientId: 'CLI.a', resources: ['API.a'], startedAt: start };
    await storage.commit([{ step: 'open-transaction', transaction }, event(tx, 140), event(tx, 180)]);
    await storage.commit([event(tx, 250, later(5)), head(3)]);
    const entries = await storage.logEntries(0, 100);
    assert.deepEqual(
      entries.map(({ index }) => index),
      [0, 1, 2],
    );
    const hashes = entries.map(({ entry }) => leafHash(entry));
    const { prev, ...third } = await entryAt(storage, 2);
    assert.equal(prev, hashes[1]?.toString('base64'));
    assert.equal('prev' in (await entryAt(storage, 0)), false);
    const { salt } = (await storage.logSubject(tx)) ?? assert.fail();
    assert.deepEqual(third, {
      v: 1,
      index: 2,
      at: later(5).toISOString(),
      event: 250,
      source: 'platform',
      ok: true,
      resource: 'API.a',
      client: 'CLI.a',
      tx: commitment(salt, 2, 'tx', tx),
    });
    const checkpoint = await storage.checkpoint();
    assert.equal(checkpoint?.size, 3);
    const peaks = await storage.logNodes(placesOf({ start: 0, end: 3 }));
    const root = foldPeaks(peaks.map((hash) => hash ?? assert.fail()));
    assert.deepEqual(Buffer.from(checkpoint?.root ?? []), Buffer.from(root));
    assert.equal(checkpoint?.note, `3 ${Buffer.from(root).toString('hex')}`);
    assert.deepEqual(await storage.logNodes([{ level: 9, index: 9 }]), [undefined]);
  });

  contract('a plan that is rolled back leaves no leaf, and the next takes its number', async (storage) => {
    const tx = randomUUID();
    await storage.commit([open(tx), event(tx, 140), head(1)]);
    const refused = await storage.commit([event(tx, 240), head(1), open(tx)]);
    assert.deepEqual(refused, { ok: false, reason: 'tx-used' });
    assert.equal((await storage.logEntries(0, 9)).length, 1);
    assert.equal((await storage.checkpoint())?.size, 1);
    assert.deepEqual(await storage.commit([event(tx, 241), head(1)]), { ok: true });
    assert.equal((await entryAt(storage, 1))['event'], 241);
  });

  contract('50 at once: each has its place', async (storage) => {
    const txs = Array.from({ length: 50 }, () => randomUUID());
    const results = await Promise.all(txs.map((tx) => storage.commit([event(tx, 140), head(1)])));
    assert.ok(results.every(({ ok }) => ok));
    const entries = await storage.logEntries(0, 100);
    assert.deepEqual(
      entries.map(({ index }) => index),
      txs.map((_, index) => index),
    );
    assert.deepEqual(
      (await storage.checkpoints(10, 13)).map(({ size }) => size),
      [11, 12, 13],
    );
  });

  contract('a person is in the log only as a commitment of one transaction', async (storage) => {
    const [own, other] = [randomUUID(), randomUUID()];
    const verified = (txId: string): Step[] => [
      {
        step: 'open-transaction',
        transaction: { txId, clientId: 'x', resources: [], startedAt: start, personHash: 'p' },
      },
      event(txId, 180),
      event(txId, 240),
    ];
    await storage.commit([...verified(own), ...verified(other)]);
    const people = await Promise.all([0, 1, 2, 3].map(async (index) => (await entryAt(storage, index))['person']));
    const txs = await Promise.all([0, 1, 2, 3].map(async (index) => (await entryAt(storage, index))['tx']));
    assert.equal(new Set([...people, ...txs]).size, 8, 'no two entries can be told to belong together');
    const subject = (await storage.logSubject(own)) ?? assert.fail();
    assert.equal(people[1], commitment(subject.salt, 1, 'person', subject.principal ?? ''));
    assert.notEqual(subject.principal, (await storage.logSubject(other))?.principal);
    for (const { entry } of await storage.logEntries(0, 9))
      assert.ok(!entry.includes(own) && !entry.includes(other) && !entry.includes('"p"'));
  });

  contract('who arrives is not known to the log, and who was verified is, with their arrival', async (storage) => {
    const tx = randomUUID();
    const journey = open(tx) as Extract<Step, { step: 'open-journey' }>;
    const { id, clientId, startedAt } = journey.journey;
    await storage.commit([journey, { step: 'show-screen', id, from: 'facts', to: 'identity' }]);
    await storage.commit([{ step: 'refuse-arrival', txId: randomUUID(), clientId, code: 400, at: start }]);
    assert.equal(await storage.logSubject(tx), undefined);
    const proved = { id, txId: tx, clientId, startedAt, person: envelope, personHash: 'p' } as const;
    await storage.commit([
      { step: 'verify-identity', ...proved, method: 'nhi-card', to: 'fetching' },
      event(tx, 140),
      event(tx, 180),
    ]);
    for (const index of [0, 1]) assert.equal('person' in (await entryAt(storage, index)), true);
    assert.equal((await entryAt(storage, 0))['client'], 'CLI.a');
    assert.deepEqual((await storage.logSubject(tx))?.startedAt, start);
  });

  contract('the record of a consent is committed to and kept', async (storage) => {
    const tx = randomUUID();
    const consent = { ...event(tx, 240), record: '{"record":1}' } as Step;
    await storage.commit([event(tx, 140), consent]);
    const subject = (await storage.logSubject(tx)) ?? assert.fail();
    assert.deepEqual([subject.record, subject.recordIndex], ['{"record":1}', 1]);
    assert.equal((await entryAt(storage, 1))['record'], commitment(subject.salt, 1, 'record', '{"record":1}'));
  });

  contract('what does not add up is not signed, and takes its plan with it', async (storage) => {
    const tx = randomUUID();
    await storage.commit([event(tx, 140), head(1)]);
    await storage.commit([event(tx, 180)]);
    assert.deepEqual(await storage.commit([event(tx, 240), head(1)]), { ok: false, reason: 'log-broken' });
    const failing: Step = {
      step: 'sign-head',
      entries: 2,
      at: start,
      sign: () => {
        throw new Error('no key');
      },
    };
    assert.deepEqual(await storage.commit([event(tx, 240), failing]), { ok: false, reason: 'log-unsigned' });
    assert.equal((await storage.events(tx)).length, 2);
    assert.equal((await storage.logEntries(0, 9)).length, 2);
  });

  contract('salts and records go after the retention year; entries and checkpoints stay', async (storage) => {
    const tx = randomUUID();
    await storage.commit([open(tx), event(tx, 140), { ...event(tx, 240), record: '{}' } as Step, head(2)]);
    const forget = (recordsBefore: Date): Step => ({
      step: 'forget-old',
      now: later(10),
      journeysBefore: start,
      noticesBefore: start,
      recordsBefore,
    });
    await storage.commit([forget(start)]);
    assert.ok(await storage.logSubject(tx));
    const before = await storage.logEntries(0, 9);
    await storage.commit([forget(later(1))]);
    assert.equal(await storage.logSubject(tx), undefined);
    assert.deepEqual(await storage.logEntries(0, 9), before);
    assert.deepEqual(await storage.commit([event(randomUUID(), 140), head(1)]), { ok: true });
  });
}
