import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newSession } from '../../accounts/session.ts';
import type { CheckResult } from '#schemas/publish/task.ts';
import type { DraftOfForm } from '#schemas/wire/builder-api.ts';
import demoSite from '#demo/county/public/site.json' with { type: 'json' };
import { matrixFaults, routesOf, type Route } from '../../testing/route-matrix.ts';
import { createTestPki } from '../../testing/test-pki.ts';
import type { Site } from '../site/site.ts';
import { code, handOver, openCase, presentAnswer, serial } from '../testing/counter.ts';
import { countyUrl, openWorld, platformUrl, type Browser, type World } from '../testing/county-under-test.ts';
import {
  hereAndAbove,
  holderOf,
  isStaffRoute,
  organisation,
  places,
  staffCallers,
  staffTable,
  type StaffCaller,
} from '../testing/staff-matrix.ts';
import { personal, testForm, testLoaded, testService } from '../testing/test-service.ts';

let folder: string;
let world: World;
let others: World;
/** A kept document of the service's form, and a validator that was made. */
const kept = 'kept-1';
let validator: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'));
  for (const page of ['desk.html', 'designer.html', '404.html']) await writeFile(join(folder, page), `<p>${page}</p>`);
  const pki = await createTestPki();
  const site = { folder, pages: demoSite.pages, addresses: demoSite.addresses } as Site;
  const environment = 'test' as const;
  const config = { publicUrl: countyUrl, platformUrl, environment, services: [testLoaded], organisation, site };
  world = await openWorld(pki, { config });
  others = await openWorld(pki, { config });
  for (const one of [world, others]) for (const caller of staffCallers) await enrol(one, caller);
  const by = { id: 'somebody', name: '某人' };
  const document = { service: testService, form: testForm };
  const at = world.now.toISOString();
  const history = { done: [], undone: [] };
  const done = await world.storage.commit([
    {
      step: 'keep-form',
      kept: { id: kept, form: 'test-relief', document, history, why: 'discarded', revision: 0, at, by },
    },
  ]);
  assert.ok(done.ok);
  const designer = await sessionOf(world, 'designer of own office');
  const made = await designer.send('POST', '/api/builder/validator', { form: testForm });
  validator = ((await made.json()) as { url: string }).url.split('/').at(-1)!;
});
after(() => rm(folder, { recursive: true }));

const idOf = (caller: StaffCaller): string => caller.replaceAll(' ', '-');

async function enrol({ storage, now }: World, caller: StaffCaller): Promise<void> {
  const { role, place } = holderOf(caller);
  const account = {
    id: idOf(caller),
    login: idOf(caller),
    name: caller,
    password: '',
    totp: new Uint8Array(),
    totpStep: 0,
  };
  const done = await storage.commit([
    { step: 'add-account', account: { ...account, createdAt: now } },
    { step: 'give-role', membership: { staff: account.id, office: places[place], role } },
  ]);
  assert.ok(done.ok, caller);
}

interface Session {
  readonly csrf: string;
  request(path: string, init?: RequestInit): Promise<Response>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  submit(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

let desks = 100;
const longAgo = { idleBefore: new Date('2026'), startedBefore: new Date('2026') } as const;

async function newDesk({ storage, now }: World, office: string): Promise<string> {
  desks += 1;
  const desk = { id: `desk-${desks}`, office, number: desks, place: '一樓', enrolledAt: now };
  assert.deepEqual(await storage.commit([{ step: 'enrol-desk', desk }]), { ok: true });
  return desk.id;
}

/** One that somebody has open. */
async function heldDesk(at: World): Promise<string> {
  const desk = await newDesk(at, 'relief');
  const { step } = newSession(at.county, { id: idOf('clerk of own office') });
  await at.storage.commit([step, { step: 'open-desk', hash: step.session.hash, desk, ...longAgo }]);
  return desk;
}

/** Signed in at this county's pages; clerks at a counter of their office. Another county's session is brought here as it is. */
async function sessionOf(at: World, caller: StaffCaller): Promise<Session> {
  const { role, place } = holderOf(caller);
  const home = place === 'other county' ? others : at;
  const { secret, step } = newSession(home.county, { id: idOf(caller) });
  await home.storage.commit([step]);
  if (role === 'clerk')
    await home.storage.commit([
      { step: 'open-desk', hash: step.session.hash, desk: await newDesk(home, places[place]), ...longAgo },
    ]);
  const browser = at.browser();
  const cookie = `mydata_county_staff=${secret}`;
  const request: Session['request'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return browser.request(path, { ...init, headers });
  };
  const csrf = at.county.seals.hash('staff-csrf', secret);
  return {
    csrf,
    request,
    send: (method, path, body) =>
      request(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    submit: (path, fields) =>
      request(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf, ...fields }),
        headers: { accept: 'text/html' },
      }),
  };
}

