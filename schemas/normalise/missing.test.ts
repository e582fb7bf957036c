import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonValue } from '../datasets/types.ts';
import { isMissing } from './missing.ts';

const missing: readonly (JsonValue | undefined)[] = [
  undefined,
  null,
  '',
  '　 ',
  'N/A',
  'n/a',
  'NA',
  'null',
  '0000000',
  '00000000',
  '-',
  '－',
  '--',
  '---',
  '0000-00-00',
  '000/00/00',
  '00.0.0',
  '0000-00-00T00:00:00.000',
  '0000-00-00 00:00:00',
];

const there: readonly JsonValue[] = [
  0,
  false,
  [],
  {},
  '0',
  '00',
  '000000',
  '000000000',
  '----',
  'NAN',
  'NIL',
  'A',
  '無',
  '0000-00-01',
  '1000-00-00',
  '0-00-00',
  '00000-00-00',
  '0000-000-00',
  '0000-00-000',
  '0000-00/00',
  '0000 00 00',
  '0000-00-00T',
  '0000-00-00 08:00:00',
  '0000-00-00X00:00',
  'A0000-00-00',
  '0000-00-00A',
];

for (const value of missing)
  test(`${JSON.stringify(value) ?? 'no key'} is missing`, () => assert.equal(isMissing(value), true));

for (const value of there) test(`${JSON.stringify(value)} is a value`, () => assert.equal(isMissing(value), false));
