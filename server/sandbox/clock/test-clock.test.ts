import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clockFile, mostAheadSeconds, TestClock } from './test-clock.ts';
import { stagesOf } from './stages.ts';
import { spanWords, testTime } from './words.ts';

const real = { now: () => new Date('2026-11-28T00:00:00Z') };
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clock-'));
});
after(() => rm(folder, { recursive: true }));

test('it goes forward only, no further than the test certificates reach, and stays so over a restart', async () => {
  const clock = await TestClock.open(folder);
  assert.equal(clock.aheadSeconds, 0);
  await clock.moveTo(3600);
  await clock.moveTo(60);
  assert.equal(clock.aheadSeconds, 3600);
  for (const no of [-1, 0.5, Number.NaN, mostAheadSeconds + 1]) await assert.rejects(clock.moveTo(no), RangeError);
  assert.equal((await TestClock.open(folder)).aheadSeconds, 3600);
  await writeFile(clockFile(folder), 'cut o');
  assert.equal((await TestClock.open(folder)).aheadSeconds, 0);
});

test('it shows real time and what it is ahead', async () => {
  const clock = new TestClock({ real });
  await clock.moveTo(90);
  assert.equal(clock.now().toISOString(), '2026-11-28T00:01:30.000Z');
});

test('who waits is woken when the clock is moved past their time, and not before', async () => {
  const clock = new TestClock({ real });
  let woken = false;
  const waiting = clock.wait(60_000).then(() => (woken = true));
  await clock.moveTo(59);
  await new Promise(setImmediate);
  assert.equal(woken, false);
  await clock.moveTo(60);
  await waiting;
  const stop = new AbortController();
  const other = clock.wait(60_000, stop.signal);
  stop.abort();
  await other;
});

test('stages double, so that what is tried again after twice as long gets its tries', () => {
  assert.deepEqual(stagesOf(0, 120), [60, 120]);
  assert.deepEqual(stagesOf(100, 1000), [160, 280, 520, 1000]);
  assert.deepEqual(stagesOf(5, 5), []);
  assert.deepEqual(stagesOf(5, 4), []);
  assert.equal(stagesOf(0, 366 * 86_400).length, 20);
});

test('spans and times in words', () => {
  assert.equal(spanWords(0), '0 秒');
  assert.equal(spanWords(30 * 86_400 + 8 * 3600 + 120 + 5), '30 天 8 小時 2 分鐘 5 秒');
  assert.equal(testTime(new Date('2026-11-28T16:00:01Z')), '2026-11-29 00:00:01');
});