let current: string | undefined;

/** An open case at the counter of the service's own office, begun by its clerk; the same until somebody ended it. */
async function caseOfOwn(clerk: Session): Promise<string> {
  const row = current === undefined ? undefined : await world.storage.counterCase(current);
  if (row?.state !== 'open') current = await openCase(world, clerk as unknown as Browser);
  return current!;
}

async function atCounter({ method, path }: Route, session: Session, clerk: Session): Promise<Response> {
  const presented = { service: 'test-relief', serial };
  if (/\/(resend|code)$/.test(path)) {
    // With an attempt of their own where they get one, else with the clerk's.
    const attemptOf = async (one: Session): Promise<unknown> => {
      world.answers.splice(0, Infinity, presentAnswer);
      const answer = await one.send('POST', '/api/counter/present', presented);
      return ((await answer.json()) as { readonly attempt?: string }).attempt;
    };
    const attempt = (await attemptOf(session)) ?? (await attemptOf(clerk));
    world.answers.length = 0;
    if (path.endsWith('/code')) await handOver(world);
    else world.answers.push(presentAnswer);
    return session.send(method, path, { attempt, code });
  }
  if (path.endsWith('/present')) world.answers.push(presentAnswer);
  const id = path.includes(':case') ? await caseOfOwn(clerk) : '';
  const address = path
    .replace(':case', id)
    .replace(':service', 'test-relief')
    .replace(':dataset', personal)
    .replace(':name', 'data.json');
  if (!path.endsWith(':file'))
    return method === 'GET'
      ? session.request(address)
      : session.send(method, address, { ...presented, datasets: [personal] });
  const form = new FormData();
  form.set('file', new File(['%PDF-1.7'], 'proof.pdf'));
  const files = address.replace('/:file', '');
  const upload = await clerk.request(`${files}?field=proof`, { method: 'POST', body: form });
  const file = `${files}/${((await upload.json()) as { readonly id: string }).id}`;
  const answer = await session.send(method, file, {});
  // A question takes so many files and no more.
  if (answer.status !== 204) await clerk.send(method, file, {});
  return answer;
}

let made = 0;

/** Somebody whose only role is in the service's office. */
async function somebody(): Promise<string> {
  made += 1;
  const id = `somebody-${made}`;
  const done = await world.storage.commit([
    {
      step: 'add-account',
      account: {
        id,
        login: id,
        name: id,
        password: '',
        totp: new Uint8Array(),
        totpStep: 0,
        createdAt: new Date('2026'),
      },
    },
    { step: 'give-role', membership: { staff: id, office: 'relief', role: 'clerk' } },
  ]);
  assert.ok(done.ok);
  return id;
}

/** What each form of the staff's pages says: always about the service's office. */
async function fieldsOf(path: string, caller: StaffCaller): Promise<Readonly<Record<string, string>>> {
  switch (path) {
    case '/staff/desk':
      return { desk: await newDesk(world, places[holderOf(caller).place]) };
    case '/staff/desks':
      return { office: 'relief', number: String((desks += 1)), place: '一樓' };
    case '/staff/desks/:desk/place':
      return { place: '二樓' };
    case '/staff/offices':
      return { parent: 'relief', name: `單位 ${caller}` };
    case '/staff/offices/:office/name':
      return { name: '社會救助科', en: 'Relief' };
    case '/staff/offices/:office/parent':
      return { parent: 'social' };
    case '/staff/offices/:office/roles':
      return { login: await somebody(), role: 'designer' };
    case '/staff/offices/:office/roles/take':
      return { staff: await somebody(), role: 'clerk' };
    case '/staff/services/:service/office':
      return { office: 'relief', reason: '改由原單位辦理' };
    case '/staff/people/invite':
      return { office: 'relief', name: '新人', role: 'clerk' };
    default:
      return {};
  }
}

