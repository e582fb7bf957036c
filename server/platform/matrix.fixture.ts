/**
 * Two of everything that somebody owns, for the matrix of routes and callers: two residents with a journey, a delivered
 * transaction and a download each, two services with their systems, two organisations with their people; and the three
 * roles of the platform's own people.
 */
import { inviteStaff } from './staff/invite.ts';
import type { LimitStorage } from '../limits/storage.ts';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { memoryPlatformStorage } from '../adapters/memory/platform/storage.ts';
import type { Route } from '../testing/route-matrix.ts';
import {
  aboutWhoAsks,
  client,
  encrypt,
  uidFor,
  household,
  lowIncome,
  type Browser,
  type Page,
  type World,
} from './app.fixture.ts';
import { DeskCaller, sentCode, serialOf, toBarcode } from './counter/counter.fixture.ts';
import { csrfOf, householdPayload, idOf, Resident } from './me/me.fixture.ts';
import { sample } from './registry/sample.fixture.ts';
import { seedFileServices, seedOrganisations, seedRegistryAccounts, type SeededAccounts } from './registry/seed.ts';
import { askedOfDefinition } from './registry/submission.ts';
import { parseClients } from './registry/read-register.ts';
import { withdrawalAddress } from './consent/withdrawal.ts';
import { expectAudit } from './staff/audits.ts';
import { signedIn, staffedWorld, type StaffLogin } from './staff/staff.fixture.ts';
import type { PlatformStorage } from './storage.ts';

/** Seen from the object: whose it is, or somebody else of the same kind. */
export const callers = [
  'anonymous',
  'resident',
  'other resident',
  'provider',
  'other provider',
  'reviewer',
  'operator',
  'auditor',
  'system',
  'other system',
  'dataset',
  'other dataset',
  'registry',
  'other registry',
] as const;

export type Caller = (typeof callers)[number];

type Side = 'one' | 'two';

const other = (side: Side): Side => (side === 'one' ? 'two' : 'one');

/** What one side owns. */
interface Owned {
  readonly resident: Resident;
  readonly journeyCsrf: string;
  readonly meCsrf: string;
  readonly staff: Browser;
  readonly journeyId: string;
  readonly doneJourneyId: string;
  readonly txId: string;
  readonly ticket: string;
  /** Of its person, for the ticket. */
  readonly uid: string;
  readonly download: string;
  readonly auditId: string;
  readonly serviceId: string;
  readonly organisationId: string;
  readonly client: typeof client;
  readonly resource: string;
  readonly token: string;
  readonly counterJourneyId: string;
  readonly counterCsrf: string;
  /** A desk's, with the code that is good for it. */
  readonly serial: string;
  readonly attempt: string;
  readonly code: string;
  /** Of its organisation's system, with a service that it registered. */
  readonly registry: SeededAccounts[string];
  readonly ownId: string;
}

export interface MatrixWorld {
  readonly made: World;
  readonly request: (route: Route, caller: Caller, side: Side) => Promise<Response>;
}

const firstClient = { ...client, modes: ['online', 'counter'], acts_for_another: '行政程序法第 24 條' };
const secondClient = {
  ...firstClient,
  client_id: 'CLI.klmnopqrst',
  client_secret: 'abcdefghij012345',
  cbc_iv: '5432109876543210',
  name: '澎湖縣育兒津貼',
  return_url: 'http://localhost:8702/mydata/return/childcare',
  sp_api_url: 'http://localhost:8702/mydata/sp-api/childcare',
};

const people = { one: ['lin', 'A123456789'], two: ['wang', 'B123456780'] } as const;
const logins = { one: 'chiayi', two: 'penghu' } as const satisfies Record<Side, StaffLogin>;

/** Nothing that the callers do may change the world for the next one: from `freeze` on, plans are only said to be kept. */
function freezable(storage: PlatformStorage): { storage: PlatformStorage; freeze: () => void } {
  let frozen = false;
  return {
    storage: { ...storage, commit: async (plan) => (frozen ? { ok: true } : storage.commit(plan)) },
    freeze: () => void (frozen = true),
  };
}

