/** In what order a party that is made goes on: asked about first, then marked, then it works and serves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Seen } from '../platform/log/witnesses.ts';
import { bringUp } from './bring-up.ts';

async function order(seen?: Seen): Promise<{ readonly done: readonly string[]; readonly error?: unknown }> {
  const done: string[] = [];
  const step = (name: string) => async () => void done.push(name);
  const party = {
    begin: step('begin'),
    ...(seen && {
      witnesses: {
        async look() {
          done.push('look');
          return seen;
        },
      },
    }),
  };
  const error: unknown = await bringUp(party, { whole: step('whole') }, step('listen')).catch((one: unknown) => one);
  return { done, ...(error !== undefined && { error }) };
}

test('a platform asks its witnesses before it marks its database, goes on with anything or serves', async () => {
  const silent = ['https://county.example/witness'];
  assert.deepEqual(await order({ problems: [], silent }), { done: ['look', 'whole', 'begin', 'listen'] });
  assert.deepEqual(await order(), { done: ['whole', 'begin', 'listen'] });
});

test('T38: one that was turned back has changed no mark, called nobody and answered nobody', async () => {
  const { done, error } = await order({ problems: ['it was turned back'], silent: [] });
  assert.deepEqual(done, ['look']);
  assert.ok(error instanceof Error && 'code' in error && error.code === 'log-turned-back');
  assert.match(error.message, /it was turned back/);
  assert.match(error.message, /Put the newest copy back/);
});
