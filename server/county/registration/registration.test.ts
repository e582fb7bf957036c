import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import type { ServiceDetail, ServiceSummary } from '#schemas/wire/county-api.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import type { World } from '../testing/county-under-test.ts';
import { household, personal } from '../testing/test-service.ts';
import { askedBy, keys, publish, registeredWorld, TestRegister, withQuestion } from './testing.fixture.ts';
import { lookAtRegistry, lookFirst } from './look.ts';
import { sendSubmissions } from './submit.ts';
import { registrationView } from './view.ts';

const id = 'test-relief';
const resident = 'A123456789';
const tax = 'API.60GGfgGX1A';
let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const detail = async (world: World, service = id): Promise<ServiceDetail> =>
  (await (await world.app.request(`/api/services/${service}`)).json()) as ServiceDetail;
const fieldsOf = ({ asked }: ServiceDetail, dataset: string): readonly string[] =>
  [...asked.all, ...asked.anyOf.flat()].find((one) => one.id === dataset)?.fields.map(({ path }) => path) ?? [];
const start = (world: World, input: object = {}) =>
  world
    .browser()
    .send('POST', `/api/services/${id}/journeys`, { nationalId: resident, chosen: [household], ...input })
    .then(async (response) => [response.status, ((await response.json()) as { error?: { code: string } }).error?.code]);

test('a new service has its keys at once, sealed, and the register is told that they arrived', async () => {
  const register = new TestRegister();
  const world = await registeredWorld(pki, { register });
  assert.equal(register.submitted.length, 1);
  const [sent] = register.submitted;
  assert.equal(sent!.returnUrl, 'http://localhost:8702/mydata/return/test-relief');
  assert.equal(sent!.spApiUrl, 'http://localhost:8702/mydata/sp-api/test-relief');
  const row = (await world.storage.registration(id))!;
  assert.equal(row.state, 'registered');
  assert.equal(Buffer.from(row.keys!).includes(keys.clientSecret), false);
  assert.equal(register.services.get(id)!.keys, undefined);
  assert.deepEqual(await world.storage.submissions(), []);
  assert.equal((await detail(world)).mydata?.state, 'offered');
  assert.deepEqual(await start(world), [200, undefined]);
  assert.equal(JSON.stringify(world.lines).includes(keys.clientSecret), false);
});

for (const [engine, storage] of [
  ['memory', memoryCountyStorage],
  ['SQLite', () => sqliteCountyStorage(':memory:')],
] as const)
  describe(`a version is live when its registration covers it (${engine})`, () => {
    test('one more field: the version before stays until it is agreed', async () => {
      const register = new TestRegister();
      const world = await registeredWorld(pki, { register, storage: storage() });
      const more = withQuestion('$.spouse_name', personal);
      await publish(world, more);
      let now = await detail(world);
      assert.equal(now.formVersion, 1);
      assert.ok(!fieldsOf(now, personal).includes('$.spouse_name'));
      await world.watch();
      now = await detail(world);
      assert.deepEqual([now.formVersion, now.mydata?.state], [1, 'offered']);
      const waits = registrationView(world.county.services.get(id), askedBy(more));
      assert.equal(waits.state, 'in-review');
      assert.match(waits.gaps![0]!['zh-Hant'], /配偶/);

      register.decide(id, 'returned', '請說明為何需要配偶姓名');
      await world.watch();
      assert.equal((await detail(world)).formVersion, 1);
      const back = registrationView(world.county.services.get(id), askedBy(more));
      assert.deepEqual([back.state, back.words], ['returned', ['請說明為何需要配偶姓名']]);

      register.decide(id, 'approved');
      await world.watch();
      now = await detail(world);
      assert.equal(now.formVersion, 2);
      assert.ok(fieldsOf(now, personal).includes('$.spouse_name'));
      assert.equal(registrationView(world.county.services.get(id), askedBy(more)).state, 'registered');
    });

    test('what asks no more is live at once, and the register hears of it', async () => {
      const register = new TestRegister();
      const world = await registeredWorld(pki, { register, storage: storage() });
      const same = withQuestion('$.person_name', personal);
      await publish(world, same);
      assert.equal((await detail(world)).formVersion, 2);
      assert.deepEqual(await world.storage.submissions(), []);
    });

    test('another dataset waits too; what a later version takes back is not asked', async () => {
      const register = new TestRegister();
      const world = await registeredWorld(pki, { register, storage: storage() });
      await publish(world, withQuestion('$.plate_no', tax));
      await world.watch();
      assert.deepEqual(fieldsOf(await detail(world), tax), []);
      assert.equal(register.services.get(id)!.state, 'in-review');
      const back = withQuestion('$.person_name', personal);
      await publish(world, back);
      await world.watch();
      assert.equal((await detail(world)).formVersion, 3);
      assert.equal(register.services.get(id)!.state, 'registered');
    });
  });

