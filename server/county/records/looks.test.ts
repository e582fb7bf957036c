/**
 * Looks are records. Every route of the staff is asked by somebody who may everything, each time somebody else: where the
 * resident stands in the answer, a look stands in the record. A new route that shows more is caught here.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { newSession } from '../../accounts/session.ts';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { lifetimes } from '../../lifetimes.ts';
import { routesOf, type Route } from '../../testing/route-matrix.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { everyRole } from '../staff/session.ts';
import { code, handOver, householdEntry, openCase, personalEntry, presentAnswer, serial } from '../testing/counter.ts';
import { openWorld, type Browser, type World } from '../testing/county-under-test.ts';
import { personalPayload, resident } from '../testing/payloads.ts';
import { isStaffRoute } from '../testing/staff-matrix.ts';
import { atCounter, signInAs } from '../testing/staff.ts';
import { personal } from '../testing/test-service.ts';
import { lookVerbs } from './looks.ts';
import { toFullWidth } from '#schemas/taiwan/full-width.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const html = { headers: { accept: 'text/html' } };
const viewCase = (browser: Browser, id: string) => browser.request(`/api/counter/cases/${id}`);
const looksAt = async (world: World, id: string) =>
  (await world.storage.staffActions(99, undefined, { verbs: ['view-case'], about: id })).toReversed();
const later = (world: World, ms: number) => {
  world.now = new Date(world.now.getTime() + ms);
};

let people = 0;

/** Somebody new with every role, at a desk. */
async function anybody(world: World): Promise<{ readonly id: string; readonly ask: Browser['request']; csrf: string }> {
  people += 1;
  const id = `anybody-${people}`;
  const { office } = (await world.storage.serviceOwner('test-relief'))!;
  const at = world.now;
  const { secret, step } = newSession(world.county, { id });
  const desk = { id: `desk-of-${id}`, office, number: 100 + people, place: '一樓', enrolledAt: at };
  const account = { id, login: id, name: id, password: '', totp: new Uint8Array(), totpStep: 0, createdAt: at };
  const done = await world.storage.commit([
    { step: 'add-account', account },
    ...everyRole.map((role) => ({ step: 'give-role', membership: { staff: id, office: 'county', role } }) as const),
    { step: 'enrol-desk', desk },
    step,
    { step: 'open-desk', hash: step.session.hash, desk: desk.id, idleBefore: at, startedBefore: at },
  ]);
  assert.deepEqual(done, { ok: true });
  const browser = world.browser();
  return {
    id,
    csrf: world.county.seals.hash('staff-csrf', secret),
    ask: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', `mydata_county_staff=${secret}`);
      return browser.request(path, { ...init, headers });
    },
  };
}

/** What stands for each parameter of a route. One that is not here is a new one: say what it stands for. */
const parameters = (id: string): Readonly<Record<string, string>> => ({
  case: id,
  service: 'test-relief',
  dataset: personal,
  'name{[0-9a-f]{64}\\.js}': `${'0'.repeat(64)}.js`,
  name: 'data.json',
  file: 'none',
  form: 'test-relief',
  kept: 'none',
  version: '1',
  other: 'draft',
  office: 'county',
  desk: 'none',
  person: 'sandbox-auditor',
});

async function ask(world: World, { method, path }: Route, who: Awaited<ReturnType<typeof anybody>>, id: string) {
  const known = parameters(id);
  const address = path.replaceAll(/:(\w+(?:\{[^/]*\})?)/g, (_all, name: string) => {
    const value = known[name];
    assert.ok(value !== undefined, `${method} ${path}: what does :${name} stand for?`);
    return value;
  });
  if (method === 'GET') return who.ask(address, html);
  const send = (to: string, body: unknown) =>
    who.ask(to, {
      method,
      headers: { 'content-type': 'application/json', 'x-mydata-request': '1' },
      body: JSON.stringify(body),
    });
  world.answers.length = 0;
  if (path.startsWith('/staff')) {
    const body = new URLSearchParams({ csrf: who.csrf });
    return who.ask(address, { method, body, headers: { accept: 'text/html' } });
  }
  if (path === '/api/counter/code') {
    world.answers.push(presentAnswer);
    const presented = await who.ask('/api/counter/present', {
      method,
      headers: { 'content-type': 'application/json', 'x-mydata-request': '1' },
      body: JSON.stringify({ service: 'test-relief', serial }),
    });
    const { attempt } = (await presented.json()) as { attempt: string };
    await handOver(world, entries(world));
    return send(address, { attempt, code });
  }
  return send(address, { service: 'test-relief', serial, datasets: [personal], answers: {}, claims: {}, revision: 0 });
}

