import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import type { County } from '../county.ts';
import type { CountyStaff } from '../staff/session.ts';
import type { World } from '../testing/county-under-test.ts';
import { personal } from '../testing/test-service.ts';
import { enterDecision, openVersions } from './decide.ts';
import { letterRegistrar } from './letter.ts';
import { askedBy, publish, registeredWorld, withQuestion } from './testing.fixture.ts';
import { submissionSteps } from './submit.ts';
import { registrationView } from './view.ts';

const id = 'test-relief';
const staff = { id: 'eve', name: '陳管理' } as CountyStaff;
const keys = { clientId: 'CLI.abcdefghij', clientSecret: 'Zk3jf0aL9sQx7Tbv', cbcIv: 'p8Wm2Rd6YcNe4HgU' };
let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const live = ({ county }: World) => county.services.get(id)!;
const enter = (county: County, form: Record<string, string>) =>
  enterDecision(county, staff, county.services.get(id)!, form);

test('by letter: nothing is offered until the keys and the decision are entered; then it is, with no restart', async () => {
  const world = await registeredWorld(pki, { register: letterRegistrar });
  assert.equal(live(world).mydata.state, 'not-registered');
  assert.equal(registrationView(live(world), live(world).asks).state, 'in-review');
  const answer = { version: '1', decision: 'registered' };
  assert.match((await enter(world.county, answer))!, /第一次登錄要填/);
  assert.match((await enter(world.county, { ...answer, ...keys, cbcIv: 'short' }))!, /16 個字/);
  assert.equal(await enter(world.county, { ...answer, ...keys }), undefined);
  assert.equal(live(world).mydata.state, 'offered');
  assert.equal(live(world).client!.clientSecret, keys.clientSecret);
  const row = (await world.storage.registration(id))!;
  assert.ok(!Buffer.from(row.keys!).includes(keys.clientSecret));
  const [action] = await world.storage.staffActions(1);
  assert.deepEqual([action!.verb, action!.object], ['enter-registration', `${id} 1`]);
  assert.ok(!JSON.stringify([world.lines, action]).includes(keys.clientSecret));
});

test('an answer is about the version that was sent: what was published after it waits for its own', async () => {
  const world = await registeredWorld(pki, { register: letterRegistrar });
  await enter(world.county, { version: '1', decision: 'registered', ...keys });
  await publish(world, withQuestion('$.spouse_name', personal));
  await publish(world, withQuestion('$.father_name', personal));
  await world.watch();
  assert.deepEqual(
    (await openVersions(world.county, live(world))).map(({ formVersion }) => formVersion),
    [3, 2],
  );
  assert.equal(await enter(world.county, { version: '2', decision: 'registered' }), undefined);
  assert.equal(live(world).formVersion, 2);
  const waits = registrationView(live(world), askedBy(withQuestion('$.father_name', personal)));
  assert.equal(waits.state, 'in-review');
  assert.match((await enter(world.county, { version: '3', decision: 'returned' }))!, /審查意見/);
  await enter(world.county, { version: '3', decision: 'returned', words: '請說明為何需要父親姓名' });
  const back = registrationView(live(world), askedBy(withQuestion('$.father_name', personal)));
  assert.deepEqual([back.state, back.words], ['returned', ['請說明為何需要父親姓名']]);
  assert.equal(live(world).mydata.state, 'offered');
});

test('the client of another service is refused: each has one of its own', async () => {
  const world = await registeredWorld(pki, { register: letterRegistrar });
  const lookedAt = '2026-11-23T02:00:00.000Z';
  const other = { service: 'other', clientId: keys.clientId, state: 'registered', since: lookedAt, lookedAt } as const;
  await world.storage.commit([{ step: 'record-registration', row: other }]);
  assert.match((await enter(world.county, { version: '1', decision: 'registered', ...keys }))!, /另一項服務/);
  assert.equal(live(world).mydata.state, 'not-registered');
});

test('a suspension by letter holds, and ends with another answer', async () => {
  const world = await registeredWorld(pki, { register: letterRegistrar });
  await enter(world.county, { version: '1', decision: 'registered', ...keys });
  await enter(world.county, { version: '1', decision: 'suspended', words: '暫停' });
  assert.equal(live(world).mydata.state, 'suspended');
  // What is published meanwhile starts nothing again.
  await publish(world, withQuestion('$.spouse_name', personal));
  await world.watch();
  assert.equal(live(world).mydata.state, 'suspended');
  const waits = registrationView(live(world), askedBy(withQuestion('$.spouse_name', personal)));
  assert.deepEqual([waits.state, waits.words], ['suspended', ['暫停']]);
  await enter(world.county, { version: '2', decision: 'returned', words: '請說明' });
  assert.equal(live(world).mydata.state, 'suspended');
  await enter(world.county, { version: '1', decision: 'registered' });
  assert.equal(live(world).mydata.state, 'offered');
  assert.equal(live(world).formVersion, 1);
});

test('what is said of a later version says nothing of a suspension: it stays as it was', async () => {
  const world = await registeredWorld(pki, { register: letterRegistrar });
  await enter(world.county, { version: '1', decision: 'registered', ...keys });
  await enter(world.county, { version: '1', decision: 'suspended', words: '查核中' });
  const { since } = (await world.storage.registration(id))!;
  await publish(world, withQuestion('$.spouse_name', personal));
  await world.watch();
  world.now = new Date(world.now.getTime() + 86_400_000);
  for (const decision of ['returned', 'refused']) {
    await enter(world.county, { version: '2', decision, words: '請說明' });
    const view = registrationView(live(world), live(world).asks);
    assert.deepEqual([view.state, view.since, view.words], ['suspended', since, ['查核中']]);
  }
  const [action] = await world.storage.staffActions(1);
  assert.equal(action!.reason, 'refused 請說明');
});

test('an answer about one of two that were sent leaves what is known of the later one', async () => {
  const world = await registeredWorld(pki, { register: letterRegistrar });
  await enter(world.county, { version: '1', decision: 'registered', ...keys });
  await publish(world, withQuestion('$.spouse_name', personal));
  await world.watch();
  await publish(world, withQuestion('$.father_name', personal));
  await world.watch();
  const { since } = (await world.storage.registration(id))!;
  const later = () => registrationView(live(world), askedBy(withQuestion('$.father_name', personal)));
  const day = () => (world.now = new Date(world.now.getTime() + 86_400_000));
  day();
  await enter(world.county, { version: '2', decision: 'returned', words: '請說明配偶' });
  assert.deepEqual([later().state, later().since, later().words], ['in-review', since, undefined]);
  // Nor is it posted again.
  assert.deepEqual(
    submissionSteps(world.county, live(world).known, {
      service: id,
      version: 3,
      asked: askedBy(withQuestion('$.father_name', personal)),
    }),
    [],
  );
  const back = day().toISOString();
  await enter(world.county, { version: '3', decision: 'returned', words: '請說明父親' });
  day();
  for (const decision of ['refused', 'registered']) {
    await enter(world.county, { version: '2', decision, words: '配偶可以' });
    assert.deepEqual([later().state, later().since, later().words], ['returned', back, ['請說明父親']]);
  }
  assert.equal(live(world).formVersion, 2);
});
