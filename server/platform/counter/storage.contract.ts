/** What every storage must do with barcodes, desks and delegations; each single-use thing in a race of 50. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlatformStorage, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const envelope = { epoch: start.toISOString(), wrappedKey: Buffer.alloc(60, 7), sealed: Buffer.from('person') };

const issue = (id: string, from?: string) =>
  ({
    step: 'issue-barcode',
    from,
    barcode: {
      id,
      txId: 'tx',
      clientId: 'CLI.a',
      holder: 'owner',
      serialHash: `serial of ${id}`,
      issuedAt: start,
      expiresAt: later(1000),
    },
  }) as const;
const send = {
  step: 'send-code',
  barcodeId: 'one',
  desk: 'd',
  codeHash: 'code',
  at: start,
  expiresAt: later(120),
  sentBefore: later(-120),
  limit: 3,
} as const;
const take = { step: 'take-barcode', id: 'one', desk: 'd', codeHash: 'code', at: later(119) } as const;
const ticket = {
  step: 'issue-ticket',
  ticket: { hash: 'nobody', txId: 'tx', clientId: 'CLI.a', secret: envelope, issuedAt: start, expiresAt: later(8000) },
} as const;
const offer = {
  step: 'offer-delegation',
  delegation: {
    id: 'del',
    txId: 'tx',
    clientId: 'CLI.a',
    ownerHash: 'owner',
    agentHash: 'agent',
    named: envelope,
    offeredAt: start,
    until: later(8000),
  },
} as const;

export function counterContract(name: string, make: () => PlatformStorage): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = make();
      await body(storage);
      await storage.close();
    });
  const race = async (storage: PlatformStorage, step: (n: number) => Step): Promise<number> =>
    (await Promise.all(Array.from({ length: 50 }, (_, n) => storage.commit([step(n)])))).filter(({ ok }) => ok).length;
  const no = (reason: string) => ({ ok: false, reason });

  contract('of 50 first barcodes one is issued, and of 50 renewals one; the old is dead at once', async (storage) => {
    assert.equal(await race(storage, (n) => issue(`first-${n}`)), 1);
    const first = await storage.barcodeOf('tx');
    assert.equal(first?.state, 'open');
    await storage.commit([{ ...send, barcodeId: first?.id ?? '' }]);
    assert.equal(await race(storage, (n) => issue(`next-${n}`, first?.id)), 1);
    const old = await storage.barcode(first?.id ?? '');
    assert.deepEqual([old?.state, old?.codeHash], ['renewed', undefined]);
    const now = await storage.barcodeOf('tx');
    assert.match(now?.id ?? '', /^next-/);
    assert.deepEqual(await storage.barcodeBySerial(`serial of ${now?.id}`), now);
  });

  contract('a serial is given once', async (storage) => {
    await storage.commit([issue('one')]);
    const other = { ...issue('two', 'one').barcode, serialHash: 'serial of one' };
    assert.deepEqual(
      await storage.commit([{ step: 'issue-barcode', from: 'one', barcode: other }]),
      no('serial-known'),
    );
    assert.equal((await storage.barcode('one'))?.state, 'open');
  });

  contract('of 50 sendings one counts; another desk, or a later time, gets another', async (storage) => {
    await storage.commit([issue('one')]);
    assert.equal(await race(storage, () => send), 1);
    assert.deepEqual(await storage.commit([{ ...send, sentBefore: later(-1) }]), no('code-refused'));
    assert.ok((await storage.commit([{ ...send, sentBefore: start }])).ok);
    assert.ok((await storage.commit([{ ...send, desk: 'e', codeHash: 'other' }])).ok);
    assert.deepEqual(await storage.commit([{ ...send, desk: 'f' }]), no('code-refused'), 'the limit');
    const barcode = await storage.barcode('one');
    assert.deepEqual([barcode?.codes, barcode?.codeDesk, barcode?.codeHash], [3, 'e', 'other']);
    assert.deepEqual(await storage.commit([take]), no('barcode-spent'), 'the code before is dead');
  });

  contract('no code for what is out of its time, replaced or burnt', async (storage) => {
    await storage.commit([issue('one')]);
    assert.deepEqual(await storage.commit([{ ...send, at: later(1000) }]), no('code-refused'));
    await storage.commit([issue('two', 'one')]);
    assert.deepEqual(await storage.commit([send]), no('code-refused'));
  });

  contract('of 50 right codes one takes, at its own desk and in its time', async (storage) => {
    await storage.commit([issue('one')]);
    await storage.commit([send]);
    assert.deepEqual(await storage.commit([{ ...take, desk: 'e' }]), no('barcode-spent'));
    assert.deepEqual(await storage.commit([{ ...take, codeHash: 'x' }]), no('barcode-spent'));
    assert.deepEqual(await storage.commit([{ ...take, at: later(120) }]), no('barcode-spent'));
    assert.equal(await race(storage, () => take), 1);
    assert.equal((await storage.barcode('one'))?.state, 'taken');
    assert.deepEqual(await storage.commit([issue('two', 'one')]), no('barcode-moved'));
    assert.deepEqual(await storage.commit([issue('two')]), no('barcode-moved'));
  });

  contract(
    '50 attacks that saw the same count as one; the last burns, and a new barcode may follow',
    async (storage) => {
      await storage.commit([issue('one')]);
      await storage.commit([send]);
      for (let attacks = 0; attacks < 5; attacks += 1)
        assert.equal(await race(storage, () => ({ step: 'attack-barcode', id: 'one', attacks, limit: 5 })), 1);
      const burnt = await storage.barcode('one');
      assert.deepEqual([burnt?.state, burnt?.attacks, burnt?.codeHash], ['burnt', 5, undefined]);
      assert.deepEqual(await storage.commit([take]), no('barcode-spent'));
      assert.ok((await storage.commit([issue('two', 'one')])).ok);
    },
  );

  contract('an attempt is repeated after its time, by its own client, once of 50', async (storage) => {
    const attempt = {
      id: 'att',
      clientId: 'CLI.a',
      desk: 'd',
      clerk: 'c',
      agency: '社會局',
      counter: '3',
      at: start,
      sentAt: start,
      until: later(500),
    };
    await storage.commit([{ step: 'note-attempt', attempt }]);
    assert.deepEqual(await storage.counterAttempt('att'), attempt);
    const repeat = { step: 'repeat-attempt', id: 'att', clientId: 'CLI.a', at: later(120), sentBefore: start } as const;
    assert.deepEqual(await storage.commit([{ ...repeat, sentBefore: later(-1) }]), no('too-soon'));
    assert.deepEqual(await storage.commit([{ ...repeat, clientId: 'CLI.b' }]), no('too-soon'));
    assert.equal(await race(storage, () => repeat), 1);
    const at = (id: string, more: object) =>
      ({ step: 'note-attempt', attempt: { ...attempt, id, barcodeId: 'shown', ...more } }) as const;
    await storage.commit([
      at('b1', {}),
      at('b2', { at: later(2) }),
      at('b3', { at: later(1) }),
      at('b4', { desk: 'e' }),
    ]);
    assert.equal((await storage.attemptAt('shown', 'd'))?.id, 'b2');
    assert.equal((await storage.attemptAt('shown', 'e'))?.id, 'b4');
    assert.equal(await storage.attemptAt('shown', 'f'), undefined);
  });

  contract('of 50 hands one gets the ticket; withdrawn or out of time it is nobody’s', async (storage) => {
    await storage.commit([ticket]);
    const hand = { step: 'hand-ticket', txId: 'tx', at: later(7999) } as const;
    assert.deepEqual(await storage.commit([{ ...hand, hash: 'x', at: later(8000) }]), no('ticket-spent'));
    assert.ok((await storage.commit([{ ...hand, hash: 'desk' }])).ok);
    assert.equal(await storage.ticket('nobody'), undefined);
    assert.equal((await storage.ticketOf('tx'))?.hash, 'desk');
    await storage.commit([{ step: 'revoke-delivery', txId: 'tx', code: 205, at: start }]);
    assert.deepEqual(await storage.commit([{ ...hand, hash: 'late' }]), no('ticket-spent'));
  });

  contract('what is withdrawn ends its barcode and its delegation', async (storage) => {
    await storage.commit([ticket, issue('one'), offer]);
    await storage.commit([{ step: 'revoke-delivery', txId: 'tx', code: 205, at: start }]);
    assert.equal((await storage.barcodeOf('tx'))?.state, 'over');
    const over = await storage.delegationOf('tx');
    assert.deepEqual([over?.state, over?.named], ['over', undefined]);
    assert.deepEqual(await storage.commit([issue('two', 'one')]), no('barcode-moved'));
  });

  contract(
    'of 50 offers one stands, of 50 acceptances one, and ending it voids what the agent holds',
    async (storage) => {
      assert.equal(await race(storage, (n) => ({ ...offer, delegation: { ...offer.delegation, id: `del-${n}` } })), 1);
      const id = (await storage.delegationOf('tx'))?.id ?? '';
      assert.deepEqual(
        (await storage.delegationsTo('agent')).map((one) => one.id),
        [id],
      );
      const accept = { step: 'accept-delegation', id, at: later(1), agent: envelope } as const;
      assert.deepEqual(await storage.commit([{ ...accept, at: later(8000) }]), no('delegation-moved'));
      assert.equal(await race(storage, () => accept), 1);
      const own = issue('one');
      await storage.commit([{ ...own, barcode: { ...own.barcode, holder: 'agent' } }]);
      assert.equal(await race(storage, () => ({ step: 'end-delegation', id, to: 'withdrawn', at: later(2) })), 1);
      assert.equal((await storage.barcodeOf('tx'))?.state, 'renewed');
      const ended = await storage.delegation(id);
      assert.deepEqual([ended?.state, ended?.agent, ended?.named], ['withdrawn', undefined, undefined]);
      assert.ok((await storage.commit([issue('two')])).ok, 'the owner shows another');
    },
  );

  contract('it forgets', async (storage) => {
    await storage.commit([issue('one'), offer]);
    const forget = { step: 'forget-old', noticesBefore: start, recordsBefore: start } as const;
    await storage.commit([{ ...forget, now: later(7999), journeysBefore: start }]);
    assert.ok((await storage.delegationOf('tx'))?.named);
    await storage.commit([{ ...forget, now: later(8000), journeysBefore: start }]);
    assert.equal((await storage.delegationOf('tx'))?.named, undefined);
    assert.ok(await storage.barcodeOf('tx'));
    await storage.commit([{ ...forget, now: later(9000), journeysBefore: later(1) }]);
    assert.equal(await storage.barcodeOf('tx'), undefined);
    assert.equal(await storage.delegationOf('tx'), undefined);
  });
}
