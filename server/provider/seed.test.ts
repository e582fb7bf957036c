import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryProviderStorage } from '../adapters/memory/provider.ts';
import { lifetimes } from '../lifetimes.ts';
import { seed, type SeedPerson } from './seed.ts';
import { forgetOld } from './services/forget-old.ts';

const people: SeedPerson[] = [
  { nationalId: 'A123456789', records: { 'API.7QovE2Gev6': { person_name: '甲' }, 'API.AbAYGIjoYw': null } },
  { nationalId: 'A800000014', records: { 'API.7QovE2Gev6': [{ person_name: '乙' }] } },
];

test('records are put once; a person without a record has none', async () => {
  const storage = memoryProviderStorage();
  assert.equal(await seed(storage, people), 2);
  assert.deepEqual(await storage.findRecord('API.7QovE2Gev6', 'A800000014'), [{ person_name: '乙' }]);
  assert.equal(await storage.findRecord('API.AbAYGIjoYw', 'A123456789'), undefined);
  assert.equal(await seed(storage, people), 0);
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
