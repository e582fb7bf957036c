/**
 * A provider's package that the platform can see is broken: the resident is told before consent, nothing of it is stored,
 * shown or handed on, no ticket is good for anything, and the operator hears of it without hearing of whom.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { issueCrl, readCrls } from '../../crypto/crl.ts';
import { issueCertificate, newRsaKey, type Issued } from '../../crypto/x509.ts';
import type { PackageTrust } from '../../packages/open-package.ts';
import { packInner } from '../../protocol/mydata-1/inner-zip.ts';
import { openingWords } from '../../protocol/mydata-1/opening-words.ts';
import { createTestPki, testValidity, type TestPki } from '../../testing/test-pki.ts';
import {
  agencyPki,
  Browser,
  client,
  household,
  innerZip,
  lowIncome,
  signedZip,
  vehicle,
  world,
  type World,
} from '../app.fixture.ts';
import { counterWorld, toCounterConsent } from '../counter/counter.fixture.ts';
import { csrfOf, idOf, ready } from '../me/me.fixture.ts';
import { staffedWorld, signedIn } from '../staff/staff.fixture.ts';

const uid = 'A123456789';
const stranger = 'B123456780';
const secret = 'MARKER-OF-A-PERSON';
const good = { person_id: uid, person_name: secret };
const data = (payload: unknown = good) => [{ name: 'data.json', payload }];
const manifest = 'META-INFO/manifest.xml';
const signature = 'META-INFO/manifest.sha256withrsa';
const certificate = 'META-INFO/certificate.cer';
const words: ReadonlySet<string> = new Set(openingWords.flatMap((one) => one.words));

let other: TestPki;
before(async () => {
  other = await createTestPki();
  await world();
});

function changed(change: (files: Unzipped) => void): Uint8Array {
  const files = unzipSync(innerZip(good));
  change(files);
  return zipSync(files);
}

const issued = async (wish: Partial<Parameters<typeof issueCertificate>[1]>): Promise<Issued> =>
  issueCertificate(agencyPki().ca, {
    ...testValidity,
    subject: { C: 'TW', O: '內政部', OU: '戶政司', CN: '戶政司 測試' },
    privateKey: agencyPki().keys[0],
    ...wish,
  });

const listOf = async (revoked: readonly Issued[]): Promise<Partial<PackageTrust>> => {
  const { ca } = agencyPki();
  const pem = await issueCrl(ca, {
    revoked: revoked.map((one) => one.certificate),
    thisUpdate: testValidity.notBefore,
    nextUpdate: testValidity.notAfter,
  });
  return { crls: await readCrls(pem, [ca.certificate]) };
};

interface Fault {
  readonly what: string;
  readonly step: string;
  readonly reason?: string;
  readonly zip: () => Uint8Array | Promise<Uint8Array>;
  readonly trust?: () => Partial<PackageTrust> | Promise<Partial<PackageTrust>>;
}

const faults: readonly Fault[] = [
  { what: 'no zip', step: 'shape', reason: 'no-zip', zip: () => strToU8('not a zip') },
  {
    what: 'a zip without signature',
    step: 'shape',
    zip: () => zipSync({ 'data.json': strToU8(JSON.stringify(good)) }),
  },
  {
    what: 'a name outside of the layout',
    step: 'shape',
    reason: 'unexpected-name',
    zip: () => changed((files) => void (files['run.exe'] = strToU8('x'))),
  },
  {
    what: 'too many entries',
    step: 'shape',
    reason: 'too-many-entries',
    zip: () => changed((files) => Array.from({ length: 64 }, (_, i) => (files[`${i}.json`] = strToU8('{}')))),
  },
  {
    what: 'a bomb: an entry that unpacks to far more than it holds',
    step: 'shape',
    reason: 'ratio',
    zip: () => changed((files) => void (files['more.pdf'] = new Uint8Array(20 * 1024 * 1024))),
  },
  {
    what: 'more than 50 MB unpacked',
    step: 'shape',
    zip: () => changed((files) => void (files['more.pdf'] = new Uint8Array(51 * 1024 * 1024))),
  },
  {
    what: 'a file other than its digest',
    step: 'digest',
    zip: () => changed((files) => void (files['data.json'] = strToU8(JSON.stringify({ ...good, x: 1 })))),
  },
  {
    what: 'a file that the manifest does not name',
    step: 'digest',
    zip: () => changed((files) => void (files['more.json'] = strToU8('{}'))),
  },
  {
    what: 'a manifest other than the one signed',
    step: 'manifest-signature',
    zip: () => changed((files) => void (files[manifest] = Buffer.concat([files[manifest]!, Buffer.from(' ')]))),
  },
  {
    what: 'a signature of another key',
    step: 'manifest-signature',
    zip: () => changed((files) => void (files[signature] = unzipSync(signedZip(data(), other.agency))[signature]!)),
  },
  {
    what: 'a certificate that is none',
    step: 'certificate',
    zip: () => changed((files) => void (files[certificate] = strToU8('none'))),
  },
  {
    what: 'a signer under an authority that is not trusted',
    step: 'certificate',
    zip: () => signedZip(data(), other.agency),
  },
  {
    what: 'a certificate whose time is over',
    step: 'certificate',
    reason: 'expired',
    zip: async () =>
      signedZip(
        data(),
        await issued({ notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2026-11-01T00:00:00Z') }),
      ),
  },
  {
    what: 'a certificate that was revoked',
    step: 'certificate',
    reason: 'revoked',
    zip: () => innerZip(good),
    trust: () => listOf([agencyPki().agency]),
  },
  {
    what: 'a signer of another agency than the dataset’s',
    step: 'certificate',
    reason: 'wrong-agency',
    zip: () => innerZip(good),
    trust: () => ({ agencies: new Map([[household, { O: '財政部' }]]) }),
  },
  {
    what: 'a key too weak',
    step: 'public-key',
    zip: async () => signedZip(data(), await issued({ privateKey: await newRsaKey({ bits: 1024 }) })),
  },
  { what: 'a payload of another dataset', step: 'normalise', zip: () => innerZip({ hello: 'world' }) },
  {
    what: 'data of another person',
    step: 'wrong-person',
    zip: () => innerZip({ ...good, person_id: stranger }),
  },
  {
    what: 'data under a masked id that is visibly another’s',
    step: 'wrong-person',
    zip: () => innerZip({ ...good, person_id: 'B12345****' }),
  },
];

/** Nothing that was in the package, and nobody. */
function namesNobody(text: string): void {
  for (const value of [secret, uid, stranger, '林小美']) assert.equal(text.includes(value), false, value);
}

