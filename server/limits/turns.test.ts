import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Turns } from './turns.ts';

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

function held() {
  const order: string[] = [];
  const finish: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<string>((done) => {
      order.push(name);
      finish.push(() => done(name));
    });
  return {
    order,
    work,
    next: async () => {
      await settle();
      finish.shift()?.();
      await settle();
    },
  };
}

test('whoever asks for ten waits for their own: others have their turn after one', async () => {
  const turns = new Turns(10, () => new Error('full'));
  const { order, work, next } = held();
  const all = [
    ...Array.from({ length: 10 }, (_, n) => turns.run('ann', work(`ann ${n}`))),
    turns.run('bob', work('bob 0')),
    turns.run('bob', work('bob 1')),
    turns.run('eve', work('eve 0')),
  ];
  for (let done = 0; done < all.length; done += 1) await next();
  assert.deepEqual(order.slice(0, 6), ['ann 0', 'ann 1', 'bob 0', 'eve 0', 'ann 2', 'bob 1']);
  assert.equal((await Promise.all(all)).length, 13);
});

test('more of one person than may wait is refused before anything is done; what fails hands its turn on', async () => {
  const turns = new Turns(2, () => new Error('full'));
  const { order, work, next } = held();
  const failing = turns.run('ann', () => settle().then(() => Promise.reject(new Error('no'))));
  const waiting = [turns.run('ann', work('ann 1')), turns.run('ann', work('ann 2'))];
  await assert.rejects(turns.run('ann', work('ann 3')), /full/);
  const other = turns.run('bob', work('bob'));
  await assert.rejects(failing, /no/);
  for (let done = 0; done < 3; done += 1) await next();
  await Promise.all([...waiting, other]);
  assert.deepEqual(order, ['ann 1', 'bob', 'ann 2']);
  assert.equal(await turns.run('ann', async () => 'free again'), 'free again');
});
