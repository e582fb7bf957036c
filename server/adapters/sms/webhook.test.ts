import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { Outgoing } from '../../platform/messages/transport.ts';
import { internationalNumber, smsWebhook } from './webhook.ts';

const secret = 'a secret of 16 or more';
const message: Outgoing = {
  id: 'message-1',
  at: new Date('2026-11-23T01:00:00Z'),
  to: { name: '林小美', address: '0912-345-678' },
  subject: '主旨',
  text: '【MyData】簡訊',
};

async function receiver(t: TestContext, answer: () => number) {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      const status = answer();
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('0912345678 refused');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  const clock = { now: () => new Date('2026-11-23T01:00:30Z') };
  return { got, url, send: smsWebhook({ url, secret, clock, fetch }) };
}

test('JSON, signed with time, and with a key that is the same on every try', async (t) => {
  const { got, send } = await receiver(t, () => 202);
  await send(message);
  await send(message);
  const [first, second] = got;
  assert.deepEqual(JSON.parse(first?.body ?? ''), {
    id: 'message-1',
    to: '+886912345678',
    text: '【MyData】簡訊',
    at: '2026-11-23T01:00:00.000Z',
  });
  assert.equal(first?.headers['idempotency-key'], 'message-1');
  assert.equal(second?.headers['idempotency-key'], 'message-1');
  assert.match(first?.headers['content-type'] ?? '', /^application\/json/);
  const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(first?.headers['mydata-signature'])) ?? [];
  assert.equal(seconds, String(Date.parse('2026-11-23T01:00:30Z') / 1000));
  assert.equal(signature, createHmac('sha256', secret).update(`${seconds}.${first?.body}`).digest('hex'));
});

test('any 2xx and 409 is taken, 422 is final, all else is tried again', async (t) => {
  let status = 200;
  const { send } = await receiver(t, () => status);
  for (status of [200, 201, 202, 204, 409]) await send(message);
  status = 422;
  await assert.rejects(send(message), { code: 'sms-422', final: true, message: 'sms-422' });
  for (status of [302, 400, 401, 404, 429, 500, 503])
    await assert.rejects(send(message), { code: `sms-${status}`, final: false });
});

test('nobody there: tried again', async () => {
  const send = smsWebhook({
    url: 'http://127.0.0.1:1/sms',
    secret,
    clock: { now: () => new Date(0) },
    fetch,
  });
  await assert.rejects(send(message), { code: 'sms-connection', final: false });
});

test('numbers as telephone companies want them', () => {
  assert.equal(internationalNumber('0912 345 678'), '+886912345678');
  assert.equal(internationalNumber('０９１２３４５６７８'), '+886912345678');
  assert.equal(internationalNumber('+85291234567'), '+85291234567');
});
