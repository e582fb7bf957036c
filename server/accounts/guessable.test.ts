import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionary } from '@zxcvbn-ts/language-common';
import { passwordLength } from './password-length.ts';
import { isPassword, hashPassword, weakness } from './password.ts';

const refused = (password: string): boolean => weakness(password, 'zhuang-yi') === 'too-plain';

const common = dictionary['passwords-common'];

test('none of the commonest passwords is taken, as it is or with a year or signs round it', () => {
  assert.ok(common.length > 8000);
  const long = common.filter((one) => one.length >= passwordLength.min);
  assert.ok(long.length > 300);
  for (const one of long) assert.ok(refused(one), one);
  const words = common.filter((one) => /^[a-z]{6,}$/.test(one)).slice(0, 3000);
  assert.equal(words.length, 3000);
  for (const word of words)
    for (const made of [`${word}2026!!`, `!!!${word.toUpperCase()}123`, `${word}${word}`, `${word}-123456`])
      if (made.length >= passwordLength.min) assert.ok(refused(made), made);
});

test('nor our own words, nor a run of the alphabet or the keyboard, nor what repeats', () => {
  for (const made of [
    ...[
      'mydata-mydata-1',
      'MyData-Taiwan-2026',
      'chiayicounty88',
      'Hualien_Operator',
      '管理員 mydata 2026',
      'Admin@123456',
    ],
    ...[
      'abcdefghijkl',
      '210987654321',
      'qwertyuiop[]',
      'qwertyuiopas',
      'asdfghjkl123',
      '1qaz2wsx3edc4rfv',
      '1234567890-=',
    ],
    ...['abababababab', 'aaaaaaaaaaaaab', '１２３４５６７８９０１２'],
  ])
    assert.ok(refused(made), made);
});

test('a few unlikely words are taken, in any language and without any kind of sign', () => {
  for (const made of [
    ...['four quiet blue otters', 'four unlikely words here', 'lantern hydrangea kettle'],
    ...['七隻安靜的水獺在河邊睡午覺', 'x'.repeat(3) + ' 9f2k lodestone murre', 'kz8-plover-tandem', '830174629518'],
  ])
    assert.equal(weakness(made, 'zhuang-yi'), undefined, made);
});

test('a password of 64 and of 128 characters is taken whole: one that differs in the last is another', async () => {
  const whole = 'otters sleep by the river '.repeat(5).slice(0, passwordLength.max);
  assert.equal(whole.length, 128);
  assert.equal(weakness(whole, 'chen'), undefined);
  assert.equal(weakness(whole.slice(0, 64), 'chen'), undefined);
  const kept = await hashPassword(whole);
  assert.ok(await isPassword(whole, kept));
  assert.ok(!(await isPassword(whole.slice(0, -1) + 'X', kept)));
  assert.ok(!(await isPassword(whole.slice(0, -1), kept)));
  assert.ok(!(await isPassword(whole.toUpperCase(), kept)));
});
