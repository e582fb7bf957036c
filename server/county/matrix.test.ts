import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { matrixFaults, routesOf, type Allowed, type Route } from '../testing/route-matrix.ts';
import { createTestPki } from '../testing/test-pki.ts';
import { encryptField } from '../protocol/mydata-1/fields.ts';
import { newSecretKey } from '../protocol/mydata-1/payload.ts';
import { bytesOfBase32, sealTotp } from '../accounts/second-factor.ts';
import { sandboxStaff } from './staff/sandbox-staff.ts';
import { code, handOver, openCase, presentAnswer, serial } from './testing/counter.ts';
import { openWorld, type Browser, type World } from './testing/county-under-test.ts';
import { resident } from './testing/payloads.ts';
import { atCounter, credentials, csrfOf, signInAs, submitForm } from './testing/staff.ts';
import { household, personal } from './testing/test-service.ts';

const callers = [
  'anonymous',
  'applicant',
  'other applicant',
  'platform',
  'false platform',
  'clerk',
  'clerk of another office',
  'designer',
] as const;
type Caller = (typeof callers)[number];

const applicants = ['applicant', 'other applicant'] as const;
const clerks = ['clerk', 'clerk of another office'] as const;
const staff = [...clerks, 'designer'] as const;
const ofCase = '/api/counter/cases/:case';
const builder = '/api/builder';

/**
 * A draft belongs to the browser that began it and has no address of its own: whoever asks gets theirs, or a new one. What
 * has an address (file, application, transaction) is refused to others.
 */
const table: { readonly [route: string]: Allowed<Caller> } = {
  'GET /health': 'everyone',
  'GET /openapi.json': 'everyone',
  'GET /api/services': 'everyone',
  'GET /api/services/:service': 'everyone',
  'GET /api/services/:service/draft': 'everyone',
  'GET /api/services/:service/draft/events': applicants,
  'PUT /api/services/:service/draft': 'everyone',
  'DELETE /api/services/:service/draft': 'everyone',
  'POST /api/services/:service/journeys': 'everyone',
  'POST /api/services/:service/draft/files': 'everyone',
  'DELETE /api/services/:service/draft/files/:file': ['applicant'],
  'GET /api/services/:service/signature': 'everyone',
  'POST /api/services/:service/signature/request': 'everyone',
  'POST /api/services/:service/signature': 'everyone',
  'POST /api/services/:service/signature/sandbox-card': 'everyone',
  'POST /api/services/:service/applications': 'everyone',
  'POST /api/progress': 'everyone',
  'GET /api/forms/:service/:version/validator.js': 'everyone',
  'GET /api/towns.json': 'everyone',
  'GET /mydata/return/:service': ['applicant'],
  'POST /mydata/sp-api/:service': ['platform'],
  'GET /sandbox/applications': 'everyone',
  // Of the test environment; here with a number that nobody has.
  'GET /sandbox/applications/:number': [],
  'GET /sandbox/transfers': 'everyone',
  'GET /sandbox/staff': 'everyone',
  'GET /api/counter': clerks,
  // Another office has other services, and attempts of its own.
  'POST /api/counter/present': ['clerk'],
  'POST /api/counter/resend': ['clerk'],
  'POST /api/counter/code': ['clerk'],
  'GET /api/counter/cases': clerks,
  [`GET ${ofCase}`]: ['clerk'],
  [`DELETE ${ofCase}`]: ['clerk'],
  [`GET ${ofCase}/files/:dataset/:name`]: ['clerk'],
  [`POST ${ofCase}/datasets`]: ['clerk'],
  [`GET ${ofCase}/towns.json`]: ['clerk'],
  [`GET ${ofCase}/services/:service/draft`]: ['clerk'],
  [`GET ${ofCase}/services/:service/draft/events`]: ['clerk'],
  [`PUT ${ofCase}/services/:service/draft`]: ['clerk'],
  [`POST ${ofCase}/services/:service/draft/files`]: ['clerk'],
  [`DELETE ${ofCase}/services/:service/draft/files/:file`]: ['clerk'],
  [`POST ${ofCase}/services/:service/applications`]: ['clerk'],
  [`GET ${builder}/me`]: ['designer'],
  [`GET ${builder}/catalogue`]: ['designer'],
  [`GET ${builder}/forms`]: ['designer'],
  [`POST ${builder}/forms`]: ['designer'],
  [`GET ${builder}/forms/:form/draft`]: ['designer'],
  [`PUT ${builder}/forms/:form/draft`]: ['designer'],
  [`DELETE ${builder}/forms/:form/draft`]: ['designer'],
  [`GET ${builder}/forms/:form/kept`]: ['designer'],
  [`POST ${builder}/forms/:form/check`]: ['designer'],
  [`POST ${builder}/check`]: ['designer'],
  [`GET ${builder}/residents`]: ['designer'],
  [`POST ${builder}/mapped`]: ['designer'],
  [`POST ${builder}/validator`]: ['designer'],
  [`GET ${builder}/forms/:form/versions`]: ['designer'],
  [`GET ${builder}/forms/:form/versions/:version`]: ['designer'],
  [`GET ${builder}/forms/:form/versions/:version/diff/:other`]: ['designer'],
  [`POST ${builder}/forms/:form/versions/:version/restore`]: ['designer'],
  [`GET ${builder}/forms/:form/export`]: ['designer'],
  [`POST ${builder}/import`]: ['designer'],
  [`POST ${builder}/forms/:form/approval`]: [],
  [`DELETE ${builder}/forms/:form/approval`]: [],
  [`POST ${builder}/forms/:form/publish`]: [],
  [`PUT ${builder}/forms/:form/schedule`]: [],
  // Here with a name that nothing has.
  [`GET ${builder}/forms/:form/kept/:kept`]: [],
  [`GET ${builder}/validators/:name{[0-9a-f]{64}\\.js}`]: [],
  // What every page wears and says anyway.
  'GET /api/organisation': 'everyone',
  'GET /theme.css': 'everyone',
  'GET /staff': staff,
  'GET /staff/assets/staff.css': 'everyone',
  'GET /staff/sign-in': 'everyone',
  'POST /staff/sign-in': 'everyone',
  'POST /staff/sign-out': staff,
  'GET /staff/desk': clerks,
  'POST /staff/desk': clerks,
};

