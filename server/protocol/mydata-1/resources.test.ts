import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeResources, encodeResources } from './resources.ts';

const id = fc.stringMatching(/^API\.[A-Za-z0-9]{10}$/);

test('ids come back in their order, duplicates included', () => {
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 8 }), (ids) => {
      assert.deepEqual(decodeResources(encodeResources(ids)), ids);
    }),
  );
  assert.deepEqual(decodeResources(encodeResources(['API.7QovE2Gev6', 'API.7QovE2Gev6'])), [
    'API.7QovE2Gev6',
    'API.7QovE2Gev6',
  ]);
});

test('is Base64 of the ids joined by a colon, with or without padding', () => {
  const text = 'QVBJLjdRb3ZFMkdldjY6QVBJLlVEYXVET0x5Wmc=';
  assert.equal(encodeResources(['API.7QovE2Gev6', 'API.UDauDOLyZg']), text);
  assert.deepEqual(decodeResources(text.replace('=', '')), ['API.7QovE2Gev6', 'API.UDauDOLyZg']);
});

test('what holds no ids is refused', () => {
  const texts = [
    '',
    '%%%',
    'A',
    ...['', ':', 'API.', 'API.7QovE2Gev6:', 'XPI.7QovE2Gev6', 'API.7Qov/2Gev6', 'API.7QovE2Gev6\n'].map((plain) =>
      Buffer.from(plain).toString('base64'),
    ),
  ];
  for (const text of texts) assert.throws(() => decodeResources(text), { code: 'resources-unreadable' }, text);
});
