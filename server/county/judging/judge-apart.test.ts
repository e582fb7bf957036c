import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { FormsError } from '../forms/errors.ts';
import { testForm, testService } from '../testing/test-service.ts';
import type { Judged } from './judged.ts';
import { judgeApart } from './judge-apart.ts';
import { judgeHere } from './judge.ts';

const judged: Judged = {
  document: { service: testService, form: testForm },
  more: [],
  residents: [],
  now: new Date('2026-11-27T04:00:00Z').getTime(),
};

const judge = judgeApart();
after(() => judge.close());

test('another thread says what this one would', async () => {
  assert.deepEqual(await judge.check(judged, 'ann'), await judgeHere.check(judged));
  assert.deepEqual(await judge.compile(testForm, 'ann'), await judgeHere.compile(testForm));
});

test('what takes too long is an answer, the thread is another one then, and nobody else waits for it', async () => {
  const hasty = judgeApart(1);
  const tooComplex = (error: unknown): boolean => error instanceof FormsError && error.reason === 'too-complex';
  await assert.rejects(hasty.check(judged, 'ann'), tooComplex);
  await assert.rejects(hasty.compile(testForm, 'ann'), tooComplex);
  await hasty.close();
});

test('the time that a thread takes to begin is not the form’s', async () => {
  // On a busy machine less than it takes to load what checks; anywhere much more than the form takes.
  const cold = judgeApart(1_000);
  assert.deepEqual(await cold.check(judged, 'ann'), await judgeHere.check(judged));
  await cold.close();
});

test('whoever waits for a turn is not charged for another', async () => {
  const many = await Promise.all(Array.from({ length: 5 }, () => judge.check(judged, 'ann')));
  assert.equal(new Set(many.map((list) => JSON.stringify(list))).size, 1);
});

test('what one designer has waiting is bounded; a colleague is not refused', async () => {
  const busy = judgeApart();
  const many = await Promise.allSettled(Array.from({ length: 12 }, () => busy.check(judged, 'ann')));
  const refused = many.filter((one) => one.status === 'rejected');
  assert.ok(refused.every(({ reason }) => reason instanceof FormsError && reason.reason === 'checks-waiting'));
  assert.equal(refused.length, 3);
  const [own, colleague] = [busy.check(judged, 'ann'), busy.check(judged, 'bob')];
  assert.deepEqual(await colleague, await own);
  await busy.close();
});

test('while it works, this thread answers', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const steps = Array.from({ length: 40 }, (_, index) => ({ ...testForm.steps[0]!, id: `s${index}` }));
  await judge.check({ ...judged, document: { service: testService, form: { ...testForm, steps } } }, 'ann');
  clearInterval(timer);
  assert.ok(ticks > 0);
});