test('whoever sets out while many submissions wait for a silent register waits for one of them', async () => {
  const register = new TestRegister();
  const world = await registeredWorld(pki, { register });
  const { asks } = world.county.services.get(id)!;
  const submittedAt = world.now.toISOString();
  for (const service of ['first', 'second', 'third'])
    await world.storage.commit([
      { step: 'submit-registration', submission: { service, version: 1, asked: asks, submittedAt } },
    ]);
  const silent: (() => void)[] = [];
  register.submit = () => new Promise((end) => silent.push(() => end({ kind: 'away', problem: 'timeout' })));
  const sending = sendSubmissions(world.county);
  const next = async () => {
    while (!silent.length) await new Promise((tick) => setImmediate(tick));
    silent.shift()!();
  };
  const looks = register.looks;
  const out = lookFirst(world.county);
  await next();
  await out;
  assert.equal(register.looks, looks + 1);
  await next();
  await next();
  await sending;
  assert.equal((await world.storage.submissions()).length, 3);
});

test('suspended at the platform: a submission that comes back refused starts nothing again', async () => {
  const register = new TestRegister();
  const world = await registeredWorld(pki, { register });
  register.decide(id, 'suspended', '個資外洩調查中');
  await world.watch();
  register.submit = async () => ({ kind: 'refused', for: 'now', words: ['內容不完整'] });
  await publish(world, withQuestion('$.spouse_name', personal));
  await world.watch();
  assert.equal((await detail(world)).mydata?.state, 'suspended');
  assert.deepEqual(await start(world), [409, 'mydata-suspended']);
});

test('suspended at the platform: the page says so, no journey begins, and it comes back', async () => {
  const register = new TestRegister();
  const world = await registeredWorld(pki, { register });
  register.decide(id, 'suspended', '個資外洩調查中');
  await world.watch();
  const now = await detail(world);
  assert.deepEqual(now.mydata, { state: 'suspended', since: '2026-11-23T03:00:00.000Z' });
  assert.deepEqual(now.asked, { all: [], anyOf: [] });
  assert.equal(now.counterClient, undefined);
  const { services } = (await (await world.app.request('/api/services')).json()) as { services: ServiceSummary[] };
  assert.equal(services[0]!.mydata?.state, 'suspended');
  assert.deepEqual(await start(world), [409, 'mydata-suspended']);
  const view = registrationView(world.county.services.get(id), world.county.services.get(id)!.asks);
  assert.deepEqual([view.state, view.words], ['suspended', ['個資外洩調查中']]);
  // The form itself goes on, by hand.
  assert.equal((await world.browser().draft()).formVersion, 1);
  register.decide(id, 'restored');
  await world.watch();
  assert.equal((await detail(world)).mydata?.state, 'offered');
});

test('a first version that is not registered is offered by hand, and says where it stands', async () => {
  const register = new TestRegister();
  register.away = true;
  const world = await registeredWorld(pki, { register });
  const now = await detail(world);
  assert.deepEqual([now.mydata, now.asked.all], [{ state: 'not-registered' }, []]);
  assert.deepEqual(await start(world), [409, 'mydata-not-registered']);
  assert.equal((await world.browser().draft()).form.id, id);
  // Nothing is made up in its place.
  assert.equal(world.county.services.get(id)!.client, undefined);
  const view = registrationView(world.county.services.get(id), world.county.services.get(id)!.asks);
  assert.deepEqual(
    [view.state, view.words, view.note?.['zh-Hant']],
    ['in-review', undefined, '還沒有送達平臺，會自動再送。'],
  );
});

test('where the county wants it so, it is shown and not open', async () => {
  const register = new TestRegister();
  register.away = true;
  const world = await registeredWorld(pki, { register, unregistered: 'closed' });
  assert.deepEqual((await detail(world)).opening, { state: 'soon' });
  const draft = await world.browser().send('GET', `/api/services/${id}/draft`);
  assert.equal(draft.status, 403);
  register.away = false;
  world.now = new Date(world.now.getTime() + 60_000);
  await world.watch();
  assert.deepEqual((await detail(world)).opening, { state: 'open' });
});

