import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FieldErrors } from '../errors.ts';
import { readSigner } from './read-signer.ts';

const good = {
  nationalId: 'a123-456-789',
  name: '林小美',
  birthdayYear: '民國75年9月21日',
  email: 'name＠example.com。',
  mobile: '+886 912-345-678',
};

test('who signs is read as typed', () => {
  assert.deepEqual(readSigner(good, '2026-11-23'), {
    nationalId: 'A123456789',
    holder: '林小美',
    birthday: '1986/09/21',
    email: 'name@example.com',
    mobile: '0912345678',
  });
});

const wrongFields = (input: Record<string, string>): readonly string[] => {
  try {
    readSigner({ ...good, ...input }, '2026-11-23');
    return [];
  } catch (error) {
    assert.ok(error instanceof FieldErrors);
    return error.fields.map(({ field }) => field);
  }
};

test('each field that cannot be is named, and of a date the box', () => {
  assert.deepEqual(wrongFields({ nationalId: 'A123456788' }), ['nationalId']);
  assert.deepEqual(wrongFields({ name: ' ', email: 'a@b' }), ['name', 'email']);
  assert.deepEqual(wrongFields({ mobile: '02-23456789' }), ['mobile']);
  assert.deepEqual(wrongFields({ birthdayYear: '75', birthdayMonth: '13', birthdayDay: '1' }), ['birthdayMonth']);
  assert.deepEqual(wrongFields({ birthdayYear: '75', birthdayMonth: '2', birthdayDay: '30' }), ['birthdayDay']);
  assert.deepEqual(wrongFields({ birthdayYear: '' }), ['birthdayYear']);
  assert.deepEqual(wrongFields({ birthdayYear: '2027-01-01' }), ['birthdayYear']);
});
