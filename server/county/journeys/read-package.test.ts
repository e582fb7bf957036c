/** What comes from a package into a form where columns that were only assumed are not there, or ids are hidden. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { packInner } from '../../protocol/mydata-1/inner-zip.ts';
import { packOuter } from '../../protocol/mydata-1/outer-zip.ts';
import { newSecretKey, sealPayload } from '../../protocol/mydata-1/payload.ts';
import { land, landForm } from '../../testing/land-service.ts';
import { createTestPki, testNow, type TestPki } from '../../testing/test-pki.ts';
import { householdPayload, resident, stranger } from '../testing/payloads.ts';
import { household, testForm } from '../testing/test-service.ts';
import { PackageRefused, readPackage, type PackageInput } from './read-package.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

async function read(resource: string, name: string, text: string, input: Partial<PackageInput>) {
  const zip = packInner([{ name, bytes: Buffer.from(text) }], {
    privateKey: pki.agency.privateKey,
    certificateDer: pki.agency.certificate.raw,
  });
  const secretKey = newSecretKey();
  const outer = packOuter([{ resourceId: resource, resourceName: 'x', code: 200, zip }]);
  return readPackage({
    jwe: await sealPayload({ clientId: 'CLI.abcdefghij', zip: outer, secretKey }),
    secretKey,
    resources: [resource],
    form: landForm,
    trust: { anchors: [pki.ca.certificate] },
    now: testNow,
    ...input,
  });
}

const landTable = '縣市,鄉鎮市區,段小段,地建號,建物門牌\n嘉義縣,太保市,祥和段,0123-0000,\n';

test('a land table of the five observed columns fills what it says; the rest is for the resident', async () => {
  const { values, officialRows } = await read(land, 'land.csv', landTable, { person: resident.nationalId });
  assert.deepEqual(values['plots']?.value, [{ town: '太保市', number: '0123-0000' }]);
  assert.deepEqual(officialRows, { plots: 1 });
});

test('at a counter a package that names nobody is taken, and nobody is asked who it is', async () => {
  const contents = await read(land, 'land.csv', landTable, { isPerson: () => Promise.reject(new Error('asked')) });
  assert.equal(contents.person, '');
  assert.equal(contents.officialRows['plots'], 1);
});

const [head, own] = householdPayload().personHouseholdData21;
const householdOf = (...ids: readonly (string | undefined)[]): string =>
  JSON.stringify({
    ...householdPayload(),
    personHouseholdData21: ids.map((id, place) => ({ ...(place ? own : head), person_id: id })),
  });
const readHousehold = (text: string, input: Partial<PackageInput>) =>
  read(household, 'data.json', text, { form: testForm, ...input });

test('a household with masked ids gives the person’s own row where it can be only one', async () => {
  const of = async (...ids: readonly (string | undefined)[]) =>
    (await readHousehold(householdOf(...ids), { person: resident.nationalId })).values;
  const whole = await of('F131104093', resident.nationalId);
  assert.ok(Object.keys(whole).length > 0);
  assert.deepEqual(Object.keys(await of('F13110****', 'A12345****')), Object.keys(whole));
  for (const ids of [
    ['**********', 'A12345****'],
    ['F131104093', undefined, 'A12345****'],
  ])
    assert.ok(await of(...ids), ids.join());
});

test('a household that names others only is refused', async () => {
  for (const ids of [
    ['F131104093', stranger.nationalId],
    ['F131104093', undefined],
    ['F13110****', 'A22345****'],
  ])
    await assert.rejects(
      readHousehold(householdOf(...ids), { person: resident.nationalId }),
      (error) => error instanceof PackageRefused && error.step === 'wrong-person',
      ids.join(),
    );
});

test('at a counter the platform says who of a household it is, and a masked one only where it is no other', async () => {
  const asked: string[] = [];
  const isPerson = (yes: string | undefined) => (id: string) => {
    asked.push(id);
    return Promise.resolve(id === yes);
  };
  const person = async (ids: readonly string[], yes?: string) =>
    (await readHousehold(householdOf(...ids), { isPerson: isPerson(yes) })).person;
  assert.equal(await person(['F131104093', resident.nationalId], resident.nationalId), resident.nationalId);
  assert.equal(await person(['F131104093', 'A12345****'], 'F131104093'), 'F131104093');
  assert.equal(await person(['F131104093', 'A12345****']), '');
  assert.equal(await person(['F13110****', 'A12345****']), '');
  await assert.rejects(person(['F131104093', resident.nationalId]), PackageRefused);
  assert.ok(!asked.some((id) => id.includes('*')));
});
