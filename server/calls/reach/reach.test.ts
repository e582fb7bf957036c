/** Real sockets and a name server of our own: a call arrives where it was looked at, or nowhere. */
import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Whose } from '../../context.ts';
import { call, type Outcome } from '../call.ts';
import { systemFetch } from '../system-fetch.ts';
import { addressesOf } from './addresses-of.ts';
import { lookupWithin, type Resolve } from './lookup.ts';
import { ownReach, strangersReach, type Reach, type ReachSettings } from './reach.ts';

let server: Server;
let port: number;
let heard: string[] = [];

before(async () => {
  server = createServer((request, response) => {
    heard.push(`${request.headers.host} ${request.url}`);
    if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' });
    response.end('answered');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const two = (settings: ReachSettings): Record<Whose, Reach> => ({
  partner: ownReach(settings),
  stranger: strangersReach(settings),
});
const live = two({ environment: 'live', networks: [] });

/** Says one after the other, the last for ever. */
function nameServer(...answers: readonly (readonly string[])[]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, done) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    const found = answer.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
    setImmediate(() => done(null, found));
  };
  return { resolve, asked };
}

const ask = async (
  url: string,
  to: Whose,
  reach: Record<Whose, Reach>,
  resolve: Resolve = nameServer([]).resolve,
): Promise<Outcome['kind']> => {
  heard = [];
  const fetch = await systemFetch({ connectMs: 2000, reach, resolve });
  return (await call(fetch, url, { to, timeout: 5000, size: 100, redirects: 'answer' })).kind;
};

test('in live, whatever somebody else wrote as an address of this machine is not called', async () => {
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]']) {
    assert.equal(await ask(`http://${host}:${port}/`, 'stranger', live), 'forbidden', host);
    assert.deepEqual(heard, [], host);
  }
});

test('in live, no name that leads to this machine is called', async () => {
  for (const host of ['localhost', 'localhost.', 'a.localhost', 'rebound.example']) {
    const { resolve } = nameServer(['127.0.0.1']);
    assert.equal(await ask(`http://${host}:${port}/`, 'stranger', live, resolve), 'forbidden', host);
  }
  assert.deepEqual(heard, []);
});

test('one forbidden address among good ones forbids the name', async () => {
  for (const addresses of [
    ['117.56.1.1', '169.254.169.254'],
    ['117.56.1.1', '::ffff:10.0.0.1'],
  ])
    assert.equal(
      await ask(`http://mixed.example:${port}/`, 'stranger', live, nameServer(addresses).resolve),
      'forbidden',
    );
});

test('a name is resolved once for a connection, and what was looked at is what is connected to', async () => {
  const testing = two({ environment: 'test', networks: [] });
  const { resolve, asked } = nameServer(['127.0.0.1'], ['169.254.169.254']);
  heard = [];
  const fetch = await systemFetch({ connectMs: 2000, reach: testing, resolve });
  const get = (path: string): Promise<Outcome> =>
    call(fetch, `http://rebinding.example:${port}${path}`, { to: 'stranger', timeout: 5000, size: 100 });
  assert.equal((await get('/first')).kind, 'answer');
  assert.deepEqual(asked, ['rebinding.example']);
  // The connection is closed: the next one asks again, and is looked at again.
  server.closeAllConnections();
  await new Promise((closed) => setTimeout(closed, 50));
  assert.equal((await get('/second')).kind, 'forbidden');
  assert.deepEqual([heard, asked.length], [[`rebinding.example:${port} /first`], 2]);
});

test('where the operator opened a network, what is in it is called', async () => {
  const opened = two({ environment: 'live', networks: ['127.0.0.0/8'] });
  assert.equal(await ask(`http://127.0.0.1:${port}/`, 'stranger', opened), 'answer');
  const { resolve } = nameServer(['127.0.0.1']);
  assert.equal(await ask(`http://county.example:${port}/`, 'stranger', opened, resolve), 'answer');
});

test('a partner may be on the same machine or in the same network, but nobody is where secrets of machines are', async () => {
  assert.equal(await ask(`http://127.0.0.1:${port}/`, 'partner', live), 'answer');
  for (const host of ['169.254.169.254', '[::ffff:169.254.169.254]', '[fe80::1]', '0.0.0.0', '100.100.100.200'])
    for (const environment of ['test', 'live'] as const)
      for (const to of ['partner', 'stranger'] as const)
        assert.equal(await ask(`http://${host}:${port}/`, to, two({ environment, networks: [] })), 'forbidden', host);
});

test('a connection that a partner opened is none for a stranger', async () => {
  const fetch = await systemFetch({ connectMs: 2000, reach: live, resolve: nameServer(['127.0.0.1']).resolve });
  const url = `http://shared.example:${port}/`;
  assert.equal((await call(fetch, url, { to: 'partner', timeout: 5000, size: 100 })).kind, 'answer');
  assert.equal((await call(fetch, url, { to: 'stranger', timeout: 5000, size: 100 })).kind, 'forbidden');
});

test('a redirect is followed by nobody, wherever it leads', async () => {
  const testing = two({ environment: 'test', networks: [] });
  assert.equal(await ask(`http://127.0.0.1:${port}/away`, 'stranger', testing), 'answer');
  assert.deepEqual(heard, [`127.0.0.1:${port} /away`]);
});

test('a socket that wants one address gets one, of the family that it wants', async () => {
  const look = (family: number | 'IPv6', all: boolean): Promise<readonly unknown[]> =>
    new Promise((done) =>
      lookupWithin(() => true, nameServer(['8.8.8.8', '2400::1']).resolve)('a.tw', { family, all }, (...told) =>
        done(told),
      ),
    );
  assert.deepEqual(await look(4, false), [null, '8.8.8.8', 4]);
  assert.deepEqual(await look('IPv6', false), [null, '2400::1', 6]);
  assert.deepEqual(await look(6, true), [null, [{ address: '2400::1', family: 6 }]]);
});

test('who only looks waits a little, and for nothing forever', async () => {
  assert.deepEqual(await addressesOf(1000, nameServer(['8.8.8.8']).resolve)('a.tw'), ['8.8.8.8']);
  const kept = setTimeout(() => undefined, 5000);
  assert.deepEqual(await addressesOf(5, () => undefined)('a.tw'), []);
  clearTimeout(kept);
  assert.deepEqual(await addressesOf(1000, (_, done) => done(new Error('no such name'), []))('a.tw'), []);
});
