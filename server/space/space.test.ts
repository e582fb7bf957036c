import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from '../context.ts';
import { HttpError } from '../http/errors.ts';
import { readSizes } from './read-sizes.ts';
import { Space } from './space.ts';

function made(most = 100, reserve = 50) {
  const sizes = { files: 0, drafts: 0 };
  const world = { sizes, free: 1000, now: 0, asked: 0, lines: [] as string[] };
  const write = (level: string) => (fields: object, message: string) =>
    void world.lines.push(`${level} ${(fields as { kind: string }).kind}: ${message}`);
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const space = new Space<'files' | 'drafts'>({
    sizes: async () => world.sizes,
    most: { files: most, drafts: most },
    free: async () => ((world.asked += 1), world.free),
    reserve,
    clock: { now: () => new Date(world.now) },
    log,
  });
  const refused = async (...kinds: readonly ('files' | 'drafts')[]) =>
    space.require(...kinds).then(
      () => false,
      (error: unknown) => error instanceof HttpError && error.status === 503 && error.headers['retry-after'] === '600',
    );
  return { world, space, refused };
}

test('a kind is short at four fifths and full at all of it; only what needs it is refused', async () => {
  const { world, space, refused } = made();
  for (const [files, state, isRefused] of [
    [79, undefined, false],
    [80, 'warn', false],
    [99, 'warn', false],
    [100, 'full', true],
    [130, 'full', true],
  ] as const) {
    world.sizes = { files, drafts: 0 };
    assert.deepEqual([(await space.levels())[0]?.state, await refused('files')], [state, isRefused], `${files}`);
  }
  assert.equal(await refused('drafts'), false);
  assert.equal(await refused('drafts', 'files'), true);
});

test('the file system’s free space is the last belt, whatever the kinds say; it is asked for every few seconds', async () => {
  const { world, space, refused } = made();
  for (const [free, state, isRefused] of [
    [63, undefined, false],
    [62, 'warn', false],
    [50, 'warn', false],
    [49, 'full', true],
  ] as const) {
    world.free = free;
    world.now += 5000;
    assert.deepEqual([(await space.levels())[0]?.state, await refused('drafts')], [state, isRefused], `${free}`);
  }
  const before = world.asked;
  for (const _ of [1, 2, 3]) await refused('drafts');
  assert.equal(world.asked, before);
});

test('the log is told once of each change', async () => {
  const { world, space } = made();
  for (const files of [10, 80, 90, 100, 110, 85, 10, 10]) {
    world.sizes = { files, drafts: 0 };
    await space.watch();
    await space.watch();
  }
  assert.deepEqual(world.lines, [
    'warn files: space is getting short',
    'error files: no space left: new work is refused',
    'warn files: space is getting short',
    'info files: there is space again',
  ]);
});

test('sizes as an operator writes them', () => {
  const defaults = { files: 1, drafts: 2 };
  assert.deepEqual(readSizes(undefined, defaults), defaults);
  assert.deepEqual(readSizes(' files=1.5GB, drafts = 500MB ', defaults), { files: 1.5e9, drafts: 500e6 });
  for (const bad of [
    'files',
    'files=',
    'files=5',
    'files=5 GB',
    'file=5GB',
    'files=-1GB',
    'toString=5GB',
    'files=5GiB',
  ])
    assert.throws(() => readSizes(bad, defaults), /must be like files=500MB, of files, drafts/, bad);
});
