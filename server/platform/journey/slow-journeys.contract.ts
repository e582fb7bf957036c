/** Steps of journeys that wait and of deliveries agreed to before all was there; each adapter's test runs it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Envelope } from '../../crypto/epochs.ts';
import type { Journey, PlatformStorage, Screen, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const envelope = (text: string): Envelope => ({
  epoch: '2026-11-23T01:00:00.000Z',
  wrappedKey: Buffer.alloc(60, 7),
  sealed: Buffer.from(text),
});

export function slowJourneyContract(name: string, make: () => PlatformStorage): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = make();
      await body(storage);
      await storage.close();
    });

  async function begin(storage: PlatformStorage, ...screens: readonly Screen[]): Promise<Journey> {
    const [id, txId] = [randomUUID(), randomUUID()];
    const journey = {
      id,
      txId,
      sessionHash: 'session',
      clientId: 'CLI.a',
      resources: ['API.a', 'API.b'],
      returnUrl: 'http://localhost/return',
      pid: envelope('pid'),
      startedAt: start,
    };
    const way: readonly Screen[] = ['facts', ...screens];
    const plan: Step[] = [{ step: 'open-journey', journey }];
    for (const [index, to] of screens.entries()) plan.push({ step: 'show-screen', id, from: way[index]!, to });
    assert.deepEqual(await storage.commit(plan), { ok: true });
    return (await storage.journey(id))!;
  }

  const ask = (txId: string, resourceId: string, retryAt?: Date): Step => ({
    step: 'note-ask',
    ask: { txId, resourceId, transactionUid: `uid-${resourceId}`, askedAt: later(5), retryAt },
  });
  const store = (txId: string, resourceId: string, code = 200): Step => ({
    step: 'store-package',
    stored: { txId, resourceId, code, at: later(10), package: code === 200 ? envelope('zip') : undefined },
  });
  const issue = (txId: string, expiresAt = later(1000)): Step => ({
    step: 'issue-ticket',
    ticket: { hash: `t-${txId}`, txId, clientId: 'CLI.a', secret: envelope('secret'), issuedAt: start, expiresAt },
  });
  const redeem = (txId: string, datasets = 2, at = later(20)): Step => ({
    step: 'redeem-ticket',
    hash: `t-${txId}`,
    at,
    datasets,
  });
  const count = (results: readonly { readonly ok: boolean }[]): number => results.filter(({ ok }) => ok).length;

  contract('what was asked is noted anew each time, and gone with the answer or the end', async (storage) => {
    const { id, txId } = await begin(storage, 'fetching');
    await storage.commit([ask(txId, 'API.a'), ask(txId, 'API.b', later(60))]);
    await storage.commit([ask(txId, 'API.b', later(90))]);
    const asks = await storage.asks(txId);
    assert.deepEqual(asks.map(({ resourceId, retryAt }) => [resourceId, retryAt]).sort(), [
      ['API.a', undefined],
      ['API.b', later(90)],
    ]);
    await storage.commit([store(txId, 'API.a')]);
    assert.deepEqual(
      (await storage.asks(txId)).map(({ resourceId }) => resourceId),
      ['API.b'],
    );
    await storage.commit([{ step: 'end-journey', id, txId, code: 205, at: later(30) }]);
    assert.deepEqual(await storage.asks(txId), []);
  });

  contract('waiting for an agency is no time of the journey’s own; nor idling', async (storage) => {
    const { id, txId } = await begin(storage, 'fetching');
    await storage.commit([ask(txId, 'API.a', later(500))]);
    assert.deepEqual((await storage.journey(id))?.waitingSince, later(5));
    const over = async (...times: [Date, Date, Date]): Promise<number> =>
      (await storage.journeysOver(...times, 9)).length;
    assert.equal(await over(later(900), later(900), start), 0, 'neither idle nor whole time while it waits');
    assert.equal(await over(start, start, later(1)), 1, 'but the longest of all');
    await storage.commit([{ step: 'finish-fetching', id, at: later(505) }]);
    const after = await storage.journey(id);
    assert.deepEqual([after?.screen, after?.waitedMs, after?.waitingSince], ['preview', 500, undefined]);
    assert.deepEqual(after?.activeAt, later(505));
    assert.equal(await over(start, later(500), start), 0, 'what was waited does not count');
    assert.equal(await over(start, later(501), start), 1);
    assert.equal(await over(later(506), start, start), 1);
    assert.deepEqual(await storage.commit([{ step: 'finish-fetching', id, at: later(506) }]), {
      ok: false,
      reason: 'journey-moved',
    });
  });

  contract('a plan that expects the journey elsewhere is rolled back', async (storage) => {
    const { id, txId } = await begin(storage, 'preview');
    const expected: Step = { step: 'expect-journey', id, screens: ['fetching', 'away'] };
    assert.deepEqual(await storage.commit([store(txId, 'API.a'), expected]), { ok: false, reason: 'journey-moved' });
    assert.deepEqual(await storage.packages(txId), []);
  });

  contract('answers to questions are kept once, and consent before all is there seals them anew', async (storage) => {
    const { id } = await begin(storage, 'parameters');
    const keep: Step = { step: 'keep-parameters', id, parameters: envelope('one') };
    const results = await Promise.all(Array.from({ length: 50 }, () => storage.commit([keep])));
    assert.equal(count(results), 1);
    await storage.commit([{ step: 'show-screen', id, from: 'fetching', to: 'later' }]);
    const agree: Step = {
      step: 'agree-later',
      id,
      at: later(7),
      person: envelope('person'),
      parameters: envelope('two'),
    };
    const agreed = await Promise.all(Array.from({ length: 50 }, () => storage.commit([agree])));
    assert.equal(count(agreed), 1);
    const journey = await storage.journey(id);
    assert.deepEqual([journey?.screen, journey?.pid], ['delivering', undefined]);
    assert.equal(Buffer.from(journey?.parameters?.sealed ?? []).toString(), 'two');
  });

  contract('a ticket opens nothing before every dataset is answered', async (storage) => {
    const { txId } = await begin(storage, 'away');
    await storage.commit([issue(txId), store(txId, 'API.a')]);
    const spent = { ok: false, reason: 'ticket-spent' };
    assert.deepEqual(await storage.commit([redeem(txId)]), spent);
    await storage.commit([store(txId, 'API.b', 504)]);
    assert.deepEqual(await storage.commit([redeem(txId)]), spent, 'one that could not be had is no answer');
  });

  contract('the fetch ends a journey that was away', async (storage) => {
    const { id, txId } = await begin(storage, 'away');
    assert.deepEqual(
      (await storage.journeysAway()).map((journey) => journey.id),
      [id],
    );
    assert.equal((await storage.journeyOf(txId))?.id, id);
    await storage.commit([issue(txId), store(txId, 'API.a'), store(txId, 'API.b', 204)]);
    assert.ok((await storage.commit([redeem(txId)])).ok);
    assert.deepEqual([(await storage.journey(id))?.screen, (await storage.transaction(txId))?.code], ['ended', 200]);
    assert.deepEqual(await storage.journeysAway(), []);
    assert.deepEqual(await storage.journeysOver(later(9999), later(9999), later(9999), 9), []);
  });

  contract('fifty fetches, withdrawals and expiries at once: exactly one happens', async (storage) => {
    for (const first of [0, 1, 2]) {
      const { id, txId } = await begin(storage, 'away');
      const decide: Step = { step: 'give-consent', txId, at: start, wordsHash: 'h', words: '同意' };
      await storage.commit([issue(txId), decide, store(txId, 'API.a'), store(txId, 'API.b', 204)]);
      const kinds: readonly Step[] = [
        redeem(txId),
        { step: 'revoke-delivery', txId, code: 205, at: later(20), withdrawn: true },
        { step: 'revoke-delivery', txId, code: 408, at: later(20) },
      ];
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, index) => storage.commit([kinds[(first + index) % 3]!])),
      );
      assert.equal(count(results), 1);
      assert.equal((await storage.transaction(txId))?.code, [200, 205, 408][first]);
      assert.equal((await storage.journey(id))?.screen, 'ended');
      assert.deepEqual((await storage.consent(txId))?.withdrawnAt, first === 1 ? later(20) : undefined);
      if (first) assert.deepEqual(await storage.packages(txId), []);
    }
  });

  contract('tickets at the end of their time are found until somebody ends them', async (storage) => {
    const { txId } = await begin(storage, 'away');
    await storage.commit([issue(txId, later(100)), store(txId, 'API.a')]);
    assert.deepEqual(await storage.ticketsExpired(later(99)), []);
    assert.deepEqual(
      (await storage.ticketsExpired(later(100))).map((ticket) => ticket.txId),
      [txId],
    );
    assert.equal((await storage.ticketOf(txId))?.hash, `t-${txId}`);
    await storage.commit([{ step: 'revoke-delivery', txId, code: 408, at: later(100) }]);
    assert.deepEqual(await storage.ticketsExpired(later(200)), []);
  });

  contract('an identity proved elsewhere belongs to the journey from its first screen on', async (storage) => {
    const { id, txId } = await begin(storage);
    const proved = {
      step: 'verify-identity',
      id,
      txId,
      clientId: 'CLI.a',
      startedAt: start,
      method: 'citizen-certificate',
      person: envelope('person'),
      personHash: 'hash',
      to: 'facts',
    } as const;
    assert.ok((await storage.commit([proved])).ok);
    const journey = await storage.journey(id);
    assert.deepEqual([journey?.screen, journey?.method], ['facts', 'citizen-certificate']);
    assert.equal((await storage.transaction(txId))?.personHash, 'hash');
    await storage.commit([{ step: 'show-screen', id, from: 'facts', to: 'terms' }]);
    assert.ok(!(await storage.commit([proved])).ok);
  });
}
