/** What every storage of the platform must do; each adapter's test runs it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Envelope } from '../crypto/epochs.ts';
import type { Journey, PlatformStorage, Step, UsageQuestion } from './storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const envelope = (text: string): Envelope => ({
  epoch: '2026-11-23T01:00:00.000Z',
  wrappedKey: Buffer.alloc(60, 7),
  sealed: Buffer.from(text),
});

function open(id = randomUUID(), txId: string = randomUUID()): Extract<Step, { step: 'open-journey' }> {
  const journey = {
    id,
    txId,
    sessionHash: 'session',
    clientId: 'CLI.a',
    resources: ['API.a', 'API.b'],
    fields: { 'API.a': ['name', 'birthday'] },
    returnUrl: 'http://localhost/return?a=1',
    pid: envelope('pid'),
    startedAt: start,
  };
  return { step: 'open-journey', journey };
}

const verified = {
  step: 'verify-identity',
  clientId: 'CLI.a',
  startedAt: start,
  method: 'nhi-card',
  person: envelope('person'),
  personHash: 'hash',
  to: 'fetching',
} as const;

export function platformStorageContract(name: string, make: () => PlatformStorage | Promise<PlatformStorage>): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });
  const begin = async (storage: PlatformStorage): Promise<Journey> => {
    const step = open();
    assert.deepEqual(await storage.commit([step]), { ok: true });
    const journey = await storage.journey(step.journey.id);
    assert.ok(journey);
    assert.deepEqual(journey.fields, step.journey.fields);
    return journey;
  };

  contract('a refused arrival uses its tx_id up', async (storage) => {
    const txId = randomUUID();
    const refused: Step = { step: 'refuse-arrival', txId, clientId: 'CLI.a', code: 400, at: start };
    await storage.commit([refused]);
    assert.deepEqual(await storage.commit([refused]), { ok: false, reason: 'tx-used' });
    assert.deepEqual(await storage.commit([open(randomUUID(), txId)]), { ok: false, reason: 'tx-used' });
    const { resources, code, endedAt } = (await storage.transaction(txId)) ?? {};
    assert.deepEqual([resources, code, endedAt], [[], 400, start]);
  });

  contract('a transaction without a journey is a person’s own, uses its tx_id up and ends', async (storage) => {
    const transaction = { txId: randomUUID(), clientId: 'x', resources: ['API.a'], startedAt: start, personHash: 'p' };
    const plan: Step[] = [{ step: 'open-transaction', transaction }];
    assert.deepEqual(await storage.commit(plan), { ok: true });
    assert.deepEqual(await storage.commit(plan), { ok: false, reason: 'tx-used' });
    const second = { ...transaction, txId: randomUUID(), startedAt: later(1) };
    await storage.commit([
      { step: 'open-transaction', transaction: second },
      { step: 'end-transaction', txId: second.txId, code: 200, at: later(2) },
    ]);
    const own = await storage.transactionsOf('p');
    assert.deepEqual(
      own.map(({ txId, code, endedAt }) => [txId, code, endedAt]),
      [
        [second.txId, 200, later(2)],
        [transaction.txId, undefined, undefined],
      ],
    );
    assert.deepEqual(await storage.transactionsOf('q'), []);
  });

  contract('a journey is kept as it was opened, and its tx_id is used up', async (storage) => {
    const step = open();
    await storage.commit([step]);
    const journey = await storage.journey(step.journey.id);
    assert.equal(journey?.screen, 'facts');
    assert.deepEqual(journey?.resources, ['API.a', 'API.b']);
    assert.deepEqual(journey?.activeAt, start);
    assert.equal(Buffer.from(journey?.pid?.sealed ?? []).toString(), 'pid');
    assert.deepEqual(await storage.commit([open(randomUUID(), step.journey.txId)]), { ok: false, reason: 'tx-used' });
    const transaction = await storage.transaction(step.journey.txId);
    assert.equal(transaction?.clientId, 'CLI.a');
    assert.equal(transaction?.code, undefined);
  });

  contract('a failed guard rolls the whole plan back', async (storage) => {
    const { id, txId } = await begin(storage);
    const event = { txId, at: start, number: 240, source: 'platform', ok: true } as const;
    const result = await storage.commit([
      { step: 'record-event', event },
      { step: 'show-screen', id, from: 'preview', to: 'consent' },
    ]);
    assert.deepEqual(result, { ok: false, reason: 'journey-moved' });
    assert.deepEqual(await storage.events(txId), []);
  });

  contract('screens only go on from where the journey is', async (storage) => {
    const { id } = await begin(storage);
    assert.ok((await storage.commit([{ step: 'show-screen', id, from: 'facts', to: 'terms' }])).ok);
    assert.deepEqual(await storage.commit([{ step: 'show-screen', id, from: 'facts', to: 'terms' }]), {
      ok: false,
      reason: 'journey-moved',
    });
  });

  contract('an ended journey holds nothing personal and takes no step', async (storage) => {
    const { id, txId } = await begin(storage);
    await storage.commit([
      { step: 'show-screen', id, from: 'facts', to: 'terms' },
      { step: 'show-screen', id, from: 'terms', to: 'identity' },
    ]);
    assert.ok((await storage.commit([{ ...verified, id, txId }])).ok);
    assert.deepEqual(await storage.commit([{ ...verified, id, txId }]), { ok: false, reason: 'journey-moved' });
    const token = {
      hash: 'token',
      holder: { kind: 'journey', id },
      txId,
      resourceId: 'API.a',
      transactionUid: 'uid',
      expiresAt: later(1000),
    } as const;
    await storage.commit([{ step: 'issue-token', token }]);
    assert.deepEqual(await storage.token('token'), token);
    assert.ok((await storage.commit([{ step: 'end-journey', id, txId, code: 205, at: later(5) }])).ok);
    const journey = await storage.journey(id);
    assert.equal(journey?.screen, 'ended');
    assert.equal(journey?.code, 205);
    assert.equal(journey?.pid, undefined);
    assert.equal(journey?.person, undefined);
    assert.equal(await storage.token('token'), undefined);
    const transaction = await storage.transaction(txId);
    assert.equal(transaction?.code, 205);
    assert.equal(transaction?.personHash, 'hash');
    assert.deepEqual(transaction?.endedAt, later(5));
    for (const step of [
      { step: 'touch-journey', id, at: start },
      { step: 'end-journey', id, txId, code: 200, at: start },
    ] as const) {
      assert.deepEqual(await storage.commit([step]), { ok: false, reason: 'journey-over' });
    }
  });

  contract('a challenge serves once, its own journey and purpose, in its time', async (storage) => {
    const { id: journeyId } = await begin(storage);
    const use = { step: 'use-challenge', id: 'c', journeyId, purpose: 'citizen-certificate', at: start } as const;
    await storage.commit([
      { step: 'add-challenge', id: 'c', journeyId, purpose: 'citizen-certificate', expiresAt: later(10) },
    ]);
    const spent = { ok: false, reason: 'challenge-spent' };
    assert.deepEqual(await storage.commit([{ ...use, journeyId: 'other' }]), spent);
    assert.deepEqual(await storage.commit([{ ...use, purpose: 'passkey-proof' }]), spent);
    assert.deepEqual(await storage.commit([{ ...use, at: later(10) }]), spent);
    assert.ok((await storage.commit([use])).ok);
    assert.deepEqual(await storage.commit([use]), spent);
  });

  contract('of 50 redeems of one ticket exactly one succeeds', async (storage) => {
    const { txId } = await begin(storage);
    const ticket = {
      hash: 'ticket',
      txId,
      clientId: 'CLI.a',
      secret: envelope('secret'),
      issuedAt: start,
      expiresAt: later(1000),
    };
    await storage.commit([
      { step: 'issue-ticket', ticket },
      { step: 'store-package', stored: { txId, resourceId: 'API.a', code: 200, package: envelope('zip'), at: start } },
    ]);
    assert.deepEqual(await storage.commit([{ step: 'redeem-ticket', hash: 'ticket', at: later(1000), datasets: 1 }]), {
      ok: false,
      reason: 'ticket-spent',
    });
    const redeem = () =>
      storage.commit([
        { step: 'redeem-ticket', hash: 'ticket', at: later(1), datasets: 1 },
        { step: 'delete-packages', txId },
      ]);
    const results = await Promise.all(Array.from({ length: 50 }, redeem));
    assert.equal(results.filter((result) => result.ok).length, 1);
    const after = await storage.ticket('ticket');
    assert.deepEqual(after?.redeemedAt, later(1));
    assert.equal(after?.secret, undefined);
    assert.deepEqual(await storage.packages(txId), []);
  });

  contract('a dataset is answered once per transaction', async (storage) => {
    const { txId } = await begin(storage);
    const stored = { txId, resourceId: 'API.a', code: 204, at: start };
    assert.ok((await storage.commit([{ step: 'store-package', stored }])).ok);
    assert.deepEqual(
      await storage.commit([{ step: 'store-package', stored: { ...stored, code: 200, package: envelope('zip') } }]),
      { ok: false, reason: 'already-stored' },
    );
    assert.deepEqual(
      (await storage.packages(txId)).map(({ code, package: sealed }) => [code, sealed]),
      [[204, undefined]],
    );
    assert.deepEqual(await storage.packagesBefore(later(1)), [txId]);
    assert.deepEqual(await storage.packagesBefore(start), []);
  });

  contract('consent is decided once, with its words', async (storage) => {
    const { txId } = await begin(storage);
    assert.ok((await storage.commit([{ step: 'give-consent', txId, at: start, wordsHash: 'h', words: '同意' }])).ok);
    assert.deepEqual(
      await storage.commit([{ step: 'refuse-consent', txId, at: start, wordsHash: 'h', words: '同意' }]),
      { ok: false, reason: 'already-decided' },
    );
    assert.deepEqual(await storage.consent(txId), { txId, given: true, at: start, wordsHash: 'h', words: '同意' });
  });

  contract('passkeys are known once and their counter only goes up', async (storage) => {
    const passkey = {
      credentialId: 'id',
      personHash: 'hash',
      publicKey: new Uint8Array([1, 2]),
      signCount: 0,
      createdAt: start,
    };
    assert.ok((await storage.commit([{ step: 'register-passkey', passkey }])).ok);
    assert.deepEqual(await storage.commit([{ step: 'register-passkey', passkey }]), {
      ok: false,
      reason: 'passkey-known',
    });
    assert.deepEqual(await storage.passkey('id'), passkey);
    assert.equal((await storage.passkeysOf('hash')).length, 1);
    const use = (signCount: number): Promise<{ ok: boolean }> =>
      storage.commit([{ step: 'use-passkey', credentialId: 'id', signCount }]);
    assert.ok((await use(0)).ok, 'authenticators without a counter stay at zero');
    assert.ok((await use(3)).ok);
    assert.ok(!(await use(3)).ok);
    assert.ok(!(await use(0)).ok);
    await storage.commit([{ step: 'bind-certificate', serial: '01', personHash: 'hash' }]);
    assert.equal(await storage.certificateOwner('01'), 'hash');
    assert.equal(await storage.certificateOwner('02'), undefined);
  });

  contract('records and events come in order; what is old is forgotten', async (storage) => {
    const { id, txId } = await begin(storage);
    const event = (number: number, at: Date) =>
      ({
        step: 'record-event',
        event: { txId, at, number, source: 'platform', ok: true, resourceId: 'API.a' },
      }) as const;
    await storage.commit([event(140, start), event(180, start), event(240, later(1))]);
    assert.deepEqual(
      (await storage.events(txId)).map(({ number }) => number),
      [140, 180, 240],
    );
    assert.deepEqual((await storage.events(txId))[0], event(140, start).event);
    assert.equal((await storage.transactions(10))[0]?.txId, txId);
    assert.deepEqual(
      (await storage.journeysOver(later(1), start, start, 9)).map((journey) => journey.id),
      [id],
    );
    assert.deepEqual(await storage.journeysOver(start, start, start, 9), []);
    const forget = (recordsBefore: Date): Step => ({
      step: 'forget-old',
      now: later(10),
      journeysBefore: later(10),
      noticesBefore: later(10),
      recordsBefore,
    });
    await storage.commit([forget(start)]);
    assert.ok(await storage.journey(id), 'a running journey is not forgotten');
    assert.equal((await storage.events(txId)).length, 3);
    await storage.commit([{ step: 'end-journey', id, txId, code: 408, at: later(9) }, forget(later(100))]);
    assert.equal(await storage.journey(id), undefined);
    assert.equal(await storage.transaction(txId), undefined);
    assert.deepEqual(await storage.events(txId), []);
    await storage.eraseDeleted();
  });

  contract(
    'journeys in which nobody proved who they are end together, and are forgotten some at a time',
    async (storage) => {
      const [left, gone, proved] = [await begin(storage), await begin(storage), await begin(storage)];
      await storage.commit([
        { step: 'show-screen', id: proved.id, from: 'facts', to: 'identity' },
        { ...verified, id: proved.id, txId: proved.txId },
        { step: 'end-journey', id: gone.id, txId: gone.txId, code: 205, at: later(1) },
      ]);
      const ids = [left.id, gone.id, proved.id, 'nobody'];
      assert.deepEqual(await storage.commit([{ step: 'end-unproved', ids, at: later(2) }]), { ok: true });
      const codes = [left, gone, proved].map(async ({ id }) => (await storage.journey(id))?.code);
      assert.deepEqual(await Promise.all(codes), [408, 205, undefined]);
      assert.equal((await storage.journey(left.id))?.pid, undefined);
      const { code, endedAt } = (await storage.transaction(left.txId)) ?? {};
      assert.deepEqual([code, endedAt], [408, later(2)]);

      const forget = { step: 'forget-unproved', journeysBefore: later(1), arrivalsBefore: start, limit: 1 } as const;
      const there = async (): Promise<readonly string[]> => {
        const journeys = [left, gone, proved].map(async ({ id }) => ((await storage.journey(id)) ? 'journey' : 'none'));
        const used = [left, gone, proved].map(async ({ txId }) =>
          (await storage.transaction(txId)) ? 'used' : 'free',
        );
        return [...(await Promise.all(journeys)).sort(), ...(await Promise.all(used)).sort()];
      };
      assert.equal(await storage.hasUnproved({ journeysBefore: start, arrivalsBefore: later(1) }), false);
      await storage.commit([forget]);
      assert.deepEqual(await there(), ['journey', 'journey', 'none', 'used', 'used', 'used']);
      await storage.commit([forget]);
      assert.deepEqual(await there(), ['journey', 'none', 'none', 'used', 'used', 'used']);
      assert.equal(await storage.hasUnproved(forget), false);
      await storage.commit([{ ...forget, arrivalsBefore: later(1) }]);
      assert.deepEqual(await there(), ['journey', 'none', 'none', 'free', 'used', 'used']);
      await storage.commit([{ ...forget, arrivalsBefore: later(1), limit: 9 }]);
      assert.deepEqual(await there(), ['journey', 'none', 'none', 'free', 'free', 'used']);
      assert.ok(await storage.journey(proved.id));
    },
  );

  contract('usage is found by service or dataset, time, transaction and number', async (storage) => {
    const { txId, clientId } = await begin(storage);
    const row = (number: number, at: Date, resourceId?: string, transactionUid?: string) =>
      ({ txId, at, number, source: 'platform', ok: true, ...(resourceId && { resourceId, transactionUid }) }) as const;
    const rows = [row(140, start), row(250, later(1), 'API.a', 'uid-1'), row(280, later(2), 'API.a', 'uid-1')] as const;
    await storage.commit(rows.map((event) => ({ step: 'record-event', event }) as const));
    const numbers = async (question: Partial<UsageQuestion>): Promise<readonly number[]> =>
      (await storage.usage({ of: { clientId }, from: start, before: later(9), limit: 9, ...question })).map(
        ({ number }) => number,
      );
    assert.deepEqual(await numbers({}), [140, 250, 280]);
    assert.deepEqual(await numbers({ limit: 2 }), [140, 250]);
    assert.deepEqual(await numbers({ from: later(1), before: later(2) }), [250]);
    assert.deepEqual(await numbers({ of: { clientId: 'CLI.another' } }), []);
    assert.deepEqual(await numbers({ of: { resourceId: 'API.a' } }), [250, 280]);
    assert.deepEqual(await numbers({ of: { resourceId: 'API.b' } }), []);
    assert.deepEqual(await numbers({ numbers: [280, 140] }), [140, 280]);
    assert.deepEqual(await numbers({ txIds: [txId] }), [140, 250, 280]);
    assert.deepEqual(await numbers({ txIds: ['another'] }), []);
    assert.deepEqual(await numbers({ transactionUids: ['uid-1'] }), [250, 280]);
    assert.deepEqual(await numbers({ transactionUids: ['uid-2'] }), []);
    assert.deepEqual(await storage.usage({ of: { resourceId: 'API.a' }, from: later(2), before: later(3), limit: 1 }), [
      rows[2],
    ]);
  });

  contract('events of a number are counted per dataset, since a time', async (storage) => {
    const { txId } = await begin(storage);
    const event = (number: number, at: Date, resourceId?: string) =>
      ({ step: 'record-event', event: { txId, at, number, source: 'platform', ok: false, resourceId } }) as const;
    await storage.commit([
      event(906, start, 'API.a'),
      event(906, later(2), 'API.a'),
      event(906, later(1), 'API.a'),
      event(906, later(1), 'API.b'),
      event(280, later(1), 'API.b'),
      event(906, later(1)),
    ]);
    const counted = async (since: Date) =>
      [...(await storage.eventsPerDataset(906, since))].sort((a, b) => a.resourceId.localeCompare(b.resourceId));
    assert.deepEqual(await counted(later(1)), [
      { resourceId: 'API.a', count: 2, last: later(2) },
      { resourceId: 'API.b', count: 1, last: later(1) },
    ]);
    assert.equal((await counted(start))[0]?.count, 3);
    assert.deepEqual(await counted(later(3)), []);
  });
}
