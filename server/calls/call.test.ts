/** Real partners, real time, and a caller in a process that collects garbage all the while. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { call } from './call.ts';
import type { Asked, Told } from './testing/caller.ts';

const limit = 300;
/** A busy machine's own delay. */
const slack = 1500;

type Partner = (request: IncomingMessage, response: ServerResponse) => void;

const partners: Readonly<Record<string, Partner>> = {
  silent: () => undefined,
  'silent after its headers': (_, response) => void response.writeHead(200).flushHeaders(),
  dripping: (_, response) => {
    response.writeHead(200);
    const drop = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drop));
  },
  'resetting at once': (request) => request.socket.resetAndDestroy(),
  'resetting in its answer': (request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half', () => request.socket.resetAndDestroy());
  },
  'too large and says so': (_, response) => {
    response.writeHead(200, { 'content-length': '2000' });
    response.end('x'.repeat(2000));
  },
  'too large without end': (_, response) => {
    response.writeHead(200);
    const more = (): void => {
      if (!response.destroyed) response.write('x'.repeat(500), () => setImmediate(more));
    };
    more();
  },
  redirecting: (_, response) => void response.writeHead(307, { location: '/well' }).end('elsewhere'),
  well: (request, response) => {
    request.resume().on('end', () => response.writeHead(201, { 'x-own': 'yes' }).end('資料'));
  },
  'well, with nothing': (_, response) => void response.writeHead(204).end(),
};

let server: Server;
let address: string;
let caller: Caller;

class Caller {
  readonly process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(connectMs: number) {
    const file = join(import.meta.dirname, 'testing', 'caller.ts');
    this.process = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file, String(connectMs)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface({ input: this.process.stdout! })[Symbol.asyncIterator]();
  }

  async call(url: string, options: Partial<Asked['options']> = {}): Promise<Told> {
    const asked: Asked = { url, options: { to: 'partner', timeout: limit, size: 1000, ...options } };
    this.process.stdin!.write(`${JSON.stringify(asked)}\n`);
    return JSON.parse((await this.#lines.next()).value as string) as Told;
  }

  async end(): Promise<void> {
    this.process.stdin!.end();
    if (this.process.exitCode === null) await once(this.process, 'exit');
  }
}

before(async () => {
  server = createServer((request, response) => partners[decodeURIComponent(request.url!.slice(1))]!(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  caller = new Caller(1000);
  assert.equal((await caller.call(`${address}well`, { timeout: 10_000 })).kind, 'answer');
});
after(async () => {
  await caller.end();
  server.closeAllConnections();
  server.close();
});

for (const [partner, kind] of [
  ['silent', 'silent'],
  ['silent after its headers', 'silent'],
  ['dripping', 'silent'],
] as const)
  test(`${partner}: over when the time is, whatever was collected meanwhile`, async () => {
    const told = await caller.call(address + partner);
    assert.equal(told.kind, kind);
    assert.ok(told.ms >= limit - 20 && told.ms < limit + slack, `${told.ms} ms`);
  });

for (const [partner, kind] of [
  ['resetting at once', 'reset'],
  ['resetting in its answer', 'reset'],
  ['too large and says so', 'too-large'],
  ['too large without end', 'too-large'],
  ['redirecting', 'redirected'],
] as const)
  test(`${partner}: ${kind}, at once`, async () => {
    const told = await caller.call(address + partner, { timeout: 10_000 });
    assert.equal(told.kind, kind);
    assert.ok(told.ms < slack, `${told.ms} ms`);
  });

test('nobody there: refused', async () => {
  const nobody = createServer();
  await new Promise<void>((ready) => nobody.listen(0, '127.0.0.1', ready));
  const { port } = nobody.address() as AddressInfo;
  await new Promise((done) => nobody.close(done));
  assert.equal((await caller.call(`http://127.0.0.1:${port}/`, { timeout: 10_000 })).kind, 'refused');
  assert.equal((await caller.call('http://no-such-host.invalid/', { timeout: 10_000 })).kind, 'refused');
});

test('an answer is whole; one that nobody reads is not waited for', async () => {
  const { ms: _, ...told } = await caller.call(`${address}well`, { method: 'POST', body: 'x', headers: { a: 'b' } });
  assert.deepEqual(told, { kind: 'answer', status: 201, text: '資料' });
  assert.equal((await caller.call(`${address}well, with nothing`)).status, 204);
  const dripping = await caller.call(`${address}dripping`, { size: 0, timeout: 10_000 });
  assert.deepEqual([dripping.kind, dripping.status, dripping.text], ['answer', 200, '']);
  assert.ok(dripping.ms < slack);
});

test('a redirect is an answer where that is asked, and is never followed', async () => {
  const told = await caller.call(`${address}redirecting`, { redirects: 'answer' });
  assert.deepEqual([told.kind, told.status, told.text], ['answer', 307, 'elsewhere']);
});

test('one that never answers the connection is silent after the limit for connecting', async () => {
  // Stopped, with its queue of connections full: the kernel answers no more.
  const script = `const s = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))`;
  const stopped = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const held: Socket[] = [];
  try {
    const [first] = (await once(stopped.stdout!, 'data')) as [Buffer];
    stopped.kill('SIGSTOP');
    for (let full = 0; full < 4; full += 1)
      held.push(connect(Number(String(first)), '127.0.0.1').on('error', () => undefined));
    await Promise.all(held.slice(0, 2).map((socket) => once(socket, 'connect')));
    const told = await caller.call(`http://127.0.0.1:${String(first).trim()}/`, { timeout: 20_000 });
    assert.equal(told.kind, 'silent');
    assert.ok(told.ms >= 900 && told.ms < 5000, `${told.ms} ms`);
  } finally {
    for (const socket of held) socket.destroy();
    stopped.kill('SIGKILL');
  }
});

test('a carrier that heeds no signal, or throws, holds nobody up', async () => {
  const kept = setTimeout(() => undefined, 5000);
  const deaf = await call(() => new Promise<Response>(() => undefined), 'http://a.test', {
    to: 'partner',
    timeout: 30,
    size: 1,
  });
  assert.deepEqual(deaf, { kind: 'silent' });
  const thrown = await call(
    () => {
      throw new Error('x');
    },
    'http://a.test',
    { to: 'partner', timeout: 30, size: 1 },
  );
  assert.deepEqual(thrown, { kind: 'reset' });
  clearTimeout(kept);
});

test('our own signal ends it, before and in the middle', async () => {
  const signal = AbortSignal.abort();
  const asked: string[] = [];
  const never = (url: string): Promise<Response> => (asked.push(url), new Promise(() => undefined));
  assert.deepEqual(await call(never, 'http://a.test', { to: 'partner', timeout: 9000, size: 1, signal }), {
    kind: 'cancelled',
  });
  assert.deepEqual(asked, []);
  const control = new AbortController();
  const under = call(fetch, `${address}dripping`, { to: 'partner', timeout: 9000, size: 1000, signal: control.signal });
  setTimeout(() => control.abort(), 30);
  assert.deepEqual(await under, { kind: 'cancelled' });
});
