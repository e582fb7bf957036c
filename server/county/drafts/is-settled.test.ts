import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Policy } from '#schemas/mapping/types.ts';
import { testForm } from '../testing/test-service.ts';
import { isSettled } from './is-settled.ts';

const from = (policy?: Policy) => ({ source: 'mydata', ...(policy ? { policy } : {}) }) as const;

const cases: readonly (readonly [place: string, policy: Policy | undefined, settled: boolean])[] = [
  ['applicantName', 'locked', true],
  ['marriage', 'confirm', true],
  ['registeredAddress', 'editable', false],
  ['birthDate', 'compare', false],
  ['phone', undefined, false],
  // Inside a row nobody can change it either; to the list itself rows may be added.
  ['members[0].name', 'locked', true],
  ['members[0].name', 'confirm', true],
  ['members[0].income', undefined, false],
  ['members', 'locked', false],
  ['members', 'confirm', false],
];

for (const [place, policy, settled] of cases)
  test(`${place}, ${policy ?? 'typed'}: ${settled ? 'keeps nobody out' : 'has to be right'}`, () => {
    assert.equal(isSettled(testForm, place, from(policy)), settled);
  });

test('where nothing is known of a value, it has to be right', () => {
  assert.equal(isSettled(testForm, 'applicantName', undefined), false);
});
