import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryProviderStorage } from '../adapters/memory/provider.ts';
import { lifetimes } from '../lifetimes.ts';
import { seed, type SeedPerson } from './seed.ts';
import { forgetOld } from './services/forget-old.ts';

const household = 'API.7QovE2Gev6';
const lowIncome = 'API.AbAYGIjoYw';
const people: SeedPerson[] = [
  { slug: 'a', nationalId: 'A123456789', records: { [household]: { person_name: '甲' }, [lowIncome]: null } },
  { slug: 'b', nationalId: 'A800000014', records: { [household]: [{ person_name: '乙' }] } },
];

test('records are put once; a person without a record has none', async () => {
  const storage = memoryProviderStorage();
  assert.equal(await seed(storage, people), 2);
  assert.deepEqual(await storage.findRecord(household, 'A800000014'), [{ person_name: '乙' }]);
  assert.equal(await storage.findRecord(lowIncome, 'A123456789'), undefined);
  assert.equal(await seed(storage, people), 0);
});

test('a new person appears in a folder that is there; what a test has changed stays', async () => {
  const storage = memoryProviderStorage();
  await seed(storage, people);
  const changed = { resourceId: household, uid: 'A123456789', payload: 'changed' };
  await storage.commit([{ step: 'put-record', record: changed }]);
  const third = { slug: 'c', nationalId: 'B123456780', records: { [lowIncome]: { lic_title: '低收入戶' } } };
  assert.equal(await seed(storage, [...people, third]), 1);
  assert.deepEqual(await storage.findRecord(lowIncome, 'B123456780'), { lic_title: '低收入戶' });
  assert.equal(await storage.findRecord(household, 'A123456789'), 'changed');
});

test('a changed file is written anew, and a record that it no longer has goes', async () => {
  const storage = memoryProviderStorage();
  await seed(storage, people);
  const changed = { ...people[0]!, records: { [household]: null, [lowIncome]: { lic_title: '低收入戶' } } };
  assert.equal(await seed(storage, [changed, people[1]!]), 1);
  assert.equal(await storage.findRecord(household, 'A123456789'), undefined);
  assert.deepEqual(await storage.findRecord(lowIncome, 'A123456789'), { lic_title: '低收入戶' });
  const renumbered = { ...changed, nationalId: 'B123456780' };
  assert.equal(await seed(storage, [renumbered]), 1);
  assert.equal(await storage.findRecord(lowIncome, 'A123456789'), undefined);
});

test('a folder from before seeds were noted gets what it lacks and keeps what it has', async () => {
  const storage = memoryProviderStorage();
  await storage.commit([
    { step: 'put-record', record: { resourceId: household, uid: 'A123456789', payload: 'from before' } },
  ]);
  await seed(storage, people);
  assert.equal(await storage.findRecord(household, 'A123456789'), 'from before');
  assert.deepEqual(await storage.findRecord(household, 'A800000014'), [{ person_name: '乙' }]);
});

test('calls are kept for the time the handbook asks, and then forgotten', async () => {
  const storage = memoryProviderStorage();
  const at = new Date('2026-11-23T02:00:00Z');
  await storage.commit([
    { step: 'record-call', call: { transactionUid: 't', resourceId: 'API.7QovE2Gev6', code: 200, at } },
  ]);
  const later = (ms: number) => ({ now: () => new Date(at.getTime() + ms) });
  await forgetOld({ storage, clock: later(lifetimes.transferRecord.ms) });
  assert.equal((await storage.calls('t')).length, 1);
  await forgetOld({ storage, clock: later(lifetimes.transferRecord.ms + 1) });
  assert.equal((await storage.calls('t')).length, 0);
});
