import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { silentLog } from '../../context.ts';
import { lifetimes } from '../../lifetimes.ts';
import { makePlatformKeys } from '../keys.ts';
import { openMessage, queueMessage, type NewMessage } from './queue.ts';
import { MessageSender, retryAfter } from './sender.ts';
import { SendError, type Outgoing, type Transports } from './transport.ts';

const minute = 60_000;

async function world(make: (sent: Outgoing[]) => Transports | undefined) {
  let now = new Date('2026-11-23T01:00:00Z').getTime();
  const clock = { now: () => new Date(now), pass: (ms: number) => void (now += ms) };
  const lines: unknown[] = [];
  const write = (fields: unknown, message: string) => void lines.push([fields, message]);
  const sent: Outgoing[] = [];
  const needs = {
    storage: memoryPlatformStorage(),
    clock,
    keys: await makePlatformKeys([], clock),
    log: { ...silentLog, warn: write, error: write },
    transports: make(sent),
  };
  const queue = async (change: Partial<NewMessage> = {}): Promise<string> => {
    const step = await queueMessage(needs, {
      kind: 'delivered',
      txId: 'tx',
      at: clock.now(),
      to: { name: '林小美', email: 'lin@example.test', mobile: '0912345678' },
      subject: '資料傳送通知',
      text: '內容',
      short: '簡短',
      ...change,
    });
    assert.ok((await needs.storage.commit([step])).ok);
    return step.step === 'queue-message' ? step.message.id : '';
  };
  return { ...needs, sent, lines, queue, sender: new MessageSender(needs) };
}

const taking = (sent: Outgoing[]) => async (message: Outgoing) => void sent.push(message);
const failing =
  (code: string, final = false) =>
  async () => {
    throw new SendError(code, final);
  };

test('by e-mail and by SMS, each where there is an address; sent: event 340, and the words are gone', async () => {
  const made = await world((sent) => ({ email: taking(sent), sms: taking(sent) }));
  const id = await made.queue();
  assert.deepEqual(await made.storage.events('tx'), [], 'queued is not sent');
  assert.equal(await made.sender.send(), 1);
  assert.deepEqual(
    made.sent.map(({ to, text }) => [to.address, text]),
    [
      ['lin@example.test', '內容'],
      ['0912345678', '簡短'],
    ],
  );
  assert.deepEqual(
    (await made.storage.events('tx')).map(({ number, ok }) => [number, ok]),
    [[340, true]],
  );
  assert.equal((await made.storage.message(id))?.content, undefined);
  assert.equal(await made.sender.send(), 0);
  await made.queue({ to: { name: '王大明', mobile: '0922000111' } });
  await made.sender.send();
  assert.deepEqual(made.sent.at(-1)?.to, { name: '王大明', address: '0922000111' });
  assert.equal(made.sent.length, 3);
});

test('two workers at once send each message once', async () => {
  const made = await world((sent) => ({ email: taking(sent) }));
  const other = new MessageSender(made);
  for (let count = 0; count < 20; count++) await made.queue();
  await Promise.all([made.sender.send(), other.send(), made.sender.send(), other.send()]);
  assert.equal(made.sent.length, 20);
  assert.equal(new Set(made.sent.map(({ id }) => id)).size, 20);
});

test('a failure is tried again after 30 seconds, 1, 2, 4 … minutes, at most an hour', async () => {
  assert.deepEqual(
    [1, 2, 3, 7, 8, 9, 500].map((tries) => retryAfter(tries) / 1000),
    [30, 60, 120, 1920, 3600, 3600, 3600],
  );
  let working = false;
  const made = await world((sent) => ({
    email: async (message) => {
      if (!working) throw new SendError('smtp-451');
      sent.push(message);
    },
  }));
  const id = await made.queue();
  await made.sender.send();
  const { state, tries, failure } = (await made.storage.message(id)) ?? {};
  assert.deepEqual([state, tries, failure], ['waiting', 1, 'smtp-451']);
  working = true;
  made.clock.pass(lifetimes.messageRetryFirst.ms - 1);
  assert.equal(await made.sender.send(), 0);
  made.clock.pass(1);
  assert.equal(await made.sender.send(), 1);
  assert.equal(made.sent.length, 1);
  assert.equal((await made.storage.message(id))?.failure, undefined);
});