/** Of a stream what comes first. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
    return new Uint8Array(await response.arrayBuffer());
  const reader = response.body!.getReader();
  const first = await reader.read();
  await reader.cancel();
  return first.value ?? new Uint8Array();
}

/** A name that stands in no example. */
const seldom = '歐陽查閱';
const entries = (world: World) => [
  { ...personalEntry(world), zip: world.signed(personalPayload(resident.nationalId, seldom)) },
  householdEntry(world),
];

function shows(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return Object.values(unzipSync(bytes)).some(shows);
  const text = new TextDecoder().decode(bytes);
  return text.includes(seldom);
}

test('whatever route of the staff shows a resident’s data, that it did is a record of who looked', async () => {
  const world = await openWorld(pki);
  const clerk = await atCounter(world);
  const showing: string[] = [];
  const unrecorded: string[] = [];
  for (const route of routesOf(world.app).filter(isStaffRoute)) {
    const id = await openCase(world, clerk, entries(world));
    const who = await anybody(world);
    const shown = shows(await bytesOf(await ask(world, route, who, id)));
    if (!shown) continue;
    const name = `${route.method} ${route.path}`;
    showing.push(name);
    const looks = await world.storage.staffActions(9, undefined, { verbs: lookVerbs, staffId: who.id, about: id });
    if (!looks.length) unrecorded.push(name);
  }
  assert.deepEqual(unrecorded, []);
  const ofCase = '/api/counter/cases/:case';
  for (const known of [
    `GET ${ofCase}`,
    `GET ${ofCase}/files/:dataset/:name`,
    `POST ${ofCase}/datasets`,
    `GET ${ofCase}/services/:service/draft`,
  ])
    assert.ok(showing.includes(known), `${known} is asked so that it shows something`);
});

for (const [engine, storage] of [
  ['memory', memoryCountyStorage],
  ['sqlite', () => sqliteCountyStorage(':memory:')],
] as const)
  test(`a colleague’s case: one look for ten minutes, by whom, at what, from where; nothing of whom (${engine})`, async () => {
    const world = await openWorld(pki, { storage: storage() });
    const id = await openCase(world, await atCounter(world));
    const colleague = await atCounter(world, 'clerk2', '4');
    await Promise.all(Array.from({ length: 20 }, () => viewCase(colleague, id)));
    later(world, lifetimes.looksSummed.ms);
    await viewCase(colleague, id);
    assert.equal((await looksAt(world, id)).length, 1, 'ten minutes to the millisecond');
    later(world, 1);
    await viewCase(colleague, id);
    const looks = await looksAt(world, id);
    assert.equal(looks.length, 2);
    const { office } = (await world.storage.serviceOwner('test-relief'))!;
    const [{ at, ...look }] = looks as [(typeof looks)[number]];
    assert.match(at.toISOString(), /^2026/);
    assert.deepEqual(look, {
      staffId: 'sandbox-clerk2',
      staffName: '櫃檯人員 許志豪',
      verb: 'view-case',
      object: `test-relief ${id} 嘉義縣社會局 4 號櫃檯`,
      office,
    });
    const kept = JSON.stringify(await world.storage.staffActions(99));
    for (const secret of [resident.nationalId, resident.name, resident.birthDate]) assert.ok(!kept.includes(secret));
  });

test('auditors see looks by person and by case, and that there are none', async () => {
  const world = await openWorld(pki);
  const auditor = await signInAs(world, 'auditor');
  const page = async (query = '') => (await auditor.request(`/staff/looks${query}`, html)).text();
  assert.match(await page(), /還沒有查閱紀錄/);
  const clerk = await atCounter(world);
  const first = await openCase(world, clerk);
  const second = await openCase(world, clerk);
  const colleague = await atCounter(world, 'clerk2', '4');
  await viewCase(colleague, second);
  const rows = (text: string) => text.match(/<tr>/g)?.length ?? 0;
  assert.equal(rows(await page()), 1 + 3);
  const his = await page('?staff=sandbox-clerk2');
  assert.equal(rows(his), 1 + 1);
  assert.match(his, /許志豪[^]*查看臨櫃案件/);
  assert.equal(rows(await page(`?case=${second}`)), 1 + 2);
  const asPasted = encodeURIComponent(` ${toFullWidth(second.toLowerCase())}`);
  assert.equal(rows(await page(`?case=${asPasted}`)), 1 + 2);
  assert.equal(rows(await page(`?staff=sandbox-clerk2&case=${second}`)), 1 + 1);
  assert.match(await page(`?staff=sandbox-clerk2&case=${first}`), /沒有符合的查閱紀錄/);
  const elsewhere = await signInAs(world, 'clerk');
  assert.equal((await elsewhere.request('/staff/looks', html)).status, 403);
});