export async function matrixWorld(more: { readonly limits?: LimitStorage } = {}): Promise<MatrixWorld> {
  const { storage, freeze } = freezable(memoryPlatformStorage());
  const clients = [firstClient, secondClient];
  const made = await staffedWorld({ clients, storage, ...more });
  made.dp[household] = aboutWhoAsks(made, (person_id) => ({
    personHouseholdData12: { ...householdPayload.personHouseholdData12, person_id },
  }));
  made.dp[lowIncome] = { status: 204 };
  await seedOrganisations(made, 'test');
  const parsed = parseClients(clients, 'clients.json', new Set([household, lowIncome]));
  await seedFileServices(made, parsed.slice(0, 1), 'ORG.chiayi');
  await seedFileServices(made, parsed.slice(1), 'ORG.penghu');

  const accounts = await seedRegistryAccounts(made, {});
  const sides = {
    one: await own(made, 'one', client, accounts),
    two: await own(made, 'two', secondClient, accounts),
  };
  const delegations = { one: await nameAgent(sides.two, 'one'), two: await nameAgent(sides.one, 'two') };
  const staff: Partial<Record<Caller, Browser>> = {};
  for (const role of ['reviewer', 'operator', 'auditor'] as const) staff[role] = await signedIn(made, role);
  const config = { publicUrl: 'http://localhost:8701' } as never;
  const invited = inviteStaff({ ...made, config }, { name: '新人', roles: ['auditor'] });
  const maintenance = {
    id: 'maintenance-1',
    resources: [],
    from: new Date('2026-12-24T01:00:00Z'),
    until: new Date('2026-12-24T03:00:00Z'),
    words: '更新',
    announcedAt: made.clock.now(),
    announcedBy: '方大同',
  };
  await made.storage.commit([invited.step, { step: 'announce-maintenance', maintenance }]);
  const shared = { invitation: invited.link.split('/').at(-1) ?? '', maintenance: maintenance.id };
  const csrfs = new Map<Browser, string>();
  for (const browser of [sides.one.staff, sides.two.staff, ...Object.values(staff)])
    csrfs.set(browser, csrfOf(await browser.open('/operator/account')));
  freeze();

  const request: MatrixWorld['request'] = async (route, caller, side) => {
    const owned = sides[side];
    const whose = caller.startsWith('other ') ? sides[other(side)] : owned;
    const path = pathOf(made, route.path, owned, { ...shared, delegation: delegations[side] });
    if (route.method === 'POST' && path === '/me/sign-in') return signInAsResident(made);
    const { browser, csrf } = who(caller, whose, staff, csrfs, path);
    const headers = new Headers(browser?.cookieHeader());
    // As our own pages' scripts send it; whose it is, cookies tell.
    headers.set('x-mydata-request', '1');
    for (const [name, value] of Object.entries(credentials(caller, whose, owned, path))) headers.set(name, value);
    const init: RequestInit = { method: route.method, headers };
    if (route.method !== 'GET') {
      const { type, body } = bodyOf(path, owned, csrf);
      headers.set('content-type', type);
      init.body = body;
    }
    return made.app.request(path, init);
  };
  return { made, request };
}

/** → the delegation, to the person of `side`, by the other one */
async function nameAgent(owner: Owned, side: Side): Promise<string> {
  const [slug, nationalId] = people[side];
  const name = { lin: '林小美', wang: '王大明' }[slug];
  const page = await owner.resident.open(`/journey/${owner.counterJourneyId}/delegation`);
  const named = await owner.resident.post(page, 'delegation', { name, nationalId });
  const id = /\/me\/delegation\/([\w-]{22})/.exec(named.text)?.[1] ?? '';
  assert.ok(id, `${named.response.status}`);
  return id;
}

/** Its form has a token of its own, of the visit, whoever comes. */
async function signInAsResident(made: World): Promise<Response> {
  const visitor = new Resident(made);
  return (await visitor.signIn()).response;
}

const { returnUrl, spApiUrl, addresses } = sample;
const submission = JSON.stringify({ asked: askedOfDefinition(sample), returnUrl, spApiUrl, addresses });

