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
