import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { FormsError } from '../forms/errors.ts';
import { testForm, testService } from '../testing/test-service.ts';
import type { Judged } from './check.ts';
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
  assert.deepEqual(await judge.check(judged), await judgeHere.check(judged));
  assert.deepEqual(await judge.compile(testForm), await judgeHere.compile(testForm));
});

test('what takes too long is an answer, the thread is another one then, and nobody else waits for it', async () => {
  const hasty = judgeApart(1);
  const tooComplex = (error: unknown): boolean => error instanceof FormsError && error.reason === 'too-complex';
  await assert.rejects(hasty.check(judged), tooComplex);
  await assert.rejects(hasty.compile(testForm), tooComplex);
  await hasty.close();
});

test('the time that a thread takes to begin is not the form’s', async () => {
  // On a busy machine less than it takes to load what checks; anywhere much more than the form takes.
  const cold = judgeApart(1_000);
  assert.deepEqual(await cold.check(judged), await judgeHere.check(judged));
  await cold.close();
});

test('whoever waits for a turn is not charged for another', async () => {
  const many = await Promise.all(Array.from({ length: 5 }, () => judge.check(judged)));
  assert.equal(new Set(many.map((list) => JSON.stringify(list))).size, 1);
});

test('while it works, this thread answers', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const steps = Array.from({ length: 40 }, (_, index) => ({ ...testForm.steps[0]!, id: `s${index}` }));
  await judge.check({ ...judged, document: { service: testService, form: { ...testForm, steps } } });
  clearInterval(timer);
  assert.ok(ticks > 0);
});