const basic = (name: string, secret: string) => `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;

async function own(made: World, side: Side, registered: typeof client, accounts: SeededAccounts): Promise<Owned> {
  const [slug, nationalId] = people[side];
  const resident = new Resident(made);
  const start = (txId: string) => ({
    txId,
    clientId: registered.client_id,
    returnUrl: registered.return_url,
    pid: encrypt(nationalId, registered),
  });
  const journeyOf = (page: Page): string => /\/journey\/([\w-]{22})/.exec(page.path)?.[1] ?? '';

  const txId = randomUUID();
  const done = await resident.post(await resident.prove(made, await resident.toIdentity(start(txId)), slug), 'preview');
  await resident.post(done, 'consent', { decision: 'agree' });
  const ticket = made.spCalls.at(-1)?.permission_ticket ?? '';
  assert.ok(ticket, 'a ticket was issued');
  const uid = uidFor(made.spCalls.at(-1)?.secret_key, nationalId, registered);

  // The one agency still prepares, so that the other's token lives.
  made.dp[lowIncome] = { status: 429, headers: { 'retry-after': '600' } };
  const live = await resident.prove(made, await resident.toIdentity(start(randomUUID())), slug);
  made.dp[lowIncome] = { status: 204 };
  const token = made.dpRequests.at(-1)?.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  const resource = new URL(made.dpRequests.at(-1)?.url ?? '').pathname.split('/').at(-1) ?? '';

  const shown = await toBarcode(made, { who: slug, clientId: registered.client_id, browser: resident });
  const serial = await serialOf(shown);
  const { body } = await new DeskCaller(made.app, 'desk', registered).present(serial);
  const code = (await sentCode(made)) ?? '';

  await resident.signIn(slug);
  const download = await resident.agree([household]);
  const organisationId = `ORG.${logins[side]}`;
  const audit = expectAudit({ id: organisationId, name: logins[side], kind: 'sp' }, 2025);
  const file = { name: 'report.pdf', digest: '0', bytes: new TextEncoder().encode('%PDF-1.7') };
  await made.storage.commit([
    audit,
    { step: 'submit-audit', id: audit.audit.id, at: made.clock.now(), summary: '查核完成，沒有缺失。', file },
  ]);
  const service = await made.storage.serviceOfClient(registered.client_id);
  const registry = accounts[organisationId] ?? { account: '', password: '' };
  const ownId = `matrix-${side}`;
  const put = await made.app.request(`/registry/services/${ownId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: basic(registry.account, registry.password) },
    body: submission,
  });
  assert.equal(put.status, 201, await put.text());
  return {
    resident,
    journeyCsrf: csrfOf(live),
    meCsrf: csrfOf(await resident.open('/me')),
    staff: await signedIn(made, logins[side]),
    journeyId: journeyOf(live),
    doneJourneyId: journeyOf(done),
    txId,
    ticket,
    uid,
    download: idOf(download),
    auditId: audit.audit.id,
    serviceId: service?.id ?? '',
    organisationId,
    client: registered,
    resource,
    token,
    counterJourneyId: shown.journeyId,
    counterCsrf: csrfOf(shown.page),
    serial,
    attempt: body.attempt,
    code,
    registry,
    ownId,
  };
}

