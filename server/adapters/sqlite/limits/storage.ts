/**
 * A limiter's counts on SQLite, in a file of their own: every request may write here, and none may wait for the disk or for
 * the party's own writes. Each use is one conditional upsert; PostgreSQL says the same with `jsonb_each`.
 */
import { fileURLToPath } from 'node:url';
import { noCount, pausesOf, sliceOf, waitFor, type Count } from '#server/limits/count.ts';
import type { LimitStorage, Use } from '#server/limits/storage.ts';
import { openSqlite } from '../open.ts';

const migrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** `uses` that are still in the window, with this one added. */
const merged = `(SELECT json_group_object(slice, amount) FROM (
  SELECT slice, sum(amount) AS amount FROM (
    SELECT CAST(key AS INTEGER) AS slice, value AS amount FROM json_each(counts.uses)
      WHERE CAST(key AS INTEGER) > @since
    UNION ALL SELECT @slice, @amount
  ) GROUP BY slice
))`;
const kept = `(SELECT coalesce(sum(value), 0) FROM json_each(counts.uses) WHERE CAST(key AS INTEGER) > @since)`;
const until = (uses: string): string =>
  `(SELECT CASE WHEN ms > 0 THEN @at + ms ELSE 0 END FROM (
     SELECT json_extract(@pauses, '$[' || CAST(min(${uses}, @last) AS INTEGER) || ']') AS ms))`;

const takeSql = `
INSERT INTO counts (key, uses, paused_until, "end")
  VALUES (@key, json_object(@slice, @amount), ${until('@amount')}, max(@slice + @window, ${until('@amount')}))
ON CONFLICT (key) DO UPDATE SET
  uses = ${merged},
  paused_until = ${until(`${kept} + @amount`)},
  "end" = max(@slice + @window, ${until(`${kept} + @amount`)})
WHERE counts.paused_until <= @at AND ${kept} + @amount <= @limit`;

const giveBackSql = `
UPDATE counts SET
  uses = (SELECT json_group_object(slice, amount) FROM (
    SELECT key AS slice, value - CASE WHEN key = @slice THEN @amount ELSE 0 END AS amount FROM json_each(counts.uses)
  ) WHERE amount > 0),
  paused_until = 0
WHERE key = @key AND EXISTS (SELECT 1 FROM json_each(counts.uses) WHERE json_each.key = @slice)`;

class DoesNotFit extends Error {
  constructor(readonly use: Use) {
    super('does not fit');
  }
}

/** @param file path or `:memory:` */
export function sqliteLimitStorage(file: string): LimitStorage {
  const { $client: db } = openSqlite(file, migrations, { durable: false });
  const take = db.prepare(takeSql);
  const giveBack = db.prepare(giveBackSql);
  const find = db.prepare<[string], { readonly uses: string; readonly paused_until: number }>(
    'SELECT uses, paused_until FROM counts WHERE key = ?',
  );
  const forget = db.prepare('DELETE FROM counts WHERE key = ?');
  const sweep = db.prepare('DELETE FROM counts WHERE "end" <= ?');

  const countOf = (key: string): Count => {
    const row = find.get(key);
    if (!row) return noCount;
    const uses = Object.entries(JSON.parse(row.uses) as Record<string, number>);
    return { uses: new Map(uses.map(([slice, amount]) => [Number(slice), amount])), pausedUntil: row.paused_until };
  };

  const takeOne = (use: Use): void => {
    const { key, budget, amount, at } = use;
    // What is more than all of it never fits, an empty row included.
    if (amount > budget.limit) throw new DoesNotFit(use);
    const pauses = pausesOf(budget);
    const { changes } = take.run({
      key,
      amount,
      at,
      slice: String(sliceOf(budget, at)),
      since: at - budget.windowMs,
      window: budget.windowMs,
      limit: budget.limit,
      pauses: JSON.stringify(pauses),
      last: pauses.length - 1,
    });
    if (changes !== 1) throw new DoesNotFit(use);
  };

  const takeAll = db.transaction((uses: readonly Use[]) => uses.forEach(takeOne));
  const giveAllBack = db.transaction((uses: readonly Use[]) => {
    for (const { key, budget, amount, at } of uses) giveBack.run({ key, amount, slice: String(sliceOf(budget, at)) });
  });

  return {
    async take(uses) {
      try {
        takeAll.immediate(uses);
        return { ok: true };
      } catch (error) {
        if (!(error instanceof DoesNotFit)) throw error;
        const { use } = error;
        return { ok: false, use, waitMs: waitFor(countOf(use.key), use.budget, use.amount, use.at) };
      }
    },
    async giveBack(uses) {
      if (uses.length) giveAllBack.immediate(uses);
    },
    async forget(keys) {
      for (const key of keys) forget.run(key);
    },
    async wait({ key, budget, amount, at }) {
      return waitFor(countOf(key), budget, amount, at);
    },
    async sweep(at) {
      sweep.run(at);
    },
    async close() {
      db.close();
    },
  };
}