const unmatched = '/services/test-relief/apply?return=unmatched';

async function signInCaller(world: World, caller: Caller): Promise<Browser> {
  if (caller === 'designer') return signInAs(world, 'designer');
  if (caller === 'clerk') return atCounter(world);
  const id = 'clerk-elsewhere';
  const account = (await world.storage.staffByLogin('clerk2'))!;
  const secret = bytesOfBase32(sandboxStaff.find(({ login }) => login === 'clerk2')!.totpSecret);
  await world.storage.commit([
    { step: 'close-account', id: account.id, at: world.now.toISOString() },
    {
      step: 'add-account',
      account: { ...account, id, login: id, totp: sealTotp(world.county.seals, secret, id) },
    },
    { step: 'add-office', office: { id: 'elsewhere', name: { 'zh-Hant': '別局', en: 'Elsewhere' }, parent: 'county' } },
    { step: 'give-role', membership: { staff: id, office: 'elsewhere', role: 'clerk' } },
  ]);
  const browser = world.browser();
  world.now = new Date(world.now.getTime() + 30_000);
  await submitForm(browser, '/staff/sign-in', { ...credentials(world, 'clerk2'), login: id });
  const csrf = await csrfOf(browser, '/staff/desk');
  await submitForm(browser, '/staff/desk', { csrf, office: 'elsewhere', counter: '1' });
  return browser;
}

/** The office that the browser's clerk is offered last: of the test service, or elsewhere. */
async function deskOf(world: World, browser: Browser): Promise<string> {
  const page = await (await browser.request('/staff/desk', { headers: { accept: 'text/html' } })).text();
  const { office } = (await world.storage.serviceOwner('test-relief'))!;
  return page.includes(`value="${office}"`) ? office : 'elsewhere';
}

