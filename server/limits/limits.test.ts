import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { memoryLimitStorage } from './memory-storage.ts';
import { lifetimes } from '../lifetimes.ts';
import { budgets } from './budgets.ts';
import { knownBrowsers } from './known-browser.ts';
import { Limiter } from './limiter.ts';
import { networksOf } from './network.ts';
import { TooMany, waitWords } from './too-many.ts';

const start = Date.UTC(2026, 10, 23, 1);
const hash = (text: string): string => createHash('sha256').update(`key ${text}`).digest('hex');

function made() {
  let now = start;
  const clock = { now: () => new Date(now) };
  const limiter = new Limiter({ storage: memoryLimitStorage(), clock, hash });
  return { limiter, pass: (ms: number) => void (now += ms) };
}

const waitOf = async (work: Promise<unknown>): Promise<readonly [string, number] | undefined> => {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return [error.budget, error.waitSeconds];
  }
};

test('the handbook’s figure is exact wherever it is one of five', () => {
  for (const [name, { source, limit, windowMs, lockMs }] of Object.entries(budgets))
    if (source.startsWith('手冊')) assert.deepEqual([limit, windowMs, lockMs], [5, 15 * 60_000, 15 * 60_000], name);
});

test('a right try costs nothing, and forgets what is counted for the one who passed', async () => {
  const { limiter } = made();
  const spend = [
    { budget: 'identity-guess-session', who: 's', whenRight: 'forget' },
    { budget: 'identity-address', who: 'a' },
  ] as const;
  for (let round = 0; round < 7; round += 1) {
    for (let i = 0; i < 4; i += 1) await limiter.take(spend);
    await (await limiter.take(spend)).right();
  }
  assert.deepEqual(await waitOf(limiter.take([spend[1], spend[1], spend[1]])), ['identity-address', 900], '28 wrong');
  assert.equal(await waitOf(limiter.take([spend[1], spend[1]])), undefined);
});

test('used up: which budget, and for how long', async () => {
  const { limiter, pass } = made();
  const spending = { budget: 'staff-account', who: 'a' } as const;
  for (let i = 0; i < 5; i += 1) await limiter.take([spending]);
  pass(1500);
  assert.deepEqual(await waitOf(limiter.take([spending])), ['staff-account', 899]);
  assert.deepEqual(await waitOf(limiter.require([spending])), ['staff-account', 899]);
  assert.equal(await limiter.waitSeconds(spending), 899);
  assert.equal(await limiter.waitSeconds({ ...spending, who: 'b' }), undefined);
  pass(15 * 60_000 - 1500);
  assert.equal(await waitOf(limiter.take([spending])), undefined);
});

test('what is counted afterwards refuses the next, not itself', async () => {
  const { limiter } = made();
  const spending = { budget: 'registry-failures', who: 'a' } as const;
  for (let i = 0; i < 30; i += 1) await limiter.count([spending]);
  assert.equal((await waitOf(limiter.require([spending])))?.[0], 'registry-failures');
});

for (const [address, of, network] of [
  ['192.0.2.7', '192.0.2.7', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:0DB8:0001::1', '2001:db8:1:0::/64', '2001:db8:1::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64', '64:ff9b:0::/48'],
  [undefined, 'unknown', 'unknown'],
  ['nonsense', 'unknown', 'unknown'],
] as const)
  test(`${address} counts as ${of} in ${network}`, () =>
    assert.deepEqual(networksOf(address), { address: of, network }));

test('a browser is known for whom it has passed, and for nobody else', () => {
  let now = start;
  let ids = 0;
  const browsers = knownBrowsers({ now: () => new Date(now), hash, newId: () => `${'i'.repeat(21)}${ids++}` });
  const one = browsers.remember(undefined, 'lin');
  assert.doesNotMatch(one, /lin/);
  assert.equal(browsers.idFor(one, 'lin'), `${'i'.repeat(21)}0`);
  assert.equal(browsers.idFor(one, 'wang'), undefined);
  const both = browsers.remember(one, 'wang');
  assert.equal(browsers.idFor(both, 'lin'), browsers.idFor(both, 'wang'));
  assert.equal(browsers.idFor(both.replace(/^./, 'x'), 'lin'), undefined, 'its id can not be exchanged');
  assert.equal(browsers.remember(both, 'wang').split('.').length, 3, 'each once');
  for (const bad of [undefined, '', 'x', `${'i'.repeat(22)}.1-2`, 'a'.repeat(5000)])
    assert.equal(browsers.idFor(bad, 'lin'), undefined);
  const day = 24 * 60 * 60_000;
  now += lifetimes.knownBrowser.ms - day;
  assert.ok(browsers.idFor(both, 'lin'));
  now += day;
  assert.equal(browsers.idFor(both, 'lin'), undefined);
});

test('the wait is said in whole words', () => {
  assert.equal(waitWords(1)['zh-Hant'], '1 秒');
  assert.equal(waitWords(61)['zh-Hant'], '2 分鐘');
  assert.equal(waitWords(3600)['zh-Hant'], '1 小時');
});
