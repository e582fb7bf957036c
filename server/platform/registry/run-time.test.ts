/** At run time the register decides: each refusal with the code of the interface, through the app. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Browser,
  client,
  encrypt,
  entryUrl,
  household,
  lowIncome,
  vehicle,
  world,
  type World,
} from '../app.fixture.ts';
import { platformOf } from '../platform.ts';
import type { Staff } from '../staff/session.ts';
import { changeService, applyForService, moveService, type HandedOut } from './services.ts';
import { advance } from './phases.ts';
import { prepareKey, setTesters, switchKey } from './rotate.ts';
import { asked, sample } from './sample.fixture.ts';
import { chiayi, seedFileServices, seedOrganisations } from './seed.ts';
import { parseClients } from './read-register.ts';

const staff: Staff = {
  id: 's',
  name: '承辦員',
  roles: ['service-provider'],
  organisationId: chiayi.id,
  csrf: '',
  sessionHash: '',
};
const organisation = { ...chiayi, appliedAt: new Date(0) };
const definition = {
  ...sample,
  datasets: [asked(household, { fields: ['$.person_name'] }), asked(lowIncome)],
  returnUrl: client.return_url,
  spApiUrl: client.sp_api_url,
  addresses: [],
};

const platformIn = (here: World, environment: 'test' | 'live' = 'test') =>
  platformOf({
    storage: here.storage,
    clock: here.clock,
    keys: here.keys,
    config: { environment, publicUrl: 'http://localhost:8701', clients: [] } as never,
    log: { info() {}, warn() {}, error() {} },
    fetch: () => Promise.reject(new Error('no calls')),
    trust: { anchors: [] },
  });

async function registered(environment: 'test' | 'live' = 'test', change: object = {}) {
  const here = await world({ clients: [client], environment });
  await seedOrganisations(here, 'test');
  const platform = platformIn(here, environment);
  const applied = await applyForService(platform, staff, {
    id: 'service-one',
    organisation,
    definition: { ...definition, ...change },
  });
  if (applied.kind !== 'done') throw new Error(applied.kind);
  const service = async () => {
    const found = await here.storage.service('service-one');
    assert.ok(found);
    return found;
  };
  /** As if everybody had agreed. */
  const put = async (state: object) => {
    const { id, revision } = await service();
    await here.storage.commit([{ step: 'move-service', id, revision, state: state as never }]);
  };
  return { here, platform, keys: applied.keys, service, put };
}

async function arrive(
  here: World,
  keys: HandedOut,
  { pid = 'A123456789', resources = household, returnUrl = `${client.return_url}?draft=7` } = {},
): Promise<{ status: number; code: string | undefined }> {
  const sealed = encrypt(pid, { client_secret: keys.clientSecret, cbc_iv: keys.cbcIv } as typeof client);
  const response = await here.app.request(entryUrl({ clientId: keys.clientId, pid: sealed, resources, returnUrl }));
  const location = response.headers.get('location') ?? '';
  if (location.startsWith('/journey/')) return { status: response.status, code: 'opened' };
  return {
    status: response.status,
    code: location ? (new URL(location).searchParams.get('code') ?? undefined) : undefined,
  };
}

test('test keys are good at once: CLI. and ten, sixteen and sixteen', async () => {
  const { here, keys, service } = await registered();
  assert.match(keys.clientId, /^CLI\.[A-Za-z0-9]{10}$/);
  assert.match(keys.clientSecret, /^[A-Za-z0-9]{16}$/);
  assert.match(keys.cbcIv, /^[A-Za-z0-9]{16}$/);
  assert.equal((await service()).state.phase, 'test');
  assert.equal((await arrive(here, keys)).code, 'opened');
  const [stored] = await here.storage.clientKeys(keys.clientId);
  assert.ok(!Buffer.from(stored?.sealed ?? []).includes(keys.clientSecret));
});

