import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dataClassLabel,
  dataClassNames,
  isDataClassCode,
  isPurposeCode,
  purposeCodes,
  purposeLabel,
  purposeNames,
} from './purposes.ts';

test('the law lists 182 purposes, 001 to 182', () => {
  assert.equal(purposeCodes.length, 182);
  assert.equal(purposeCodes[0], '001');
  assert.equal(purposeCodes.at(-1), '182');
  for (const code of ['000', '183', '57', '0057', '', 'C01', '５７']) assert.equal(isPurposeCode(code), false, code);
  for (const code of purposeNames.keys()) assert.ok(isPurposeCode(code), code);
  assert.equal(new Set(purposeNames.values()).size, purposeNames.size);
});

test('a code is shown with its name where that is known', () => {
  assert.equal(purposeLabel('057'), '057 社會行政');
  assert.equal(purposeLabel('140'), '140');
  assert.equal(dataClassLabel('C001'), 'C001 辨識個人者');
});

test('data classes have their shape', () => {
  for (const code of ['C001', 'C073', 'C132']) assert.ok(isDataClassCode(code), code);
  for (const code of ['C000', 'C133', 'C01', 'c001', '001']) assert.equal(isDataClassCode(code), false, code);
  for (const code of dataClassNames.keys()) assert.ok(isDataClassCode(code), code);
});
