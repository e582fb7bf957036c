/** Desks through the front door: who enrols them, who has one open, and how that ends. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { lifetimes } from '../../lifetimes.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { json, presentAnswer, serial } from '../testing/counter.ts';
import { openWorld, type Browser, type World } from '../testing/county-under-test.ts';
import { atCounter, csrfOf, deskAt, signInAs, submitForm } from '../testing/staff.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const html = { headers: { accept: 'text/html' } };
const pageOf = async (browser: Browser, path: string) => (await browser.request(path, html)).text();
const officeOf = async (world: World) => (await world.storage.serviceOwner('test-relief'))!.office;

async function open(world: World, browser: Browser, number: string): Promise<Response> {
  const desk = await deskAt(world, await officeOf(world), number);
  return submitForm(browser, '/staff/desk', { csrf: await csrfOf(browser, '/staff/desk'), desk, next: '/desk' });
}
const sitsAt = async (browser: Browser) => {
  const answer = await browser.request('/api/counter');
  return answer.status === 200 ? ((await answer.json()) as { counter: string }).counter : answer.status;
};

for (const [engine, storage] of [
  ['memory', memoryCountyStorage],
  ['sqlite', () => sqliteCountyStorage(':memory:')],
] as const)
  test(`a desk is one sign-in’s: a colleague’s is refused, with who may end it (${engine})`, async () => {
    const world = await openWorld(pki, { storage: storage() });
    const ann = await signInAs(world, 'clerk');
    const opened = await open(world, ann, '3');
    assert.deepEqual([opened.status, opened.headers.get('location')], [303, '/desk']);
    assert.equal(await sitsAt(ann), '3 號櫃檯');
    const bob = await signInAs(world, 'clerk2');
    const offered = await pageOf(bob, '/staff/desk');
    assert.ok(!offered.includes(`value="${await deskAt(world, await officeOf(world), '3')}"`), 'not to be chosen');
    assert.match(offered, /3 號櫃檯（一樓服務臺）：櫃檯人員 林小萍/);
    const refused = await open(world, bob, '3');
    assert.equal(refused.status, 409);
    assert.match(await refused.text(), /由櫃檯人員 林小萍使用中，沒有開啟。對方登出.*管理人員/);
    assert.equal(await sitsAt(bob), 409);
    assert.equal((await open(world, bob, '4')).status, 303);
    assert.equal(await sitsAt(bob), '4 號櫃檯');
    assert.equal((await open(world, bob, '2')).status, 303);
    assert.equal((await open(world, ann, '4')).status, 303, 'left by who opened another');
    assert.equal(await sitsAt(ann), '4 號櫃檯');
  });

test('no other desk than an enrolled one of the clerk’s offices; a form without the token opens nothing', async () => {
  const world = await openWorld(pki);
  const browser = await signInAs(world, 'clerk');
  const desk = await deskAt(world, await officeOf(world), '3');
  assert.equal((await submitForm(browser, '/staff/desk', { desk })).status, 403);
  const csrf = await csrfOf(browser, '/staff/desk');
  const others: readonly Readonly<Record<string, string>>[] = [
    {},
    { desk: '' },
    { desk: 'none' },
    { counter: '3', office: 'county' },
  ];
  for (const fields of others)
    assert.equal((await submitForm(browser, '/staff/desk', { csrf, ...fields })).status, 422);
  const away = await submitForm(browser, '/staff/desk', { csrf, desk, next: 'https://elsewhere.example/desk' });
  assert.equal(away.headers.get('location'), '/desk');
  assert.match(await pageOf(browser, '/staff/desk'), new RegExp(`value="${desk}" selected`));
});

test('a desk ends with signing out, with the session, with idleness, and with the clerk’s next sign-in', async () => {
  const world = await openWorld(pki);
  const ann = await atCounter(world);
  await submitForm(ann, '/staff/sign-out', { csrf: await csrfOf(ann, '/staff') });
  const bob = await atCounter(world, 'clerk2');
  assert.equal(await sitsAt(bob), '3 號櫃檯');
  world.now = new Date(world.now.getTime() + lifetimes.staffIdle.ms - 31_000);
  const again = await signInAs(world, 'clerk');
  assert.equal((await open(world, again, '3')).status, 409, 'a second before');
  world.now = new Date(world.now.getTime() + 1_000);
  assert.equal((await open(world, again, '3')).status, 303, 'idle too long');
  assert.equal(await sitsAt(bob), 401);
  const later = await atCounter(world);
  assert.equal(await sitsAt(later), '3 號櫃檯');
  assert.equal(await sitsAt(again), 409, 'one’s own former sign-in');
});

test('an administrator enrols, places, frees and closes desks; each stands in the record', async () => {
  const world = await openWorld(pki);
  const office = await officeOf(world);
  const admin = await signInAs(world, 'administrator');
  const csrf = await csrfOf(admin, '/staff/desks');
  const post = (path: string, fields: Readonly<Record<string, string>> = {}) =>
    submitForm(admin, `/staff/desks${path}`, { csrf, ...fields });
  for (const number of ['', '0', 'A', '1234'])
    assert.equal((await post('', { office, number, place: '三樓' })).status, 422);
  assert.equal((await post('', { office, number: '9', place: '' })).status, 422);
  assert.equal((await post('', { office: 'another-county', number: '9', place: '三樓' })).status, 404);
  assert.match(await (await post('', { office, number: '3', place: '三樓' })).text(), /已經有這個號碼/);
  assert.equal((await post('', { office, number: '９', place: '三樓' })).status, 303);
  const desk = await deskAt(world, office, '9');
  const clerk = await atCounter(world, 'clerk', '9');
  assert.match(await pageOf(admin, '/staff/desks'), /9 號櫃檯（三樓）：櫃檯人員 林小萍使用中/);
  assert.equal((await post(`/${desk}/place`, { place: '四樓' })).status, 303);
  assert.equal((await post(`/${desk}/free`)).status, 303);
  assert.equal(await sitsAt(clerk), 409);
  assert.equal((await post(`/${desk}/free`)).status, 422, 'nobody has it');
  assert.equal((await open(world, clerk, '9')).status, 303);
  assert.equal((await post(`/${desk}/close`)).status, 303);
  assert.equal(await sitsAt(clerk), 409);
  assert.equal((await post(`/${desk}/close`)).status, 404);
  const done = (await world.storage.staffActions(20)).filter(({ staffId }) => staffId === 'sandbox-administrator');
  assert.deepEqual(done.map(({ verb, object, office: where }) => [verb, object, where]).slice(0, 4), [
    ['close-desk', '9 號櫃檯 四樓', office],
    ['free-desk', '9 號櫃檯 四樓 櫃檯人員 林小萍', office],
    ['place-desk', '9 號櫃檯 三樓 → 四樓', office],
    ['enrol-desk', '9 號櫃檯 三樓', office],
  ]);
});

test('a desk of an office that is not the clerk’s any more is nobody’s', async () => {
  const world = await openWorld(pki);
  const clerk = await atCounter(world);
  const membership = { staff: 'sandbox-clerk', office: 'county', role: 'clerk' } as const;
  await world.storage.commit([{ step: 'take-role', membership }]);
  assert.equal(await sitsAt(clerk), 403);
});

test('what the platform is told of a desk comes from its record, whatever is typed', async () => {
  const world = await openWorld(pki);
  const sentBy = async (browser: Browser, more: object = {}) => {
    world.answers.push(presentAnswer);
    await browser.send('POST', '/api/counter/present', { service: 'test-relief', serial, ...more });
    return ((await world.asked.at(-1)!.json()) as { desk: { id: string; counter: string; clerk: string } }).desk;
  };
  const ann = await atCounter(world);
  const forged = { counter: '9 號櫃檯', desk: { id: 'x', counter: '9', clerk: 'someone' } };
  const own = await sentBy(ann, forged);
  assert.deepEqual([own.counter, own.clerk], ['3 號櫃檯', 'sandbox-clerk']);
  const bob = await atCounter(world, 'clerk2', '4');
  const other = await sentBy(bob);
  assert.deepEqual([other.counter, other.clerk], ['4 號櫃檯', 'sandbox-clerk2']);
  assert.notEqual(other.id, own.id);
  world.answers.push(() => json({}, 423, { 'retry-after': '900' }));
  assert.equal((await bob.send('POST', '/api/counter/present', { service: 'test-relief', serial })).status, 423);
  assert.deepEqual(await sentBy(ann), own, 'a colleague’s mistakes are theirs');
});
