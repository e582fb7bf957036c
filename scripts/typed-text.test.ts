/** What people type is tidied by the readers of `schemas/taiwan` alone: a list of one's own forgets what another knew. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const folders = ['schemas', 'components', 'builder', 'server', 'demo'];
const readers = 'schemas/taiwan/';
const local = /\.normalize\(\s*['"]NFKC['"]\s*\)|\b(?:toHalfWidth|digitsToHalfWidth)\(/;

/** No text that somebody fills in, or a secret that is taken as it was typed. */
const elsewhere: { readonly [path: string]: string } = {
  'schemas/mapping/transforms/half-width.ts': 'the transform of that name',
  'schemas/normalise/read-address.ts': 'what an agency sent',
  'schemas/publish/approval/value-words.ts': 'finds doubles of Han characters',
  'components/counter/counter-element.ts': 'whether an input method put letters in',
  'components/counter/read-key.ts': 'one key of a scanner',
  'builder/features/actions/pressed.ts': 'one key',
  'builder/commands/shared/list-marks.ts': 'digits of a numbering',
  'server/accounts/password.ts': 'a password is the same on every keyboard (NIST SP 800-63B-4)',
  'server/accounts/guessable.ts': 'a password',
  'server/pdf/font.ts': 'a glyph that a font lacks',
};

async function offenders(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const path of await readdir(folder, { recursive: true })) {
      const file = `${folder}/${path}`;
      if (!file.endsWith('.ts') || /\.(?:test|e2e)\.ts$/.test(file) || file.startsWith(readers)) continue;
      if (local.test(await readFile(file, 'utf8'))) found.push(file);
    }
  return found;
}

test('nothing outside the readers makes plain characters of typed ones', async () => {
  const found = await offenders();
  assert.deepEqual(
    found.filter((file) => !(file in elsewhere)),
    [],
    'use plain(), withoutSpaces(), folded() or the reader of that kind of value, in schemas/taiwan',
  );
});
