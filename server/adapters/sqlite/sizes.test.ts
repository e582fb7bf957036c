import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { connect, type SqliteDatabase } from './open.ts';
import { bytesOfRow, keepSizes, sizesIn, type Measured } from './sizes.ts';

const tables: readonly Measured[] = [
  {
    table: 'leaves',
    kind: { when: (row) => `${row}.done IS NULL`, then: 'open', otherwise: 'done' },
    columns: ['body'],
    lengths: ['size'],
  },
  { table: 'trunks', kind: 'open', columns: ['note'] },
];

function made() {
  const db = drizzle(connect(':memory:')) as SqliteDatabase;
  db.$client.exec(`
    CREATE TABLE trunks (id TEXT PRIMARY KEY, note TEXT);
    CREATE TABLE leaves (trunk TEXT REFERENCES trunks(id) ON DELETE CASCADE, body BLOB, size INTEGER NOT NULL, done TEXT);
    INSERT INTO trunks VALUES ('t', '四個字呢');
  `);
  const run = (sql: string) => db.$client.exec(sql);
  return { db, run };
}

test('sums follow every change, cascades and rolled back ones included', () => {
  const { db, run } = made();
  keepSizes(db, tables);
  const trunk = bytesOfRow + 12;
  assert.deepEqual(sizesIn(db), { open: trunk, done: 0 }, 'what was there before, in bytes');
  run("INSERT INTO leaves VALUES ('t', zeroblob(100), 7, NULL), ('t', NULL, 0, 'yes')");
  assert.deepEqual(sizesIn(db), { open: trunk + bytesOfRow + 107, done: bytesOfRow });
  run("UPDATE leaves SET done = 'yes' WHERE size = 7");
  assert.deepEqual(sizesIn(db), { open: trunk, done: 2 * bytesOfRow + 107 });
  run("UPDATE trunks SET note = 'a'");
  assert.throws(() => db.$client.transaction(() => (run('DELETE FROM trunks'), assert.fail()))());
  assert.deepEqual(sizesIn(db), { open: bytesOfRow + 1, done: 2 * bytesOfRow + 107 });
  run('DELETE FROM trunks');
  assert.deepEqual(sizesIn(db), { open: 0, done: 0 });
});

test('a table that a migration made anew is counted anew, and a start that finds all as it was counts nothing', () => {
  const { db, run } = made();
  keepSizes(db, tables);
  run('CREATE TABLE other AS SELECT * FROM trunks; DROP TABLE trunks; ALTER TABLE other RENAME TO trunks');
  run("INSERT INTO trunks VALUES ('u', 'unseen')");
  keepSizes(db, tables);
  assert.equal(sizesIn(db)['open'], 2 * bytesOfRow + 12 + 6);
  run("UPDATE sizes SET bytes = 5 WHERE kind = 'open'");
  keepSizes(db, tables);
  assert.equal(sizesIn(db)['open'], 5);
});