async function atPages({ method, path }: Route, session: Session, caller: StaffCaller): Promise<Response> {
  const person = path.includes(':person') ? await somebody() : '';
  const address = path
    .replace(':form', 'test-relief')
    .replace(':office', 'relief')
    .replace(':desk', path.includes(':desk') ? await heldDesk(world) : '')
    .replace(':service', 'test-relief')
    .replace(':version', '1')
    .replace(':person', person);
  return method === 'GET'
    ? session.request(address, { headers: { accept: 'text/html' } })
    : session.submit(address, await fieldsOf(path, caller));
}

async function atBuilder({ method, path }: Route, session: Session, caller: StaffCaller): Promise<Response> {
  const address = path
    .replace(':form', 'test-relief')
    .replace(':version', '1')
    .replace(':other', 'draft')
    .replace(':kept', kept)
    .replace(/:name.*/, validator);
  if (method === 'GET') return session.request(address);
  if (path.endsWith('/forms')) {
    made += 1;
    const name = { 'zh-Hant': caller, en: '' };
    return session.send(method, address, { id: `made-${made}`, name, office: 'relief' });
  }
  const check = { document: { service: testService, form: testForm } };
  return session.send(method, address, path.endsWith('/builder/check') ? check : {});
}

test('every route of the staff × role × own, parent, whole, lower, neighbouring, other office and other county', async () => {
  const clerk = await sessionOf(world, 'clerk of own office');
  const sessions = new Map<StaffCaller, Session>();
  const request = async (route: Route, caller: StaffCaller): Promise<Response> => {
    world.answers.length = 0;
    const session = sessions.get(caller) ?? (await sessionOf(world, caller));
    sessions.set(caller, session);
    if (route.path.startsWith('/api/counter')) return atCounter(route, session, clerk);
    if (route.path.startsWith('/api/builder')) return atBuilder(route, session, caller);
    if (route.path === '/staff/sign-out') sessions.delete(caller);
    return atPages(route, session, caller);
  };
  assert.deepEqual(
    await matrixFaults({
      routes: routesOf(world.app).filter(isStaffRoute),
      callers: staffCallers,
      table: staffTable,
      doors: ['/staff/sign-in', '/staff/desk'],
      request,
    }),
    [],
  );
});

/** Lists that everybody of a role gets: with the service's own where it is theirs, and without a word of it elsewhere. */
const lists = {
  '/api/builder/me': ['designer', '社會救助科'],
  '/api/builder/forms': ['designer', 'test-relief'],
  '/api/counter': ['clerk', 'test-relief'],
  '/staff/offices': ['administrator', '社會救助科'],
  '/staff/registrations': ['administrator', 'test-relief'],
  '/staff/services': ['administrator', 'test-relief'],
  '/staff/desks': ['administrator', '社會救助科'],
  '/staff/people': ['administrator', 'designer-of-own-office'],
  '/staff/records': ['auditor', 'something was done'],
  '/staff/applications': ['case-officer', 'CY-1'],
} as const;

