/** What every storage of the data provider must do; each adapter's test runs it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call, ProviderStorage, Step } from './storage.ts';

const at = new Date('2026-11-23T02:00:00.123Z');
const transactionUid = 'a3bb189e-8bf9-4c4e-9e3c-6b6f9a1f0001';
const resourceId = 'API.7QovE2Gev6';
const later = (ms: number): Date => new Date(at.getTime() + ms);
const call = (rest: Partial<Call> = {}): Step => ({
  step: 'record-call',
  call: { transactionUid, resourceId, code: 200, at, ...rest },
});
const begin = (readyAt = at): Step => ({
  step: 'begin-preparation',
  preparation: { transactionUid, resourceId, readyAt },
});

export function providerStorageContract(name: string, make: () => ProviderStorage | Promise<ProviderStorage>): void {
  const contract = (rule: string, body: (storage: ProviderStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });

  contract('a record is found by dataset and person, and by nothing less', async (storage) => {
    const payload = { responseData: { person_name: '測試𠀀', list: [1, null, true] } };
    await storage.commit([{ step: 'put-record', record: { resourceId, uid: 'A123456789', payload } }]);
    assert.deepEqual(await storage.findRecord(resourceId, 'A123456789'), payload);
    assert.equal(await storage.findRecord(resourceId, 'A800000014'), undefined);
    assert.equal(await storage.findRecord('API.UDauDOLyZg', 'A123456789'), undefined);
    assert.equal(await storage.findRecord(resourceId, 'a123456789'), undefined);
  });

  contract('a record put again is replaced', async (storage) => {
    const record = { resourceId, uid: 'A123456789' };
    assert.equal(await storage.countRecords(), 0);
    await storage.commit([
      { step: 'put-record', record: { ...record, payload: [1] } },
      { step: 'put-record', record: { ...record, payload: [2] } },
    ]);
    assert.deepEqual(await storage.findRecord(resourceId, 'A123456789'), [2]);
    assert.equal(await storage.countRecords(), 1);
  });

  contract('what was read cannot change what is kept', async (storage) => {
    const payload = { person_name: '甲' };
    await storage.commit([{ step: 'put-record', record: { resourceId, uid: 'A123456789', payload } }]);
    payload.person_name = '乙';
    const read = (await storage.findRecord(resourceId, 'A123456789')) as { person_name: string };
    read.person_name = '丙';
    assert.deepEqual(await storage.findRecord(resourceId, 'A123456789'), { person_name: '甲' });
  });

  contract('what is held of a person can be listed', async (storage) => {
    const put = (resource: string, uid: string) =>
      ({ step: 'put-record', record: { resourceId: resource, uid, payload: {} } }) as const;
    await storage.commit([put('API.UDauDOLyZg', 'A123456789'), put('API.UDauDOLyZg', 'A800000014')]);
    await storage.commit([put(resourceId, 'A123456789')]);
    assert.deepEqual([...(await storage.heldBy('A123456789'))].sort(), [resourceId, 'API.UDauDOLyZg'].sort());
    assert.deepEqual(await storage.heldBy('A100000001'), []);
  });

  contract(
    'a record can be added without touching one that is there, and a person’s records dropped',
    async (storage) => {
      const of = (uid: string, payload: string) => ({ resourceId, uid, payload });
      await storage.commit([{ step: 'put-record', record: of('A123456789', 'changed') }]);
      await storage.commit([
        { step: 'add-record', record: of('A123456789', 'new') },
        { step: 'add-record', record: of('A800000014', 'new') },
      ]);
      assert.equal(await storage.findRecord(resourceId, 'A123456789'), 'changed');
      assert.equal(await storage.findRecord(resourceId, 'A800000014'), 'new');
      await storage.commit([{ step: 'drop-records', uid: 'A123456789' }]);
      assert.equal(await storage.findRecord(resourceId, 'A123456789'), undefined);
      assert.equal(await storage.countRecords(), 1);
    },
  );

  contract('of a seed the last is remembered', async (storage) => {
    assert.equal(await storage.seed('chen'), undefined);
    for (const digest of ['one', 'two'])
      await storage.commit([{ step: 'note-seed', seed: { slug: 'chen', uid: 'A123456789', digest } }]);
    assert.deepEqual(await storage.seed('chen'), { slug: 'chen', uid: 'A123456789', digest: 'two' });
  });

  contract('calls are kept in their order, with and without a person', async (storage) => {
    await storage.commit([call({ code: 429 })]);
    await storage.commit([call({ code: 200, at: later(5), personHash: 'hash' })]);
    await storage.commit([
      call({ transactionUid: 'a3bb189e-8bf9-4c4e-9e3c-6b6f9a1f0002', personHash: 'hash', code: 204 }),
    ]);
    assert.deepEqual(await storage.calls(transactionUid), [
      { transactionUid, resourceId, code: 429, at },
      { transactionUid, resourceId, code: 200, at: later(5), personHash: 'hash' },
    ]);
    assert.deepEqual(
      (await storage.callsOfPerson('hash')).map(({ code }) => code),
      [200, 204],
    );
  });

  contract('a preparation begins once per transaction and dataset', async (storage) => {
    assert.equal(await storage.preparation(transactionUid, resourceId), undefined);
    assert.deepEqual(await storage.commit([begin()]), { ok: true });
    assert.deepEqual(await storage.commit([begin(later(1))]), { ok: false, reason: 'preparation-known' });
    assert.deepEqual(await storage.preparation(transactionUid, resourceId), {
      transactionUid,
      resourceId,
      readyAt: at,
    });
    assert.equal(await storage.preparation(transactionUid, 'API.UDauDOLyZg'), undefined);
  });

  contract('of many who begin at once exactly one succeeds', async (storage) => {
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => storage.commit([begin(later(i))])));
    assert.equal(results.filter(({ ok }) => ok).length, 1);
  });

  contract('a plan that fails leaves nothing', async (storage) => {
    await storage.commit([begin()]);
    assert.deepEqual(await storage.commit([call(), begin()]), { ok: false, reason: 'preparation-known' });
    assert.deepEqual(await storage.calls(transactionUid), []);
  });

  contract('calls and preparations are forgotten when their time is over, records never', async (storage) => {
    await storage.commit([{ step: 'put-record', record: { resourceId, uid: 'A123456789', payload: {} } }]);
    await storage.commit([call(), call({ at: later(10) }), begin()]);
    await storage.commit([{ step: 'forget', callsBefore: later(10), preparationsBefore: at }]);
    assert.deepEqual(
      (await storage.calls(transactionUid)).map((one) => one.at),
      [later(10)],
    );
    assert.ok(await storage.preparation(transactionUid, resourceId));
    await storage.commit([{ step: 'forget', callsBefore: at, preparationsBefore: later(1) }]);
    assert.equal(await storage.preparation(transactionUid, resourceId), undefined);
    assert.equal(await storage.countRecords(), 1);
  });
}
