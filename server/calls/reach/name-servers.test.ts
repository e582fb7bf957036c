/** A name server of our own, slow for some names: whoever waits for it waits alone, and not for long. */
import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { askNameServers } from './name-servers.ts';

let server: Socket;
let servers: string[];
const asked: string[] = [];

before(async () => {
  server = createSocket('udp4', (query, { port, address }) => {
    const [name, type] = questionOf(query);
    asked.push(`${name} ${type}`);
    if (!name.startsWith('slow') && !(name.startsWith('half') && type === 28))
      server.send(
        answerTo(query, name.startsWith('none') ? 3 : 0, type === 1 && !name.startsWith('none')),
        port,
        address,
      );
  });
  await new Promise<void>((ready) => server.bind(0, '127.0.0.1', ready));
  servers = [`127.0.0.1:${(server.address() as AddressInfo).port}`];
});
after(() => server.close());

/** RFC 1035, 4.1.2: names as labels after a header of twelve bytes. */
function questionOf(query: Buffer): readonly [name: string, type: number] {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return [labels.join('.').toLowerCase(), query.readUInt16BE(at + 1)];
}

function answerTo(query: Buffer, code: number, found: boolean): Buffer {
  const [name] = questionOf(query);
  const question = query.subarray(12, 12 + name.length + 2 + 4);
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(found ? 1 : 0, 6);
  head.fill(0, 8);
  const record = Buffer.from('c00c00010001000000000004' + '75380101', 'hex'); // 117.56.1.1
  return Buffer.concat([head, question, ...(found ? [record] : [])]);
}

const find = (name: string, { ms = 2000, hosts = '' } = {}): Promise<string> =>
  new Promise((done) =>
    askNameServers({ ms, hosts, servers })(name, (error, found) =>
      done(error ? (error.code ?? '') : found.map(({ address, family }) => `${address}/${family}`).join(' ')),
    ),
  );

test('a name is asked of the name servers, both families; one that is not there is not there', async () => {
  assert.equal(await find('sp.example'), '117.56.1.1/4');
  assert.deepEqual(asked.splice(0).sort(), ['sp.example 1', 'sp.example 28']);
  assert.equal(await find('none.example'), 'ENOTFOUND');
});

test('the hosts file and localhost come first, and no name server hears of them', async () => {
  asked.splice(0);
  const hosts = '# of this machine\n10.0.0.7 SP.inner sp # ours\n::1 sp.inner\nnonsense\n';
  assert.equal(await find('sp.inner.', { hosts }), '10.0.0.7/4 ::1/6');
  assert.equal(await find('localhost'), '127.0.0.1/4 ::1/6');
  assert.equal(await find('a.localhost.'), '127.0.0.1/4 ::1/6');
  assert.equal(await find('8.8.8.8'), '8.8.8.8/4');
  assert.deepEqual(asked, []);
});

test('names of slow servers hold no thread of the pool, and are given up in time', async () => {
  const ended: string[] = [];
  const slow = Array.from({ length: 40 }, (_, i) =>
    find(`slow${i}.example`, { ms: 1500 }).then((code) => ended.push(code)),
  );
  await lookup('localhost');
  await readFile(import.meta.filename);
  assert.deepEqual(ended, [], 'the pool answered while all of them still waited');
  await Promise.all(slow);
  assert.deepEqual([...new Set(ended)], ['ECANCELLED']);
});

test('half an answer is one, after the time for the other half', async () => {
  assert.equal(await find('half.example', { ms: 300 }), '117.56.1.1/4');
});
