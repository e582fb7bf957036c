import { test } from 'node:test';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { isUuid, isUuidLike } from './uuid.ts';

test('a UUID is read in small letters and capitals', () => {
  const text = randomUUID();
  for (const one of [text, text.toUpperCase()]) assert.ok(isUuid(one) && isUuidLike(one), one);
});

test('of an unknown version or variant it is like one', () => {
  const text = '0190a1b2-c3d4-4e5f-8a9b-0123456789ab';
  for (const version of '12345678') assert.ok(isUuid(text.replace('-4e5f', `-${version}e5f`)), version);
  for (const variant of '89abAB') assert.ok(isUuid(text.replace('-8a9b', `-${variant}a9b`)), variant);
  for (const one of ['-0e5f-8a9b', '-9e5f-8a9b', '-4e5f-7a9b', '-4e5f-ca9b'].map((part) =>
    text.replace('-4e5f-8a9b', part),
  ))
    assert.ok(isUuidLike(one) && !isUuid(one), one);
});

test('nothing round it, nothing left out, nothing else', () => {
  const text = '0190a1b2-c3d4-4e5f-8a9b-0123456789ab';
  const others = [
    `${text}\n`,
    ` ${text}`,
    text.slice(1),
    `${text}0`,
    text.replaceAll('-', ''),
    text.replace('b2', 'g2'),
  ];
  for (const one of [...others, `{${text}}`, '', undefined, null, 4, [text]])
    assert.ok(!isUuid(one) && !isUuidLike(one), JSON.stringify(one));
});