test('a submission is sent until it arrives, also after a restart, and the newest only', async () => {
  const register = new TestRegister();
  const storage = memoryCountyStorage();
  register.away = true;
  const world = await registeredWorld(pki, { register, storage });
  for (let n = 0; n < 3; n++) {
    world.now = new Date(world.now.getTime() + 60_000);
    await sendSubmissions(world.county);
  }
  const [waiting] = await storage.submissions();
  assert.deepEqual([waiting!.attempts, waiting!.problem], [4, 'unreachable']);
  assert.equal(Date.parse(waiting!.nextAt) - world.now.getTime(), 16_000);
  await publish(world, withQuestion('$.person_name', personal));
  await world.close();
  register.away = false;
  const again = await registeredWorld(pki, { register, storage });
  again.now = new Date(world.now.getTime() + 60_000);
  await again.watch();
  assert.equal(register.submitted.length, 1);
  assert.equal((await detail(again)).formVersion, 2);
  assert.equal((await detail(again)).mydata?.state, 'offered');
});

test('keys that were stored but not acknowledged are told again, and nothing changes', async () => {
  const register = new TestRegister();
  const storage = memoryCountyStorage();
  const world = await registeredWorld(pki, { register, storage });
  const { client } = world.county.services.get(id)!;
  await world.close();
  register.services.set(id, { ...register.services.get(id)!, keys });
  const again = await registeredWorld(pki, { register, storage });
  assert.deepEqual(again.county.services.get(id)!.client, client);
});

test('a notice that was read before another version came is read again', async () => {
  const world = await registeredWorld(pki);
  assert.deepEqual(await start(world, { formVersion: 1 }), [200, undefined]);
  await publish(world, withQuestion('$.person_name', personal));
  assert.deepEqual(await start(world, { formVersion: 1 }), [409, 'notice-changed']);
});

test('looking twice at what has not changed writes nothing', async () => {
  const register = new TestRegister();
  const world = await registeredWorld(pki, { register });
  const row = await world.storage.registration(id);
  world.now = new Date(world.now.getTime() + 60_000);
  await world.watch();
  assert.deepEqual(await world.storage.registration(id), row);
  assert.ok(register.looks >= 2);
});

for (const part of ['commit', 'formVersions'] as const)
  for (const what of ['suspended', 'gone'] as const)
    test(`${what}, while the storage can not ${part}: it takes effect with the next look`, async () => {
      const register = new TestRegister();
      const storage = memoryCountyStorage();
      let failing = false;
      const world = await registeredWorld(pki, {
        register,
        storage: {
          ...storage,
          [part]: async (input: never) => {
            if (failing) throw new Error('disk full');
            return (storage[part] as (input: never) => unknown)(input);
          },
        },
      });
      if (what === 'gone') register.services.clear();
      else register.decide(id, 'suspended', '暫停');
      failing = true;
      await lookAtRegistry(world.county);
      assert.equal(world.county.services.get(id)!.mydata.state, 'offered');
      failing = false;
      await lookAtRegistry(world.county);
      assert.equal(world.county.services.get(id)!.mydata.state, what === 'gone' ? 'ended' : 'suspended');
      const { looks } = register;
      await lookAtRegistry(world.county);
      assert.deepEqual([register.looks, register.told], [looks + 1, 'same']);
    });

test('one service that can not be stored keeps no other from its suspension', async () => {
  const register = new TestRegister();
  const storage = memoryCountyStorage();
  let failing = false;
  const world = await registeredWorld(pki, {
    register,
    storage: {
      ...storage,
      commit: async (plan) => {
        if (failing && plan.some((one) => one.step === 'record-registration' && one.row.service !== id))
          throw new Error('disk full');
        return storage.commit(plan);
      },
    },
  });
  const other = { ...register.services.get(id)!, service: 'a-new-one', clientId: 'CLI.other00000' };
  register.services.clear();
  register.services.set('a-new-one', other);
  register.services.set(id, { ...other, service: id, clientId: 'CLI.testrelief', state: 'suspended' });
  failing = true;
  await lookAtRegistry(world.county);
  assert.equal(world.county.services.get(id)!.mydata.state, 'suspended');
});

test('what can not be sent keeps nobody from looking', async () => {
  const register = new TestRegister();
  const storage = memoryCountyStorage();
  let failing = false;
  const world = await registeredWorld(pki, {
    register,
    storage: {
      ...storage,
      commit: async (plan) => {
        if (failing && plan.some(({ step }) => step === 'settle-submission')) throw new Error('disk full');
        return storage.commit(plan);
      },
    },
  });
  await publish(world, withQuestion('$.spouse_name', personal));
  failing = true;
  register.submit = async (service) => {
    register.decide(service, 'suspended', '暫停');
    return { kind: 'told', registration: register.services.get(service)! };
  };
  await world.watch();
  assert.equal(world.county.services.get(id)!.mydata.state, 'suspended');
});

test('what the register does not know any more is over', async () => {
  const register = new TestRegister();
  const world = await registeredWorld(pki, { register });
  register.services.clear();
  await world.watch();
  assert.equal((await detail(world)).mydata?.state, 'ended');
});
