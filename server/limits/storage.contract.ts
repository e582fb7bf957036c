/** What every storage of a limiter must do; each adapter's test runs it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Budget } from './budgets.ts';
import type { LimitStorage, Use } from './storage.ts';

const start = new Date('2026-11-23T01:00:00Z').getTime();
const minute = 60_000;
const locking: Budget = { per: 'session', limit: 5, windowMs: 15 * minute, lockMs: 15 * minute, source: 'test' };
const sliding: Budget = { per: 'address', limit: 3, windowMs: minute, source: 'test' };
const slowing: Budget = {
  per: 'target',
  limit: 10,
  windowMs: 60 * minute,
  slows: { free: 2, firstMs: minute, mostMs: 4 * minute },
  source: 'test',
};
const amounts: Budget = { per: 'address', limit: 1000, windowMs: 10 * minute, sliceMs: minute, source: 'test' };

const use = (budget: Budget, ms = 0, more: Partial<Use> = {}): Use => ({
  key: 'k',
  budget,
  amount: 1,
  at: start + ms,
  ...more,
});

export function limitStorageContract(name: string, make: () => LimitStorage | Promise<LimitStorage>): void {
  const contract = (rule: string, body: (storage: LimitStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });
  const took = async (storage: LimitStorage, ...uses: readonly Use[]): Promise<boolean> =>
    (await storage.take(uses)).ok;

  contract('of a hundred at once as many as the budget has', async (storage) => {
    const taken = await Promise.all(Array.from({ length: 100 }, () => took(storage, use(locking))));
    assert.equal(taken.filter(Boolean).length, 5);
  });

  contract('used up, it is locked from the last use on, and then whole again', async (storage) => {
    for (const ms of [0, minute, 2 * minute, 3 * minute, 14 * minute]) assert.ok(await took(storage, use(locking, ms)));
    const refused = await storage.take([use(locking, 15 * minute)]);
    assert.ok(!refused.ok);
    assert.equal(refused.waitMs, 14 * minute, 'fifteen minutes from the fifth');
    assert.ok(!(await took(storage, use(locking, 29 * minute - 1))));
    for (const _ of [1, 2, 3, 4, 5]) assert.ok(await took(storage, use(locking, 29 * minute)));
    assert.ok(!(await took(storage, use(locking, 29 * minute))));
  });

  contract('uses that left the window do not count: to the millisecond', async (storage) => {
    for (const ms of [0, 1, 2]) assert.ok(await took(storage, use(sliding, ms)));
    assert.ok(!(await took(storage, use(sliding, minute - 1))));
    assert.ok(await took(storage, use(sliding, minute)));
    assert.ok(!(await took(storage, use(sliding, minute))));
    assert.equal(await storage.wait(use(sliding, minute)), 1);
  });

  contract('what is given back was never used, and opens what it locked', async (storage) => {
    for (const ms of [0, 1, 2, 3]) assert.ok(await took(storage, use(locking, ms)));
    for (const _ of [1, 2, 3]) {
      assert.ok(await took(storage, use(locking, 4)));
      assert.ok(!(await took(storage, use(locking, 5))));
      await storage.giveBack([use(locking, 4)]);
    }
    assert.ok(await took(storage, use(locking, 6)));
    assert.ok(!(await took(storage, use(locking, 7))));
  });

  contract('giving back what is forgotten opens nothing', async (storage) => {
    for (const ms of [1, 2, 3, 4, 5]) await took(storage, use(locking, ms));
    await storage.giveBack([use(locking, 0), use(locking, 5, { key: 'other' })]);
    assert.ok(!(await took(storage, use(locking, 6))));
  });

  contract('all or none', async (storage) => {
    for (const ms of [0, 1, 2]) assert.ok(await took(storage, use(sliding, ms, { key: 'full' })));
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      const taken = await storage.take([use(locking, 3), use(sliding, 3, { key: 'full' })]);
      assert.ok(!taken.ok);
      assert.equal(taken.use.key, 'full');
    }
    assert.equal(await storage.wait(use(locking, 3)), 0);
    assert.ok(await took(storage, use(locking, 3)));
  });

  contract('the first ones are free, then each waits twice as long, up to the most', async (storage) => {
    let ms = 0;
    const waits: number[] = [];
    for (let n = 1; n <= 7; n += 1) {
      assert.ok(await took(storage, use(slowing, ms)), `${n}`);
      const wait = await storage.wait(use(slowing, ms));
      waits.push(wait / minute);
      if (wait) assert.ok(!(await took(storage, use(slowing, ms + wait - 1))));
      ms += wait;
    }
    assert.deepEqual(waits, [0, 0, 1, 2, 4, 4, 4]);
  });

  contract('amounts are summed by slice', async (storage) => {
    for (let second = 0; second < 60; second += 1)
      assert.ok(await took(storage, use(amounts, second * 1000, { amount: 10 })));
    assert.ok(!(await took(storage, use(amounts, minute, { amount: 401 }))));
    assert.ok(await took(storage, use(amounts, minute, { amount: 400 })));
    assert.equal(await storage.wait(use(amounts, minute, { amount: 1 })), 9 * minute);
    assert.ok(await took(storage, use(amounts, 10 * minute, { amount: 600 })));
    assert.ok(!(await took(storage, use(amounts, 20 * minute, { amount: 1001 }))), 'never more than all of it');
    assert.ok(!(await took(storage, use(amounts, 0, { amount: 1001, key: 'new' }))));
  });

  contract('forgotten is forgotten, for this key', async (storage) => {
    for (const key of ['k', 'l']) for (const _ of [1, 2, 3, 4, 5]) await took(storage, use(locking, 0, { key }));
    await storage.forget(['k']);
    assert.ok(await took(storage, use(locking, 1)));
    assert.ok(!(await took(storage, use(locking, 1, { key: 'l' }))));
  });

  contract('sweeping erases what is over and changes nothing else', async (storage) => {
    for (const ms of [0, 1, 2, 3, 4]) await took(storage, use(locking, ms));
    await storage.sweep(start + 15 * minute + 3);
    assert.ok(!(await took(storage, use(locking, 15 * minute + 3))));
    await storage.sweep(start + 15 * minute + 4);
    assert.ok(await took(storage, use(locking, 15 * minute + 4)));
  });
}