test('401: a dataset that the service did not register', async () => {
  const { here, keys } = await registered();
  assert.equal((await arrive(here, keys, { resources: vehicle })).code, '401');
  assert.equal((await arrive(here, keys, { resources: 'API.unknown000' })).code, '401');
});

test('404: another return address, and no journey there', async () => {
  const { here, keys } = await registered();
  const answer = await arrive(here, keys, { returnUrl: 'https://evil.example/' });
  assert.deepEqual(answer, { status: 404, code: undefined });
});

test('a field that was not registered is never asked of the provider', async () => {
  const { here, platform, keys } = await registered();
  const found = await platform.clients.find(keys.clientId);
  assert.equal(found?.fields[household]?.length, 1);
  const browser = new Browser(here.app);
  here.dp[household] = { status: 204 };
  const sealed = encrypt('A123456789', { client_secret: keys.clientSecret, cbc_iv: keys.cbcIv } as typeof client);
  await browser.toConsent(here, { clientId: keys.clientId, pid: sealed, resources: household });
  const headers = here.dpRequests.map((request) => request.headers.get('fields'));
  assert.deepEqual(headers, [found?.fields[household]?.join(',')]);
  assert.match(headers[0] ?? '', /name/i);
  assert.ok(!headers[0]?.includes(','));
});

test('what is agreed to meanwhile counts for the next journey: one that began says, asks and records what it began with', async () => {
  const { here, platform, keys, service, put } = await registered();
  here.dp[household] = { status: 204 };
  const sealed = encrypt('A123456789', { client_secret: keys.clientSecret, cbc_iv: keys.cbcIv } as typeof client);
  const start = { clientId: keys.clientId, pid: sealed, resources: household };
  const more = [asked(household, { fields: ['$.person_name', '$.birth_place'] }), asked(lowIncome)];
  const old = new Browser(here.app);
  const identity = await old.toIdentity(start);
  const changed = { ...definition, datasets: more };
  const proposed = await changeService(platform, staff, {
    service: await service(),
    organisation,
    definition: changed,
  });
  assert.equal(proposed.kind, 'done');
  await put({ phase: 'test', version: 2 });
  const consent = await old.post(await old.prove(here, identity), 'preview');
  assert.doesNotMatch(consent.text, /出生地/);
  const words = /name="words" value="([^"]*)"/.exec(consent.text)?.[1] ?? '';
  await old.post(consent, 'consent', { words, decision: 'agree' });
  const next = await new Browser(here.app).toConsent(here, start);
  assert.match(next.text, /出生地/);
  const [first, second] = here.dpRequests.map((request) => request.headers.get('fields')?.split(',').length);
  assert.deepEqual([first, second], [1, 2]);
});

test('423: suspended, at once, also for journeys and tickets under way; restored, it runs', async () => {
  const { here, platform, keys, service } = await registered();
  const browser = new Browser(here.app);
  here.dp[household] = { status: 204 };
  const sealed = encrypt('A123456789', { client_secret: keys.clientSecret, cbc_iv: keys.cbcIv } as typeof client);
  const consent = await browser.toConsent(here, { clientId: keys.clientId, pid: sealed, resources: household });
  const suspended = await moveService(platform, staff, {
    service: await service(),
    organisation,
    event: { event: 'suspend', by: 'operator' },
    reason: '發現資料外洩',
  });
  assert.equal(suspended.kind, 'done');
  assert.equal((await arrive(here, keys)).code, '423');
  const words = /name="words" value="([^"]*)"/.exec(consent.text)?.[1] ?? '';
  const action = /action="[^"]*\/(agree|consent)"/.exec(consent.text)?.[1] ?? 'consent';
  const back = await browser.post(consent, action, { words, answer: 'agree', decision: 'agree' });
  assert.match(back.location ?? '', /code=423/);
  assert.equal(here.spCalls.length, 0);
  await moveService(platform, staff, {
    service: await service(),
    organisation,
    event: { event: 'restore', by: 'operator' },
    reason: '已經改正完成',
  });
  assert.equal((await arrive(here, keys)).code, 'opened');
});

