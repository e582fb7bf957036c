import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composing } from './composing.ts';

test('a key of an input method is known by any of its signs, and no other key by them', () => {
  const own = [
    { key: 'Enter', isComposing: true, keyCode: 13 },
    { key: 'Enter', isComposing: false, keyCode: 229 },
    { key: 'Process', isComposing: false, keyCode: 0 },
    { key: 'Unidentified', keyCode: 229 },
  ];
  for (const event of own) assert.equal(composing(event), true, JSON.stringify(event));
  for (const event of [{ key: 'Enter', isComposing: false, keyCode: 13 }, { key: 'Escape' }, {}])
    assert.equal(composing(event), false, JSON.stringify(event));
});
