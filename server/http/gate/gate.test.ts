import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { silentLog } from '../../context.ts';
import { behind, Gate } from './gate.ts';

const origin = 'http://localhost:8701';

function gated() {
  const state = { now: 0 };
  const seen: string[] = [];
  const gate = new Gate({ now: () => state.now, lateMs: () => 0, https: false, log: silentLog });
  const fetch = behind(gate, (request: Request) => {
    seen.push(`${request.method} ${new URL(request.url).pathname}`);
    return new Response('inside');
  });
  const open = async (path: string, init?: RequestInit) => fetch(new Request(`${origin}${path}`, init));
  const fill = async () => {
    for (let n = 0; n < 300; n += 1) await open(entry());
  };
  return { state, seen, open, fill };
}

const entry = () =>
  `/service/CLI.abcdefghij/QVBJLmE=/${randomUUID()}?returnUrl=http%3A%2F%2Fa.test%2F%3Fx%3D1&pid=a%2Bb%3D`;

const nextOf = (page: string): string => {
  const [, url = ''] = /http-equiv="refresh" content="\d+;url=([^"]+)"/.exec(page) ?? [];
  return url.replace(/&amp;/g, '&');
};

test('journeys under way and what machines ask pass, however long the line is', async () => {
  const { open, fill, seen } = gated();
  await fill();
  const before = seen.length;
  const passing = [
    '/journey/AAAAAAAAAAAAAAAAAAAAAA/facts',
    '/service/data',
    '/service/txid_status',
    '/me/records',
    '/assets/platform.css',
  ];
  for (const path of passing) assert.equal((await open(path)).status, 200);
  for (const path of ['/service/counter/present', '/service/counter/code', '/service/spsignature/CLI.a'])
    assert.equal((await open(path, { method: 'POST' })).status, 200);
  assert.equal(seen.length, before + passing.length + 3);
});

test('who waits has a place at once, and comes in by it with all that they brought', async () => {
  const { open, fill, seen, state } = gated();
  await fill();
  const address = entry();
  const waiting = await open(address);
  assert.equal(waiting.status, 503);
  assert.match(waiting.headers.get('retry-after') ?? '', /^\d+$/);
  assert.match(waiting.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'sha256-/);
  const page = await waiting.text();
  assert.match(page, /您前面還有 181 人，不到 1 分鐘後輪到您/);
  assert.match(page, /181 people are before you; your turn comes in less than a minute/);
  assert.equal(
    seen.some((one) => address.startsWith(one.slice(4))),
    false,
  );
  const next = nextOf(page);
  assert.ok(next.startsWith(`${address}&queue=`));
  state.now += 6000;
  const entered = await open(next);
  assert.equal(await entered.text(), 'inside');
  assert.equal(
    (await open(next)).status === 200 && (await open(next)).status === 200,
    true,
    'the line is empty by now',
  );
});

test('a ticket is worth nothing for another arrival, twice, or written by somebody else', async () => {
  const { open, fill, state } = gated();
  await fill();
  const next = nextOf(await (await open(entry())).text());
  const ticket = next.slice(next.lastIndexOf('queue=') + 6);
  await fill();
  await fill();
  state.now += 6000;
  const aheadOf = async (address: string): Promise<number> =>
    Number(/前面還有 (\d+) 人/.exec(await (await open(address)).text())?.[1] ?? -1);
  assert.ok((await aheadOf(`${entry()}&queue=${ticket}`)) > 300, 'another arrival');
  const better = ticket.replace(/^[^.]+/, '1');
  assert.ok((await aheadOf(next.replace(ticket, better))) > 300, 'a better place');
  assert.equal(await aheadOf(next), -1, 'its own');
  assert.ok((await aheadOf(next)) > 300, 'a second time');
});

test('an arrival written otherwise is one too', async () => {
  const { open, fill } = gated();
  await fill();
  assert.equal((await open(entry().replace('/service/', '/%73ervice/'))).status, 503);
  assert.equal((await open(entry().replace('/service/CLI', '/service/spsignature/CLI'))).status, 503);
});

test('the one button of a counter: who came in to its page may press it; others get the page’s line with what they ticked', async () => {
  const { open, fill, state } = gated();
  const path = '/service/counter/CLI.counter001';
  const early = await open(path);
  const cookie = /^[^;]+/.exec(early.headers.get('set-cookie') ?? '')?.[0] ?? assert.fail('no pass');
  await fill();
  const body = 'dataset=API.a&dataset=API.b';
  const form = { method: 'POST', body, headers: { 'content-length': String(body.length) } };
  assert.equal((await open(path, { ...form, headers: { ...form.headers, cookie } })).status, 200);
  assert.equal((await open('/service/counter/CLI.counter002', { ...form, headers: { cookie } })).status, 303);
  const sent = await open(path, form);
  assert.deepEqual([sent.status, sent.headers.get('location')], [303, `${path}?dataset=API.a&dataset=API.b`]);
  const next = nextOf(await (await open(sent.headers.get('location') ?? '')).text());
  state.now += 10_000;
  assert.equal((await open(next)).status, 200);
});