for (const { what, step, reason, zip, trust } of faults) {
  test(`an online service: ${what} is told before consent, and no more comes of it`, async () => {
    const made = await world({ trust: await trust?.() });
    made.dp[household] = { status: 200, body: await zip() };
    made.dp[lowIncome] = { status: 204 };
    const txId = randomUUID();
    const browser = new Browser(made.app);
    const preview = await browser.prove(made, await browser.toIdentity({ txId }));
    assert.match(preview.path, /\/preview$/);
    assert.match(preview.text, /沒有通過檢查/);
    assert.match(preview.text, /不會傳送任何資料/);
    assert.equal(preview.text.includes(secret), false);

    const stored = (await made.storage.packages(txId)).find(({ resourceId }) => resourceId === household);
    assert.deepEqual([stored?.code, stored?.package], [502, undefined]);
    const line = made.log.find(({ message }) => message === 'package of a provider refused');
    const fields = line?.fields as { resource: string; step: string; reason: string } | undefined;
    assert.deepEqual([line?.level, fields?.resource, fields?.step], ['warn', household, step]);
    if (reason) assert.equal(fields?.reason, reason);
    const { code, bytes } = line?.fields as { code: string; bytes: number };
    assert.ok(words.has(code) && bytes > 0, code);
    namesNobody(JSON.stringify(made.log));
    const events = await made.storage.events(txId);
    assert.deepEqual(
      events
        .filter(({ resourceId, number }) => resourceId === household && number > 270)
        .map((one) => [one.number, one.ok]),
      [
        [280, false],
        [906, false],
      ],
    );

    const consent = await browser.post(preview, 'preview');
    assert.doesNotMatch(
      consent.text,
      /同意傳送<\/button>/,
      'there is nothing to agree to but that the service is told',
    );
    assert.equal(await made.storage.ticketOf(txId), undefined, 'no ticket before the resident has decided');
    const back = await browser.post(consent, 'consent', { decision: 'agree' });
    assert.equal(new URL(back.location ?? '').searchParams.get('code'), '504');
    const [call] = made.spCalls;
    assert.deepEqual([call?.unable_to_deliver, call?.secret_key], [[household], undefined]);
    const ticket = await made.storage.ticketOf(txId);
    assert.deepEqual([ticket?.secret, ticket?.redeemedAt], [undefined, undefined]);
    const fetched = await made.app.request('/service/data', {
      headers: { permission_ticket: call?.permission_ticket ?? '' },
    });
    assert.deepEqual([fetched.status, await fetched.text()], [504, '']);
  });
}

