import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import type { OrganisationSetting } from '../organisation.ts';
import type { CountyStorage } from '../storage.ts';
import { countyUrl, openWorld, platformUrl } from '../testing/county-under-test.ts';
import { testLoaded, testService } from '../testing/test-service.ts';
import { readyOffices } from './ready.ts';
import type { FormerRole } from './storage.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const say = (text: string) => ({ 'zh-Hant': text, en: text });
const chiayi: OrganisationSetting = {
  id: 'chiayi',
  name: say('嘉義縣政府'),
  area: '嘉義縣',
  offices: [
    { id: 'relief', name: say('社會救助科'), parent: 'social', services: ['test-relief'] },
    { id: 'social', name: say('社會局') },
  ],
};
const config = (organisation?: OrganisationSetting) => ({
  publicUrl: countyUrl,
  platformUrl,
  environment: 'test' as const,
  services: [testLoaded],
  ...(organisation && { organisation }),
});
const started = (storage: CountyStorage, organisation?: OrganisationSetting) =>
  openWorld(pki, { storage, config: config(organisation) });
const treeOf = async (storage: CountyStorage) =>
  (await storage.offices()).map(({ id, parent, name }) => [id, parent, name['zh-Hant']]);

test('one county without a setting: itself, and the offices that its services name, the same at each start', async () => {
  const storage = memoryCountyStorage();
  const { county } = await started(storage);
  assert.equal(county.organisation.id, 'county');
  const [, social] = await treeOf(storage);
  assert.deepEqual(await treeOf(storage), [
    ['county', undefined, '嘉義縣'],
    [social![0], 'county', '嘉義縣社會局'],
  ]);
  assert.deepEqual(await storage.serviceOwner('test-relief'), { service: 'test-relief', office: social![0] });
  await storage.commit([{ step: 'rename-office', id: social![0]!, name: say('社會處') }]);
  const other = { ...testLoaded, service: { ...testService, agency: say('嘉義縣衛生局') } };
  await openWorld(pki, { storage, config: { ...config(), services: [other] } });
  assert.deepEqual(await treeOf(storage), [
    ['county', undefined, '嘉義縣'],
    [social![0], 'county', '社會處'],
  ]);
});

test('a setting makes its offices, those above first; what administrators changed stays', async () => {
  const storage = memoryCountyStorage();
  await started(storage, chiayi);
  assert.deepEqual(await treeOf(storage), [
    ['chiayi', undefined, '嘉義縣政府'],
    ['social', 'chiayi', '社會局'],
    ['relief', 'social', '社會救助科'],
  ]);
  await storage.commit([
    { step: 'move-service', service: 'test-relief', from: 'relief', to: 'social' },
    { step: 'close-office', id: 'relief', at: '2026-11-23T00:00:00.000Z' },
  ]);
  await started(storage, chiayi);
  assert.equal((await storage.serviceOwner('test-relief'))?.office, 'social');
  assert.ok((await storage.offices()).find(({ id }) => id === 'relief')?.closedAt);
});

test('refuses a setting that contradicts itself or the database, and a service that is nobody’s', async () => {
  const refused = (organisation: OrganisationSetting, pattern: RegExp, storage = memoryCountyStorage()) =>
    assert.rejects(started(storage, organisation), pattern);
  const [relief, social] = chiayi.offices as [(typeof chiayi.offices)[0], (typeof chiayi.offices)[0]];
  await refused({ ...chiayi, offices: [social] }, /no office of chiayi has the services test-relief/);
  await refused({ ...chiayi, offices: [relief] }, /social, above office relief, is not there/);
  await refused({ ...chiayi, offices: [relief, { ...social, parent: 'relief' }] }, /stand below each other/);
  await refused({ ...chiayi, offices: [relief, social, social] }, /two offices have the id social/);
  await refused({ ...chiayi, id: 'Chiayi' }, /"Chiayi" is no id/);
  await refused({ ...chiayi, area: '桃園市' }, /service test-relief is of 嘉義縣, not 桃園市/);
  const storage = memoryCountyStorage();
  await started(storage);
  await refused(chiayi, /the database is of organisation "county", not of "chiayi"/, storage);
});

test('roles of before go to the office of that name; a name that no office bears gives nothing, and waits', async () => {
  const storage = memoryCountyStorage();
  const { county, lines } = await started(storage, chiayi);
  const account = (id: string) => ({
    step: 'add-account' as const,
    account: {
      id,
      login: id,
      name: id,
      password: '',
      totp: new Uint8Array(),
      totpStep: 0,
      createdAt: new Date('2026'),
    },
  });
  await storage.commit([account('ann'), account('eve')]);
  const left: FormerRole[] = [
    { staff: 'ann', role: 'designer', agency: '嘉義縣社會局' },
    { staff: 'ann', role: 'designer', agency: '從前的局' },
    { staff: 'eve', role: 'administrator', agency: '社會局' },
    { staff: 'eve', role: 'administrator', agency: '從前的局' },
  ];
  const before: CountyStorage = {
    ...storage,
    formerRoles: async () => [...left],
    async commit(plan) {
      // What SQLite keeps of them; memory has nothing of before.
      const done = await storage.commit(plan.filter(({ step }) => step !== 'settle-former-role'));
      if (done.ok)
        for (const one of plan) if (one.step === 'settle-former-role') left.splice(left.indexOf(one.former), 1);
      return done;
    },
  };
  await readyOffices({ ...county, storage: before, fileServices: ['test-relief'] });
  assert.deepEqual(await storage.membershipsOf('ann'), [{ staff: 'ann', office: 'social', role: 'designer' }]);
  assert.deepEqual(await storage.membershipsOf('eve'), [{ staff: 'eve', office: 'chiayi', role: 'administrator' }]);
  assert.deepEqual(left, [{ staff: 'ann', role: 'designer', agency: '從前的局' }]);
  assert.ok(lines.some(({ fields }) => fields['agency'] === '從前的局'));
});
