/** What the drawing of the rooms names has to be there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { zones } from './boundaries/zones.mjs';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

test('every path of the drawing leads somewhere', () => {
  const paths = [...text.matchAll(/`([a-z][\w-]*\/[^`\s]*)`/g)].map(([, path]) => path!);
  assert.ok(paths.length > 20, `${paths.length} paths`);
  assert.deepEqual(
    paths.filter((path) => !existsSync(join(root, path))),
    [],
  );
});

test('every folder of the server that is a zone stands in the drawing', () => {
  const folders = zones.flatMap(({ at }) => /^\^server\/([a-z]+)\/$/.exec(at)?.[1] ?? []);
  assert.ok(folders.length > 10, folders.join());
  // They put a process together, or hold others against the interface.
  const told = folders.filter((folder) => !['counties', 'conform'].includes(folder));
  assert.deepEqual(
    told.filter((folder) => !new RegExp(`\\b${folder}\\b`).test(text)),
    [],
  );
});