for (const [what, id] of [
  ['names nobody', {}],
  ['hides part of the person’s id', { person_id: 'A12***678*' }],
] as const)
  test(`data that ${what} does not speak against the person`, async () => {
    const made = await world();
    made.dp[household] = { status: 200, body: innerZip({ person_name: secret, ...id }) };
    made.dp[lowIncome] = { status: 204 };
    const browser = new Browser(made.app);
    const preview = await browser.prove(made, await browser.toIdentity());
    assert.ok(preview.text.includes(secret));
  });

test('a land table of the five observed columns is shown: that it has no id speaks against nobody', async () => {
  const land = 'API.KvvyRZSc5K';
  const made = await world({ clients: [{ ...client, resources: [land] }] });
  const { certificate: signer, privateKey } = agencyPki().agency;
  const table = '縣市,鄉鎮市區,段小段,地建號,建物門牌\n嘉義縣,太保市,祥和段,0123-0000,\n';
  const body = packInner([{ name: 'land.csv', bytes: strToU8(table) }], { privateKey, certificateDer: signer.raw });
  made.dp[land] = { status: 200, body };
  const browser = new Browser(made.app);
  const asked = await browser.prove(made, await browser.toIdentity({ resources: land }));
  const preview = await browser.post(asked, 'parameters', { 'p-API-KvvyRZSc5K-county': '嘉義縣' });
  assert.ok(preview.text.includes('祥和段') && preview.text.includes('0123-0000'), preview.path);
});

test('what is whole, of a current and unrevoked signer of the right agency, passes', async () => {
  const trust = { ...(await listOf([other.agency])), agencies: new Map([[household, { O: '內政部', OU: '戶政司' }]]) };
  const made = await world({ trust });
  made.dp[household] = { status: 200, body: innerZip(good) };
  made.dp[lowIncome] = { status: 204 };
  const browser = new Browser(made.app);
  const preview = await browser.prove(made, await browser.toIdentity());
  assert.ok(preview.text.includes(secret));
  const back = await browser.post(await browser.post(preview, 'preview'), 'consent', { decision: 'agree' });
  assert.equal(new URL(back.location ?? '').searchParams.get('code'), '200');
});

test('fields that were registered without the person’s own may come without it, and not with another’s', async () => {
  const fields = { [household]: ['person_name'] };
  const states = async (payload: unknown): Promise<readonly (number | undefined)[]> => {
    const made = await world({ clients: [{ ...client, resources: [household], fields }] });
    made.dp[household] = { status: 200, body: innerZip(payload) };
    const txId = randomUUID();
    const browser = new Browser(made.app);
    await browser.prove(made, await browser.toIdentity({ txId, resources: household }));
    return (await made.storage.packages(txId)).map(({ code }) => code);
  };
  assert.deepEqual(await states({ person_name: secret }), [200]);
  assert.deepEqual(await states({ person_name: secret, person_id: stranger }), [502]);
});

test('a refusal is a refusal: who declines to have the service told leaves nothing but the record', async () => {
  const made = await world();
  made.dp[household] = { status: 200, body: strToU8('not a zip') };
  made.dp[lowIncome] = { status: 204 };
  const txId = randomUUID();
  const browser = new Browser(made.app);
  const back = await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'refuse' });
  assert.equal(new URL(back.location ?? '').searchParams.get('code'), '205');
  assert.deepEqual([made.spCalls, await made.storage.ticketOf(txId)], [[], undefined]);
});