test('423: nobody proves who they are, and no agency is asked, for a service that was suspended meanwhile', async () => {
  const { here, platform, keys, service } = await registered();
  here.dp[household] = { status: 429, headers: { 'retry-after': '60' } };
  const sealed = encrypt('A123456789', { client_secret: keys.clientSecret, cbc_iv: keys.cbcIv } as typeof client);
  const start = { clientId: keys.clientId, pid: sealed, resources: household };
  const move = async (event: 'suspend' | 'restore') =>
    moveService(platform, staff, {
      service: await service(),
      organisation,
      event: { event, by: 'operator' },
      reason: '發現資料外洩',
    });
  const [early, late] = [new Browser(here.app), new Browser(here.app)];
  const identity = await early.toIdentity(start);
  const fetching = await late.prove(here, await late.toIdentity(start));
  assert.equal(here.dpRequests.length, 1);
  assert.equal((await move('suspend')).kind, 'done');
  assert.match((await early.prove(here, identity)).location ?? '', /code=423/);
  here.clock.pass(60_000);
  const journey = fetching.path.replace(/\/[^/]*$/, '');
  assert.match((await late.open(`${journey}/progress`)).text, /"ended"/);
  assert.match((await late.open(`${journey}/events`)).text, /event: moved/);
  assert.match((await late.open(fetching.path)).location ?? '', /code=423/);
  assert.equal(here.dpRequests.length, 1);
});

test('limits: environments: wrong phase is 401', async () => {
  const { here, keys, put } = await registered();
  for (const phase of ['applied', 'returned', 'refused'] as const) {
    await put({ phase, version: 1 });
    assert.equal((await arrive(here, keys)).code, '401', phase);
  }
  const returnUrl = 'https://service.example.gov.tw/return';
  const live = await registered('live', { returnUrl, spApiUrl: 'https://service.example.gov.tw/sp' });
  assert.equal((await live.platform.clients.find(live.keys.clientId))?.standing?.phase, 'test');
  assert.equal((await arrive(live.here, live.keys, { returnUrl })).code, '401');
  await live.put({ phase: 'live', version: 1 });
  assert.equal((await arrive(live.here, live.keys, { returnUrl })).code, 'opened');
});

test('limits: environments: in trial inside testers only', async () => {
  const { here, platform, keys, put, service } = await registered();
  for (const phase of ['trial', 'live-requested'] as const) {
    await put({ phase, version: 1 });
    await setTesters(platform, staff, await service(), []);
    assert.equal((await arrive(here, keys)).code, '401');
    await setTesters(platform, staff, await service(), ['A123456789']);
    assert.equal((await arrive(here, keys)).code, 'opened');
    assert.equal((await arrive(here, keys, { pid: 'B123456780' })).code, '401');
  }
});

test('401, said by the platform itself: an ended service, whose return address may be another’s by now', async () => {
  const { here, keys, put } = await registered();
  const day = 24 * 60 * 60 * 1000;
  const effectiveAt = new Date(here.clock.now().getTime() + 30 * day);
  await put({ phase: 'live', version: 1, announced: { what: 'end', effectiveAt } });
  assert.equal((await arrive(here, keys)).code, 'opened');
  here.clock.pass(30 * day - 1);
  assert.equal((await arrive(here, keys)).code, 'opened');
  here.clock.pass(1);
  assert.deepEqual(await arrive(here, keys), { status: 401, code: undefined });
});

test('an ended service is led back to by no journey under way either: the platform says it itself', async () => {
  const { here, keys, put } = await registered();
  here.dp[household] = { status: 204 };
  const sealed = encrypt('A123456789', { client_secret: keys.clientSecret, cbc_iv: keys.cbcIv } as typeof client);
  const start = { clientId: keys.clientId, pid: sealed, resources: household };
  const [early, late] = [new Browser(here.app), new Browser(here.app)];
  const identity = await early.toIdentity(start);
  const consent = await late.toConsent(here, start);
  await put({ phase: 'ended', version: 1 });
  const words = /name="words" value="([^"]*)"/.exec(consent.text)?.[1] ?? '';
  const answers = [
    await early.prove(here, identity),
    await late.post(consent, 'consent', { words, decision: 'agree' }),
    // Nor the second time.
    await early.open(identity.path),
    await late.open(consent.path),
  ];
  for (const { location, text } of answers) {
    assert.equal(location ?? undefined, undefined);
    assert.match(text, /這項服務已經終止/);
  }
  assert.equal(here.spCalls.length, 0);
});

