/** What the outbox of every storage must do. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Message, PlatformStorage, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const content = { epoch: start.toISOString(), wrappedKey: Buffer.alloc(60, 7), sealed: Buffer.from('words') };

const queued = (change: Partial<Message> = {}): Extract<Step, { step: 'queue-message' }> => ({
  step: 'queue-message',
  message: {
    id: randomUUID(),
    txId: randomUUID(),
    kind: 'delivered',
    at: start,
    until: later(1000),
    channels: ['email', 'sms'],
    content,
    ...change,
  } as Extract<Step, { step: 'queue-message' }>['message'],
});

export function messagesContract(name: string, make: () => PlatformStorage | Promise<PlatformStorage>): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });
  const queue = async (storage: PlatformStorage, change: Partial<Message> = {}): Promise<string> => {
    const step = queued(change);
    assert.ok((await storage.commit([step])).ok);
    return step.message.id;
  };
  const lost = { ok: false, reason: 'message-claimed' } as const;

  contract('a queued message is due at once, as it was queued', async (storage) => {
    const step = queued();
    await storage.commit([step]);
    const [found, ...others] = await storage.messagesDue(start, 10);
    assert.equal(others.length, 0);
    const { content: kept, failure, doneAt, ...row } = found ?? ({} as Message);
    const { content: _content, ...given } = step.message;
    assert.deepEqual(row, { ...given, sentBy: [], state: 'waiting', tries: 0, nextAt: start });
    assert.deepEqual([failure, doneAt], [undefined, undefined]);
    assert.equal(Buffer.from(kept?.sealed ?? []).toString(), 'words');
    assert.deepEqual(await storage.messagesDue(later(-1), 10), []);
  });

  contract('a message without a transaction is one too', async (storage) => {
    const id = await queue(storage, { txId: undefined, kind: 'staff-invitation' });
    assert.equal((await storage.message(id))?.txId, undefined);
  });

  contract('of 50 workers at once one gets a message, and nobody else while it is held', async (storage) => {
    const id = await queue(storage);
    const claim = { step: 'claim-message', id, tries: 0, at: start, heldUntil: later(100) } as const;
    const results = await Promise.all(Array.from({ length: 50 }, () => storage.commit([claim])));
    assert.equal(results.filter(({ ok }) => ok).length, 1);
    assert.deepEqual(await storage.messagesDue(later(99), 10), []);
    assert.equal((await storage.messagesDue(later(100), 10))[0]?.tries, 1);
    assert.deepEqual(await storage.commit([{ ...claim, tries: 1, at: later(99) }]), lost);
    assert.ok((await storage.commit([{ ...claim, tries: 1, at: later(100), heldUntil: later(200) }])).ok);
  });

  contract('a worker that lost its claim changes nothing any more', async (storage) => {
    const id = await queue(storage);
    await storage.commit([{ step: 'claim-message', id, tries: 0, at: start, heldUntil: later(100) }]);
    await storage.commit([{ step: 'claim-message', id, tries: 1, at: later(100), heldUntil: later(200) }]);
    const late: readonly Step[] = [
      { step: 'message-sent', id, tries: 1, channel: 'email' },
      { step: 'retry-message', id, tries: 1, nextAt: later(300), failure: 'smtp-451' },
      { step: 'finish-message', id, tries: 1, state: 'sent', at: later(150) },
    ];
    for (const step of late) assert.deepEqual(await storage.commit([step]), lost, step.step);
    assert.equal((await storage.message(id))?.state, 'waiting');
  });

  contract('a failed try is due again at its time, and remembers by which way it went out', async (storage) => {
    const id = await queue(storage);
    await storage.commit([{ step: 'claim-message', id, tries: 0, at: start, heldUntil: later(100) }]);
    await storage.commit([
      { step: 'message-sent', id, tries: 1, channel: 'sms' },
      { step: 'retry-message', id, tries: 1, nextAt: later(50), failure: 'smtp-451' },
    ]);
    assert.deepEqual(await storage.messagesDue(later(49), 10), []);
    const [due] = await storage.messagesDue(later(50), 10);
    assert.deepEqual([due?.tries, due?.sentBy, due?.failure], [1, ['sms'], 'smtp-451']);
  });

  contract('sent: the words are gone, unless the local outbox keeps them; nothing is done twice', async (storage) => {
    for (const keepContent of [undefined, true]) {
      const id = await queue(storage);
      await storage.commit([{ step: 'claim-message', id, tries: 0, at: start, heldUntil: later(100) }]);
      const finish = { step: 'finish-message', id, tries: 1, state: 'sent', at: later(5), keepContent } as const;
      assert.ok((await storage.commit([finish])).ok);
      assert.deepEqual(await storage.commit([finish]), lost);
      const message = await storage.message(id);
      assert.deepEqual([message?.state, message?.doneAt, message?.failure], ['sent', later(5), undefined]);
      assert.equal(message?.content !== undefined, keepContent === true);
      assert.deepEqual(await storage.messagesDue(later(1e6), 10), []);
    }
  });

  contract('given up: without its words, and among those that the operator sees', async (storage) => {
    const id = await queue(storage);
    await queue(storage);
    await storage.commit([{ step: 'claim-message', id, tries: 0, at: start, heldUntil: later(100) }]);
    await storage.commit([
      { step: 'finish-message', id, tries: 1, state: 'given-up', at: later(5), failure: 'smtp-550' },
    ]);
    const given = await storage.messagesGivenUp(10);
    assert.deepEqual(
      given.map((message) => [message.id, message.failure, message.content]),
      [[id, 'smtp-550', undefined]],
    );
  });

  contract('newest first; the words die before the record does', async (storage) => {
    const old = await queue(storage, { at: later(-20) });
    const mid = await queue(storage, { at: later(-10) });
    const young = await queue(storage);
    assert.deepEqual(
      (await storage.messages(10)).map(({ id }) => id),
      [young, mid, old],
    );
    await storage.commit([
      { step: 'forget-old', now: start, journeysBefore: start, noticesBefore: later(-5), recordsBefore: later(-15) },
    ]);
    assert.equal(await storage.message(old), undefined);
    assert.equal((await storage.message(mid))?.content, undefined);
    assert.ok((await storage.message(young))?.content);
  });
}
