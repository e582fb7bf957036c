/** A real process that is told to end while it is busy. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';

async function started(t: TestContext, waitMs = 20_000) {
  const file = join(import.meta.dirname, 'testing', 'slow-party.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, String(waitMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const agent = new Agent({ keepAlive: true });
  t.after(() => {
    child.kill('SIGKILL');
    agent.destroy();
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const [port] = (await once(lines, 'line')) as [string];
  lines.on('line', (line) => said.push(line));
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  const begin = async (path: string): Promise<IncomingMessage> => {
    const request = get({ port, path, agent, host: '127.0.0.1' });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  };
  const ask = async (path: string): Promise<string> => text(await begin(path));
  return { child, said, ended, begin, ask };
}

async function text(response: IncomingMessage): Promise<string> {
  let all = '';
  for await (const part of response.setEncoding('utf8')) all += String(part);
  return all;
}

/** Until the process has them all: its own answer to another request comes after it took these. */
const arrived = async (ask: (path: string) => Promise<string>): Promise<unknown> => ask('/slow/200');

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`${signal}: fifty requests under way are all answered, streams end, connections that wait do not hold it`, async (t) => {
    const { child, said, ended, begin, ask } = await started(t);
    await ask('/quick');
    const stream = await begin('/events');
    const slow = Promise.all(Array.from({ length: 50 }, () => ask('/slow/1200')));
    await arrived(ask);
    const told = performance.now();
    child.kill(signal);
    assert.deepEqual([...new Set(await slow)], ['answered']);
    assert.match(await text(stream), /first[\s\S]*last/);
    assert.deepEqual(await ended, [0, null]);
    assert.deepEqual(said, ['closed', 'cut 0']);
    assert.ok(performance.now() - told < 10_000);
    await assert.rejects(ask('/quick'), { code: 'ECONNREFUSED' });
  });

test('what takes longer than it may is cut off, and the process ends', async (t) => {
  const { child, said, ended, ask } = await started(t, 400);
  const slow = ask('/slow/60000');
  await arrived(ask);
  child.kill('SIGTERM');
  await assert.rejects(slow);
  assert.deepEqual(await ended, [0, null]);
  assert.deepEqual(said, ['closed', 'cut 1']);
});

test('a second signal does not wait; one that comes at once is the same Ctrl-C', async (t) => {
  const { child, ended, ask } = await started(t);
  const slow = ask('/slow/60000').catch(() => 'cut');
  await arrived(ask);
  child.kill('SIGINT');
  child.kill('SIGTERM');
  assert.equal(
    await Promise.race([ended, new Promise((still) => setTimeout(still, 1100, 'still there'))]),
    'still there',
  );
  child.kill('SIGTERM');
  assert.deepEqual(await ended, [1, null]);
  assert.equal(await slow, 'cut');
});
