/** A file that a comment or a page names is there: whoever follows the name finds it. Decisions tell of their day, and are left. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const folders = ['schemas', 'components', 'builder', 'server', 'demo', 'bench', 'scripts', 'docs'];
const named = /`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs|md|css))`/g;

test('files that are named by comments and pages are there', () => {
  const files = [
    ...readdirSync(root).filter((name) => /\.(md|ts|js|mjs|json)$/.test(name)),
    ...folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    ),
  ].map((file) => file.replaceAll('\\', '/'));
  const ends = new Set(files.flatMap((file) => file.split('/').map((_, n, parts) => parts.slice(n).join('/'))));
  const missing = files
    .filter((file) => /\.(md|ts|mjs)$/.test(file) && !file.startsWith('docs/decisions/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(named)]
        .map(([, name]) => name!)
        .filter((name) => !name.startsWith('no/') && !ends.has(name))
        .map((name) => `${file}: ${name}`),
    );
  assert.deepEqual(missing, []);
});