test('what went out by one way is not sent that way again', async () => {
  let working = false;
  const made = await world((sent) => ({
    email: taking(sent),
    sms: async (message) => {
      if (!working) throw new SendError('sms-503');
      sent.push(message);
    },
  }));
  await made.queue();
  await made.sender.send();
  working = true;
  made.clock.pass(minute);
  await made.sender.send();
  assert.deepEqual(
    made.sent.map(({ text }) => text),
    ['內容', '簡短'],
  );
  assert.equal((await made.storage.events('tx')).length, 1);
});

test('after 8 hours nobody tries any more: recorded as a failure, which the operator sees', async () => {
  const made = await world(() => ({ email: failing('smtp-451') }));
  const id = await made.queue();
  for (let minutes = 0; minutes < 8 * 60; minutes++) {
    await made.sender.send();
    made.clock.pass(minute);
    if (minutes < 8 * 60 - 1) assert.equal((await made.storage.message(id))?.state, 'waiting', String(minutes));
  }
  await made.sender.send();
  const [message] = await made.storage.messagesGivenUp(10);
  assert.deepEqual([message?.id, message?.state, message?.failure], [id, 'given-up', 'smtp-451']);
  assert.ok((message?.tries ?? 0) >= 10 && (message?.tries ?? 99) <= 20, String(message?.tries));
  assert.equal(message?.content, undefined);
  assert.deepEqual(
    (await made.storage.events('tx')).map(({ number, ok }) => [number, ok]),
    [[340, false]],
  );
  assert.doesNotMatch(JSON.stringify(made.lines), /example|林小美|0912|內容/);
});

test('a mailbox that does not exist is not tried again; nobody with an address is recorded too', async () => {
  const made = await world(() => ({ email: failing('smtp-550', true) }));
  const refused = await made.queue();
  const nowhere = await made.queue({ to: { name: '無', mobile: '0912345678' } });
  await made.sender.send();
  assert.deepEqual((await made.storage.message(refused))?.failure, 'smtp-550');
  assert.deepEqual((await made.storage.message(nowhere))?.failure, 'no-address');
  assert.deepEqual(
    (await made.storage.events('tx')).map(({ ok }) => ok),
    [false, false],
  );
});

test('a worker that died holds a message no longer than its time', async () => {
  const made = await world((sent) => ({ email: taking(sent) }));
  const id = await made.queue();
  const at = made.clock.now();
  const heldUntil = new Date(at.getTime() + lifetimes.messageHold.ms);
  await made.storage.commit([{ step: 'claim-message', id, tries: 0, at, heldUntil }]);
  made.clock.pass(lifetimes.messageHold.ms - 1);
  assert.equal(await made.sender.send(), 0);
  made.clock.pass(1);
  assert.equal(await made.sender.send(), 1);
  assert.equal(made.sent.length, 1);
});

test('where nothing is set up, the local outbox has it, with its words until their time is over', async () => {
  const made = await world(() => undefined);
  const id = await made.queue();
  await made.sender.send();
  const message = await made.storage.message(id);
  assert.deepEqual([message?.state, message?.sentBy], ['sent', ['email', 'sms']]);
  assert.equal((await openMessage(made, message ?? { id }))?.text, '內容');
  made.clock.pass(9 * 60 * minute);
  await made.keys.epochs.destroyOld(made.clock.now(), lifetimes.storedData.ms);
  assert.equal(await openMessage(made, message ?? { id }), undefined, 'the words die with their epoch');
});

test('an error of whatever kind is a code and no more', async () => {
  const made = await world(() => ({
    email: async () => {
      throw new Error('550 lin@example.test does not exist');
    },
  }));
  const id = await made.queue();
  await made.sender.send();
  assert.equal((await made.storage.message(id))?.failure, 'email-failed');
  assert.doesNotMatch(JSON.stringify(made.lines), /example/);
});

test('watched storage sends by itself, shortly after the plan is written', async () => {
  const made = await world((sent) => ({ email: taking(sent) }));
  const watched = made.sender.watch(made.storage);
  await watched.commit([
    await queueMessage(made, {
      kind: 'ready',
      at: made.clock.now(),
      to: { name: '林', email: 'a@b.test' },
      subject: 's',
      text: 't',
    }),
  ]);
  for (let turn = 0; turn < 50 && !made.sent.length; turn++) await new Promise((done) => setTimeout(done, 2));
  assert.equal(made.sent.length, 1);
});