test('agreed to before all was there: what comes broken ends the delivery, and its ticket opens nothing', async () => {
  const made = await world();
  made.dp[household] = { status: 429, headers: { 'retry-after': '600' } };
  made.dp[lowIncome] = { status: 204 };
  const txId = randomUUID();
  const browser = new Browser(made.app);
  const waiting = await browser.prove(made, await browser.toIdentity({ txId }));
  const later = await browser.post(waiting, 'later');
  await browser.post(later, 'consent', { decision: 'agree' });
  made.dp[household] = { status: 200, body: innerZip({ ...good, person_id: stranger }) };
  made.clock.pass(601_000);
  await made.app.sweep();
  assert.equal((await made.storage.transaction(txId))?.code, 504);
  assert.deepEqual(await made.storage.packages(txId), []);
  const headers = { permission_ticket: made.spCalls[0]?.permission_ticket ?? '' };
  assert.equal((await made.app.request('/service/data', { headers })).status, 504);
  assert.ok((await made.storage.events(txId)).some(({ number }) => number === 906));
});

test('at a counter: no barcode, no ticket', async () => {
  const made = await counterWorld();
  made.dp[household] = { status: 200, body: innerZip({ ...good, person_id: stranger }) };
  const browser = new Browser(made.app);
  const consent = await toCounterConsent(made, browser);
  assert.match(consent.text, /機關送來的資料沒有通過檢查/);
  assert.match(consent.text, /不會產生條碼/);
  const ended = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.match(ended.path, /ended=504/);
  const [transaction] = await made.storage.transactions(1);
  assert.equal(await made.storage.ticketOf(transaction!.txId), undefined);
});

test('a self-download: the others can be saved, the broken one is neither shown nor in the archive', async () => {
  const { made, browser } = await ready();
  made.dp[vehicle] = { status: 200, body: innerZip({ plateNo: secret, ownerId: stranger }) };
  await browser.signIn();
  const asked = await browser.choose([household, vehicle]);
  const page = await browser.post(await browser.post(asked, 'answers', {}), 'consent', { decision: 'agree' });
  assert.match(page.text, /有 1 項暫時無法取得/);
  assert.match(page.text, /機關送來的資料沒有通過檢查，沒有採用/);
  const id = idOf(page);
  const preview = await browser.open(`/me/download/${id}/preview`);
  assert.equal(preview.text.includes('ABC-1234') || preview.text.includes(stranger), false);
  const saved = await made.app.request(`/me/download/${id}/save`, {
    method: 'POST',
    body: new URLSearchParams({ csrf: csrfOf(page) }),
    headers: { ...browser.cookieHeader(), origin: 'http://localhost:8701' },
  });
  assert.equal(saved.status, 200);
  const names = Object.keys(unzipSync(new Uint8Array(await saved.arrayBuffer())));
  assert.ok(names.some((name) => name.includes('個人戶籍')));
  assert.equal(
    names.some((name) => name.includes('車籍')),
    false,
  );
});

test('the operator sees which dataset, how often and when, and nobody’s name', async () => {
  const made: World = await staffedWorld();
  made.dp[household] = { status: 200, body: innerZip({ ...good, person_id: stranger }) };
  made.dp[lowIncome] = { status: 204 };
  for (let i = 0; i < 2; i += 1) await new Browser(made.app).toConsent(made);
  const staff = await signedIn(made, 'operator');
  const overview = await staff.open('/operator');
  assert.match(overview.text, /退回的資料包/);
  const page = await staff.open('/operator/datasets');
  assert.match(page.text.replace(/\s+/g, ''), /個人戶籍資料：2份，最近/);
  for (const { text } of [overview, page]) namesNobody(text);
  made.clock.pass(25 * 3_600_000);
  assert.doesNotMatch((await (await signedIn(made, 'operator')).open('/operator/datasets')).text, /個人戶籍資料：2/);
});
