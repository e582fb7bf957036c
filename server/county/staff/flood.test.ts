/** Over real HTTP: many sign-ins at once leave files and everything else answering. */
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { serve } from '@hono/node-server';
import { createTestPki } from '../../testing/test-pki.ts';
import { countyUrl, openWorld, platformUrl } from '../testing/county-under-test.ts';
import { testLoaded } from '../testing/test-service.ts';

/** Milliseconds: half a second on a machine of its own. A county that stands still for 300 of scrypt does so for forty seconds. */
const patience = 3_000;

const pki = await createTestPki();

async function flooded(headersOf: (n: number) => Record<string, string>, loginOf: (n: number) => string) {
  const world = await openWorld(pki, {
    config: {
      publicUrl: countyUrl,
      platformUrl,
      environment: 'test',
      services: [testLoaded],
      proxies: ['127.0.0.1'],
    },
  });
  const server = await new Promise<Server>((done) => {
    const made = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, () => done(made as Server));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signIn = async (n: number): Promise<Response> => {
    const body = new URLSearchParams({ login: loginOf(n), password: 'the same wrong one', code: '000000' });
    const answer = await fetch(`${base}/staff/sign-in`, { method: 'POST', body, headers: headersOf(n) });
    await answer.text();
    return answer;
  };
  try {
    const flood = Promise.all(Array.from({ length: 300 }, (_, n) => signIn(n)));
    const times: number[] = [];
    let over = false;
    void flood.then(() => (over = true));
    while (!over) {
      for (const path of ['/health', '/staff/assets/staff.css']) {
        const began = performance.now();
        const answer = await fetch(base + path);
        await answer.text();
        assert.equal(answer.status, 200);
        times.push(performance.now() - began);
      }
      await new Promise((done) => setImmediate(done));
    }
    // The first two stand behind the 300 connections that are being opened.
    return { answers: await flood, slowest: Math.max(...times.slice(2)), looks: times.length };
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

test('300 wrong passwords at once from one place: a few are looked at, and files are answered meanwhile', async () => {
  const { answers, slowest } = await flooded(
    () => ({}),
    () => 'clerk',
  );
  const statuses = answers.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 422).length, 5);
  assert.equal(statuses.filter((status) => status === 429).length, 295);
  assert.ok(slowest < patience, `${slowest} ms`);
});

test('300 at once from 300 places for 300 accounts: two at a time, a short queue, the rest come again', async () => {
  const { answers, slowest, looks } = await flooded(
    (n) => ({ 'x-forwarded-for': `198.${18 + (n >> 8)}.${n & 255}.1` }),
    (n) => `somebody${n}`,
  );
  const refused = answers.filter(({ status }) => status === 503);
  assert.ok(refused.length > 200, `${refused.length} refused`);
  assert.equal(refused.length + answers.filter(({ status }) => status === 422).length, 300);
  assert.ok(refused.every(({ headers }) => headers.get('retry-after') === '5'));
  assert.ok(slowest < patience, `${slowest} ms`);
  assert.ok(looks > 2);
});
