import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatPhone, isLandline, isMobile, isPhone, tidyPhone } from './phone.ts';

const landlines = [
  '0223456789',
  '053620123',
  '053620123#12',
  '037123456'.replace('1', '2'),
  '0422289111',
  '047222151',
  '0492222106',
  '082325640',
  '082666123',
  '083622381',
  '089326141',
  '073368333',
  '087320415',
];
const refused = [
  '',
  '3620123',
  '0423456',
  '02234567890',
  '0512345678',
  '0912345678#1234567',
  '053620123#',
  '099',
  '0810000123',
  '07012345',
  '05-3620123',
  '０53620123',
  '00531234567',
];

for (const text of landlines)
  test(`landline ${text} passes`, () => assert.ok(isLandline(text) && isPhone(text) && !isMobile(text)));
for (const text of refused) test(`${JSON.stringify(text)} is refused`, () => assert.equal(isPhone(text), false));

test('mobile numbers are 09 and eight digits', () => {
  fc.assert(fc.property(fc.stringMatching(/^09\d{8}$/), (text) => isMobile(text) && isPhone(text)));
  assert.equal(isMobile('0912345678#1'), false);
  assert.equal(isMobile('091234567'), false);
});

const typed: readonly [typed: string, tidy: string][] = [
  ['0912-345-678', '0912345678'],
  ['+886 912 345 678', '0912345678'],
  ['+886-5-3620123', '053620123'],
  ['(05)362-0123 轉 12', '053620123#12'],
  ['05-3620123分機12', '053620123#12'],
  ['０５－３６２０１２３＃１２', '053620123#12'],
  ['05 3620123 ext.12', '053620123#12'],
];
for (const [text, tidy] of typed) {
  test(`${text} is kept as ${tidy}`, () => {
    assert.equal(tidyPhone(text), tidy);
    assert.ok(isPhone(tidy));
  });
}

test('what is shown can be typed again', () => {
  assert.equal(formatPhone('0912345678'), '0912-345-678');
  assert.equal(formatPhone('053620123#12'), '05-3620123 分機 12');
  assert.equal(formatPhone('082612345'), '082-612345');
  assert.equal(formatPhone('no number'), 'no number');
  for (const text of landlines) assert.equal(tidyPhone(formatPhone(text)), text);
});
