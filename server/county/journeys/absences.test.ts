/** Five absences, each with its own cause; an agency is named for none but its own. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askedOf } from '#schemas/services/asked.ts';
import { mapForm } from '#schemas/mapping/map.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { openWorld } from '../testing/county-under-test.ts';
import { household, lowIncome, personal, testForm, testLoaded } from '../testing/test-service.ts';
import { missingWithout, notBroughtBecause, unaskedBecause, withheldFrom } from './absences.ts';

const asks = askedOf(testLoaded);
const row = { service: 'test-relief', state: 'registered', since: '', covers: asks, lookedAt: '' } as const;
const registered = { asks, known: { row } };
const without = (dataset: string) => ({
  asks,
  known: { row: { ...row, covers: { ...asks, datasets: asks.datasets.filter(({ id }) => id !== dataset) } } },
});
let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

test('of what was asked: declined or failed; of the rest: not asked, or not registered', () => {
  const journey = { resources: [personal, household] };
  assert.deepEqual(missingWithout(registered, testForm, journey, 'declined'), {
    applicantName: 'declined',
    applicantId: 'declined',
    birthDate: 'declined',
    marriage: 'declined',
    registeredAddress: 'declined',
    relationship: 'declined',
    members: 'declined',
    category: 'not-asked',
  });
  assert.equal(missingWithout(registered, testForm, journey, 'failed')['applicantName'], 'failed');
  assert.equal(missingWithout(without(lowIncome), testForm, journey, 'failed')['category'], 'not-registered');
  assert.equal(unaskedBecause(registered, lowIncome), 'not-asked');
});

test('a field that is not registered is not read, and not called empty', () => {
  const [first, ...rest] = asks.datasets;
  const fewer = { ...first!, fields: first!.fields.filter((path) => path !== '$.marriage_status') };
  const known = { row: { ...row, covers: { ...asks, datasets: [fewer, ...rest] } } };
  const received = new Map([
    [
      personal,
      {
        normalised: { data: { person_name: '陳', marriage_status: '已婚' }, raw: {}, unknown: [] },
        provenance: { dataset: personal, datasetName: '', agency: '', issuedAt: '', packageDigest: '' },
      },
    ],
  ]);
  const { values, missing } = mapForm(testForm, received, { withheld: withheldFrom({ asks, known }) });
  assert.equal(values['applicantName']?.value, '陳');
  assert.equal(values['marriage'], undefined);
  assert.equal(missing['marriage'], 'not-registered');
  assert.equal(missing['birthDate'], 'empty');
});

test('at a counter: what the person left out is declined, but of a choice one is enough', () => {
  assert.equal(notBroughtBecause(registered, household, new Set([personal, lowIncome])), 'not-asked');
  assert.equal(notBroughtBecause(registered, household, new Set([personal])), 'declined');
  assert.equal(notBroughtBecause(registered, personal, new Set([household])), 'declined');
});

for (const [code, reason] of [
  [205, 'declined'],
  [504, 'failed'],
] as const)
  test(`the resident who comes back with ${code} is told ${reason} at each question; one who never left is told nothing`, async () => {
    const world = await openWorld(pki);
    const browser = world.browser();
    assert.deepEqual((await browser.draft()).missing, {});
    const sent = await browser.leave('A123456789', [household]);
    await browser.comeBack(sent.txId, code);
    const { missing } = await browser.draft();
    assert.deepEqual([missing['applicantName'], missing['category']], [reason, 'not-asked']);
  });