test('a list names what is of the service’s office to those of it and above, and to nobody else', async () => {
  const at = world.now.toISOString();
  const done = await world.storage.commit([
    {
      step: 'record-action',
      action: {
        at: world.now,
        staffId: 'x',
        staffName: 'x',
        verb: 'add-office',
        object: 'something was done',
        office: 'relief',
      },
    },
    {
      step: 'create-draft',
      draft: { id: 'd', owner: 'o', service: 'test-relief', formVersion: 1, revision: 0, createdAt: at, expiresAt: at },
    },
    {
      step: 'submit-application',
      application: {
        number: 'CY-1',
        service: 'test-relief',
        formVersion: 1,
        draftId: 'd',
        repeatKey: 'r',
        person: 'p',
        contents: new Uint8Array(),
        status: 'received',
        history: [],
        submittedAt: at,
      },
      revision: 0,
      fileIds: [],
    },
  ]);
  assert.ok(done.ok);
  for (const [path, [role, word]] of Object.entries(lists))
    for (const caller of staffCallers) {
      const { role: held, place } = holderOf(caller);
      if (held !== role || place === 'other county') continue;
      const answer = await (await sessionOf(world, caller)).request(path, { headers: { accept: 'text/html' } });
      assert.equal(answer.status, 200, `${path} × ${caller}`);
      assert.equal((await answer.text()).includes(word), hereAndAbove.includes(place), `${path} × ${caller}`);
    }
});

test('a form is made, copied and moved only where one has the role at both ends', async () => {
  const beside = await sessionOf(world, 'designer of office beside');
  const status = async (answer: Promise<Response>) => (await answer).status;
  const name = { 'zh-Hant': '別的', en: '' };
  const make = (body: object) => beside.send('POST', '/api/builder/forms', { name, ...body });
  assert.equal(await status(make({ id: 'mine' })), 201);
  assert.equal((await world.storage.serviceOwner('mine'))?.office, 'elderly');
  assert.equal(await status(make({ id: 'theirs', office: 'relief' })), 404);
  assert.equal(await status(make({ id: 'theirs', copyOf: 'test-relief' })), 404);
  const above = await sessionOf(world, 'designer of parent office');
  assert.equal(await status(above.send('POST', '/api/builder/forms', { id: 'at-parent', name })), 201);
  assert.equal((await world.storage.serviceOwner('at-parent'))?.office, 'social');

  const own = await sessionOf(world, 'administrator of own office');
  const hand = (session: Session, service: string, office: string) =>
    session.submit(`/staff/services/${service}/office`, { office, reason: '業務調整' });
  assert.equal(await status(hand(own, 'test-relief', 'elderly')), 404);
  assert.equal(await status(hand(own, 'mine', 'relief')), 404);
  const parent = await sessionOf(world, 'administrator of parent office');
  assert.equal(await status(hand(parent, 'test-relief', 'elderly')), 303);
  assert.equal(await status(beside.request('/api/builder/forms/test-relief/draft')), 200);
  const before = await sessionOf(world, 'designer of own office');
  assert.equal(await status(before.request('/api/builder/forms/test-relief/draft')), 404);
  const [action] = await world.storage.staffActions(1);
  assert.deepEqual([action?.verb, action?.office, action?.reason], ['move-service', 'elderly', '業務調整']);
  assert.equal(await status(hand(parent, 'test-relief', 'relief')), 303);
});

test('a document under another office’s id is not held against that office’s registration', async () => {
  const own = await sessionOf(world, 'designer of own office');
  const { document } = (await (await own.request('/api/builder/forms/test-relief/draft')).json()) as DraftOfForm;
  const codes = async (who: Session, form: string): Promise<readonly string[]> => {
    const answer = await who.send('POST', '/api/builder/check', { form, document });
    assert.equal(answer.status, 200);
    return ((await answer.json()) as CheckResult).tasks.map(({ code }) => code);
  };
  assert.ok((await codes(own, 'test-relief')).includes('registration-covers'));
  const other = await sessionOf(world, 'designer of other office');
  const seen = await codes(other, 'of-no-office');
  assert.deepEqual(
    seen.filter((code) => code.startsWith('registration')),
    ['registration-missing'],
  );
});

test('a role that is taken ends at once, and the desk with it', async () => {
  const clerk = await sessionOf(world, 'clerk of own office');
  const status = async () => (await clerk.request('/api/counter')).status;
  assert.equal(await status(), 200);
  const membership = { staff: idOf('clerk of own office'), office: 'relief', role: 'clerk' } as const;
  await world.storage.commit([{ step: 'take-role', membership }]);
  assert.equal(await status(), 403);
  await world.storage.commit([{ step: 'give-role', membership: { ...membership, office: 'health' } }]);
  // Somewhere else now: the old desk is no longer theirs.
  assert.equal(await status(), 409);
});