/** Each time at a new case of the clerk's, or with a new attempt of theirs. */
async function atStaffRoute(
  world: World,
  { method, path }: Route,
  browser: Browser,
  clerk: Browser,
): Promise<Response> {
  if (path.startsWith('/staff')) {
    if (method === 'GET') return browser.request(path);
    const csrf = await csrfOf(browser, '/staff');
    const office = await deskOf(world, browser);
    return submitForm(browser, path, { csrf, office, counter: '3' });
  }
  const presented = { service: 'test-relief', serial };
  if (/\/(resend|code)$/.test(path)) {
    world.answers.push(presentAnswer);
    const answer = await clerk.send('POST', '/api/counter/present', presented);
    const { attempt } = (await answer.json()) as { attempt: string };
    if (path.endsWith('/code')) await handOver(world);
    else world.answers.push(presentAnswer);
    return browser.send(method, path, { attempt, code });
  }
  if (path.endsWith('/present')) world.answers.push(presentAnswer);
  const id = path.includes(':case') ? await openCase(world, clerk) : '';
  const address = path
    .replace(':case', id)
    .replace(':service', 'test-relief')
    .replace(':dataset', personal)
    .replace(':name', 'data.json');
  if (method === 'GET') return browser.request(address);
  if (!path.endsWith(':file')) return browser.send(method, address, { ...presented, datasets: [personal] });
  const form = new FormData();
  form.set('file', new File(['%PDF-1.7'], 'proof.pdf'));
  const files = address.replace('/:file', '');
  const upload = await clerk.request(`${files}?field=proof`, { method: 'POST', body: form });
  const { id: file } = (await upload.json()) as { id: string };
  return browser.send(method, `${files}/${file}`, {});
}

test('every route of the county × every caller, every draft × another browser: refused unless listed', async () => {
  const world = await openWorld(await createTestPki());

  const signedIn = new Map<Caller, Promise<Browser>>();
  const staffOf = (caller: Caller): Promise<Browser> => {
    const known = signedIn.get(caller) ?? signInCaller(world, caller);
    signedIn.set(caller, known);
    return known;
  };

  const request = async ({ method, path }: Route, caller: Caller): Promise<Response> => {
    world.answers.length = 0;
    const isStaff = (staff as readonly Caller[]).includes(caller);
    if (/^\/(staff|api\/counter)(\/|$)/.test(path)) {
      const browser = isStaff ? await staffOf(caller) : world.browser();
      const answer = await atStaffRoute(world, { method, path }, browser, await staffOf('clerk'));
      if (path === '/staff/sign-out') signedIn.delete(caller);
      return answer;
    }
    if (path.startsWith(builder)) {
      const browser = isStaff ? await staffOf(caller) : world.browser();
      const address = path
        .replace(':form', 'test-relief')
        .replace(':version', '1')
        .replace(':other', 'draft')
        .replace(':kept', 'none')
        .replace(/:name.*/, `${'0'.repeat(64)}.js`);
      return method === 'GET' ? browser.request(address) : browser.send(method, address, {});
    }
    // Anew for each, because some of what is asked uses the draft up.
    const owner = world.browser();
    const sent = await owner.leave(resident.nationalId, [household]);
    const form = new FormData();
    form.set('file', new File(['%PDF-1.7'], 'proof.pdf'));
    const upload = await owner.request('/api/services/test-relief/draft/files?field=proof', {
      method: 'POST',
      body: form,
    });
    const { id: file } = (await upload.json()) as { id: string };
    const other = world.browser();
    await other.leave('A223456781', [household]);
    const browser: Browser = caller === 'applicant' ? owner : caller === 'other applicant' ? other : world.browser();
    const address = path
      .replace(':service', 'test-relief')
      .replace(':version', '1')
      .replace(':file', file)
      .replace(':number', 'a-number');
    if (path.startsWith('/mydata/return/')) {
      const query = new URLSearchParams({ code: '205', tx_id: encryptField(world.client, sent.txId) });
      return browser.request(`${address}?${query}`);
    }
    if (path.startsWith('/mydata/sp-api/')) {
      const secret = encryptField(
        caller === 'platform' ? world.client : { ...world.client, clientSecret: 'x'.repeat(16) },
        newSecretKey(),
      );
      const known = caller === 'platform' || caller === 'false platform';
      const body = { tx_id: known ? sent.txId : randomUUID(), permission_ticket: randomUUID(), secret_key: secret };
      return browser.send(method, address, body);
    }
    return method === 'GET' ? browser.request(address) : browser.send(method, address, {});
  };

  assert.deepEqual(
    await matrixFaults({
      routes: routesOf(world.app),
      callers,
      table,
      doors: [unmatched, '/staff/sign-in'],
      missing: ['POST /mydata/sp-api/:service'],
      request,
    }),
    [],
  );
});