/** A parameter stands for an object of that side; which one, the words before it say. */
function pathOf(
  made: World,
  pattern: string,
  owned: Owned,
  shared: { readonly invitation: string; readonly maintenance: string; readonly delegation: string },
): string {
  if (pattern === '/service/spsignature/:client_id') return `/service/spsignature/${owned.client.client_id}`;
  if (pattern.startsWith('/service/counter/')) return pattern.replace(':client_id', owned.client.client_id);
  if (/^\/service\/(spsignature\/)?:client_id/.test(pattern)) {
    const { client_id, return_url } = owned.client;
    const query = new URLSearchParams({ returnUrl: return_url, pid: encrypt(people.one[1], owned.client) });
    const door = pattern.startsWith('/service/spsignature/') ? '/service/spsignature' : '/service';
    return `${door}/${client_id}/${Buffer.from(household).toString('base64')}/${randomUUID()}?${query}`;
  }
  if (pattern.startsWith('/withdraw/'))
    return new URL(
      withdrawalAddress(
        { keys: made.keys, config: { publicUrl: 'http://localhost:8701' } as never },
        owned.doneJourneyId,
      ),
    ).pathname;
  const ids: readonly (readonly [string, string])[] = [
    ['/journey/:id/barcode', `/journey/${owned.counterJourneyId}/barcode`],
    ['/journey/:id/delegation', `/journey/${owned.counterJourneyId}/delegation`],
    ['/me/barcode/:id', `/me/barcode/${owned.counterJourneyId}`],
    ['/me/delegation/:id', `/me/delegation/${shared.delegation}`],
    ['/journey/:id', `/journey/${owned.journeyId}`],
    ['/me/download/:id', `/me/download/${owned.download}`],
    ['/me/records/:txId', `/me/records/${owned.txId}`],
    ['/operator/transfers/:tx', `/operator/transfers/${owned.txId}`],
    ['/operator/audits/:id', `/operator/audits/${owned.auditId}`],
    ['/operator/datasets/:id', `/operator/datasets/${household}`],
    ['/operator/accounts/:id', '/operator/accounts/sandbox-auditor'],
    ['/operator/maintenances/:id', `/operator/maintenances/${shared.maintenance}`],
    ['/operator/invitation/:secret', `/operator/invitation/${shared.invitation}`],
    ['/registry-accounts/:account', `/registry-accounts/${owned.registry.account}`],
    ['/portal/registry/accounts/:account', `/portal/registry/accounts/${owned.registry.account}`],
    ['/registry/services/:service', `/registry/services/${owned.ownId}`],
    ['/operator/services/:id', `/operator/services/${owned.serviceId}`],
    ['/operator/organisations/:id', `/operator/organisations/${owned.organisationId}`],
    ['/portal/services/:id', `/portal/services/${owned.serviceId}`],
    ['/assets/:file', '/assets/platform.css'],
    [':screen', 'facts'],
  ];
  return ids.reduce((path, [name, value]) => path.replace(name, value), pattern);
}

function who(
  caller: Caller,
  whose: Owned,
  staff: Partial<Record<Caller, Browser>>,
  csrfs: ReadonlyMap<Browser, string>,
  path: string,
): { readonly browser?: Browser; readonly csrf: string } {
  if (caller.endsWith('resident')) return { browser: whose.resident, csrf: csrfFor(whose, path) };
  const browser = caller.endsWith('provider') ? whose.staff : staff[caller];
  return { browser, csrf: (browser && csrfs.get(browser)) ?? '' };
}

const csrfFor = (whose: Owned, path: string): string =>
  /^\/journey\/[^/]+\/(barcode|delegation)/.test(path)
    ? whose.counterCsrf
    : path.startsWith('/journey/')
      ? whose.journeyCsrf
      : whose.meCsrf;

/** The systems of service providers and of data providers show secrets instead of cookies. */
function credentials(caller: Caller, whose: Owned, owned: Owned, path: string): Record<string, string> {
  if (caller.endsWith('registry')) return { authorization: basic(whose.registry.account, whose.registry.password) };
  if (caller.endsWith('system')) {
    const { client_id, client_secret } = whose.client;
    return {
      authorization: basic(client_id, client_secret),
      permission_ticket: whose.ticket,
      // Of a transaction that may be another's.
      tx_id: owned.txId,
      uid: whose.uid,
    };
  }
  if (caller.endsWith('dataset'))
    return path === '/connect/userinfo'
      ? { authorization: `Bearer ${caller === 'dataset' ? owned.token : 'x'.repeat(43)}` }
      : {
          authorization:
            caller === 'dataset'
              ? basic(owned.resource, `secret-of-${owned.resource}`)
              : basic('API.60GGfgGX1A', 'secret-of-API.60GGfgGX1A'),
        };
  return {};
}

function bodyOf(path: string, owned: Owned, csrf: string): { readonly type: string; readonly body: string } {
  if (path.startsWith('/registry/')) return { type: 'application/json', body: submission };
  if (path.startsWith('/service/spsignature/'))
    return { type: 'application/json', body: JSON.stringify({ tx_id: randomUUID() }) };
  if (path.startsWith('/service/counter/')) {
    const desk = { id: 'desk', agency: '社會局', counter: '3', clerk: '陳' };
    const { serial, attempt, code } = owned;
    return { type: 'application/json', body: JSON.stringify({ serial, desk, attempt, code }) };
  }
  if (path.startsWith('/log/') || path.startsWith('/sandbox/'))
    return { type: 'application/json', body: JSON.stringify({ tx_id: owned.txId, event: 310 }) };
  const fields = new URLSearchParams({ csrf, token: owned.token, format: 'csv' });
  return { type: 'application/x-www-form-urlencoded', body: fields.toString() };
}
