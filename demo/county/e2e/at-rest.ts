/** What lies on the disk while the parties run: database files with their journals, read as bytes. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import type { Kit } from './kit.ts';

/**
 * Fails where one of these texts lies in clear in any file of the county or the platform: databases, their WAL, whatever was
 * left beside them. Keys are no place for payloads, but certificates name their holders; so they are not read.
 */
export async function assertNowhereInClear(kit: Kit, texts: readonly string[]): Promise<void> {
  for (const party of ['county', 'platform'] as const) {
    const folder = kit.folderOf(party);
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((name) => !name.startsWith('keys/'));
    assert.ok(files.includes(`${party}.db`), `${party} has a database`);
    for (const file of files) {
      const bytes = await readFile(join(folder, file));
      for (const text of texts) {
        for (const encoding of ['utf8', 'utf16le'] as const)
          assert.ok(!bytes.includes(Buffer.from(text, encoding)), `${file} holds a text of ${text.length} characters`);
        const encoded = Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1);
        assert.ok(!bytes.includes(encoded), `${file} holds an encoded text of ${text.length} characters`);
      }
    }
  }
}

/** Rows of one table of the platform's database. */
export function platformRows(kit: Kit, table: 'packages' | 'tokens' | 'journeys'): readonly Record<string, unknown>[] {
  const database = new Database(join(kit.folder, 'platform', 'platform.db'), { readonly: true });
  try {
    return database.prepare(`select * from ${table}`).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}