test('403: a service without datasets', async () => {
  const here = await world({ clients: [{ ...client, resources: [] }] });
  const response = await here.app.request(entryUrl());
  assert.match(response.headers.get('location') ?? '', /code=403/);
});

test('a change of a live service runs from its day on, once agreed', async () => {
  const { here, platform, keys, put, service } = await registered();
  await put({ phase: 'live', version: 1 });
  const day = 24 * 60 * 60 * 1000;
  const at = (days: number, ms = 0) => new Date(here.clock.now().getTime() + days * day + ms);
  const changed = {
    ...definition,
    returnUrl: 'https://service.example.gov.tw/mydata/return',
    spApiUrl: 'https://service.example.gov.tw/mydata/sp-api',
    datasets: [asked(vehicle)],
  };
  const change = async (effectiveAt: Date) =>
    changeService(platform, staff, { service: await service(), organisation, definition: changed, effectiveAt });
  assert.deepEqual(await change(at(30, -60_000)), { kind: 'not-possible', reason: 'too-soon' });
  assert.equal((await change(at(30))).kind, 'done');
  const moved = advance((await service()).state, { event: 'approve' }, here.clock.now());
  assert.ok(moved.ok);
  await put(moved.state);
  const resources = async () => (await platform.clients.find(keys.clientId))?.resources;
  assert.deepEqual(await resources(), [household, lowIncome]);
  here.clock.pass(30 * day);
  assert.deepEqual(await resources(), [vehicle]);
});

test('secrets change without stopping: two are good, then one', async () => {
  const { here, platform, keys: old, service } = await registered();
  const day = 24 * 60 * 60 * 1000;
  const prepared = await prepareKey(platform, staff, await service());
  assert.ok(prepared.kind === 'done');
  assert.equal((await prepareKey(platform, staff, await service())).kind, 'moved');
  const fresh = prepared.keys;
  const both = async () => [(await arrive(here, old)).code, (await arrive(here, fresh)).code];
  const ours = async () => (await platform.clients.find(old.clientId))?.clientSecret;
  assert.deepEqual(await both(), ['opened', 'opened']);
  assert.equal(await ours(), old.clientSecret);
  await switchKey(platform, staff, await service());
  assert.deepEqual(await both(), ['opened', 'opened']);
  assert.equal(await ours(), fresh.clientSecret);
  here.clock.pass(7 * day - 1);
  assert.deepEqual(await both(), ['opened', 'opened']);
  here.clock.pass(1);
  const refused = await arrive(here, old);
  assert.notEqual(refused.code, 'opened');
  assert.equal((await arrive(here, fresh)).code, 'opened');
  await here.app.sweep();
  assert.equal((await here.storage.clientKeys(old.clientId)).length, 1);
});

test('a service of a file can be suspended in the register, and its file still holds its keys', async () => {
  const here = await world();
  const platform = platformIn(here);
  const clients = parseClients([client], 'clients.json', new Set(client.resources));
  await seedFileServices(here, clients, chiayi.id);
  await seedFileServices(here, clients, chiayi.id);
  const [service] = await here.storage.registeredServices(chiayi.id);
  assert.ok(service?.fromFile);
  assert.equal((await here.storage.serviceVersions(service.id)).length, 1);
  await moveService(platform, staff, {
    service,
    organisation,
    event: { event: 'suspend', by: 'operator' },
    reason: '檔案外洩疑慮',
  });
  const response = await here.app.request(entryUrl());
  assert.match(response.headers.get('location') ?? '', /code=423/);
});
