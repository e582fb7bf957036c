import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createCipheriv, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lifetimes } from '../../lifetimes.ts';
import {
  Browser,
  client,
  encrypt,
  household,
  innerZip,
  lowIncome,
  uidFor,
  vehicle,
  world,
  type World,
} from '../app.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'signature-'));
after(() => rmSync(folder, { recursive: true }));

/** Signed by openssl: the test speaks CMS for itself too. */
function sign(made: World, data: string, who = 'lin', ...options: string[]): string {
  const held = made.keys.residents.get(who);
  const file = (name: string, text: string): string => {
    const path = join(folder, `${who}-${name}`);
    writeFileSync(path, text);
    return path;
  };
  const certificate = file('crt', held?.certificatePem ?? '');
  const key = file('key', held?.privateKeyPem ?? '');
  const args = ['cms', '-sign', '-binary', '-in', file('data', data), '-signer', certificate, '-inkey', key];
  return execFileSync('openssl', [...args, '-outform', 'DER', ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString('base64');
}

const path = `/service/spsignature/${client.client_id}`;
const post = (made: World, body: unknown, to = path): Promise<Response> =>
  Promise.resolve(
    made.app.request(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

async function saltFor(made: World, txId: string): Promise<string> {
  const response = await post(made, { tx_id: txId });
  assert.equal(response.status, 200);
  const answer = (await response.json()) as { tx_id: string; salt: string };
  assert.equal(answer.tx_id, txId);
  return answer.salt;
}

const lin = {
  pid: 'A123456789',
  holder: '林小美',
  birthday: '1980/01/01',
  email: 'mei@county.test',
  mobile: '0911222333',
};

async function signed(made: World, txId: string, change: Record<string, unknown> = {}) {
  const data = encrypt(JSON.stringify({ ...lin, salt: await saltFor(made, txId), ...change }));
  return { tx_id: txId, data, pkcs7: sign(made, data) };
}

const entry = (txId: string, resources = [household, lowIncome], query = true): string =>
  `/service/spsignature/${client.client_id}/${Buffer.from(resources.join(':')).toString('base64')}/${txId}` +
  (query ? `?returnUrl=${encodeURIComponent(`${client.return_url}?draft=7`)}` : '');

const numbers = async (made: World, txId: string): Promise<readonly number[]> =>
  (await made.storage.events(txId)).map(({ number }) => number);

const codeOf = (location: string | null): string | null => new URL(location ?? 'http://none').searchParams.get('code');

test('re-authentication: who proved identity at the service provider is not asked again: salt, signature, redirect, terms, data', async () => {
  const made = await world();
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
  made.dp[lowIncome] = { status: 204 };
  const txId = randomUUID();
  const response = await post(made, await signed(made, txId));
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '');

  const browser = new Browser(made.app);
  const facts = await browser.open(entry(txId));
  assert.match(facts.path, /\/facts$/);
  const preview = await browser.post(await browser.post(facts, 'facts'), 'terms', { agree: 'yes' });
  assert.match(preview.path, /\/preview$/, 'identity is not asked again');
  const back = await browser.post(await browser.post(preview, 'preview'), 'consent', { decision: 'agree' });
  assert.equal(codeOf(back.location), '200');
  const ticket = made.spCalls[0]?.permission_ticket ?? '';
  const headers = { permission_ticket: ticket, tx_id: txId };
  assert.deepEqual(await (await made.app.request('/service/type_valid', { headers })).json(), { verification: 'CER' });
  const valid = await made.app.request('/service/uid_valid', {
    headers: { ...headers, uid: uidFor(made.spCalls[0]?.secret_key, 'A123456789') },
  });
  assert.deepEqual(await valid.json(), { code: true });
  assert.equal((await made.app.request('/service/data', { headers })).status, 200);
  await made.app.sendMessages();
  const seen = await numbers(made, txId);
  for (const number of [120, 121, 130, 131, 110, 140, 240, 310, 340]) assert.ok(seen.includes(number), String(number));
  assert.ok(!seen.includes(180), 'it was not verified on the platform');
  const [notice] = (await (await made.app.request('/sandbox/outbox')).json()) as { to: string }[];
  assert.equal(notice?.to, 'mei@county.test', 'notices go where the resident said at the service provider');
  assert.doesNotMatch(JSON.stringify(made.log), /A123456789|林小美|mei@county/);
});

test('detached or attached, in DER or PEM: all are signatures', async () => {
  const made = await world();
  for (const options of [[], ['-nodetach'], ['-noattr'], ['-md', 'sha512'], ['-outform', 'PEM']]) {
    const txId = randomUUID();
    const sent = await signed(made, txId);
    const text = sign(made, sent.data, 'lin', ...options);
    const pkcs7 = options.includes('PEM') ? Buffer.from(text, 'base64').toString() : text;
    assert.equal((await post(made, { ...sent, pkcs7 })).status, 200, options.join(' '));
  }
});

test('400: fields', async () => {
  const made = await world();
  const txId = randomUUID();
  const good = await signed(made, txId);
  const wrong: readonly unknown[] = [
    'no json',
    '[]',
    {},
    { tx_id: 'no uuid' },
    { tx_id: 7 },
    { tx_id: txId, data: good.data },
    { tx_id: txId, pkcs7: good.pkcs7 },
    { ...good, data: 7 },
    { ...good, pkcs7: '!!!' },
    { ...good, pkcs7: '' },
  ];
  for (const body of wrong) {
    const response = await post(made, body);
    assert.equal(response.status, 400, JSON.stringify(body));
    assert.equal(await response.text(), '');
  }
  for (const change of [
    { birthday: '1980-01-01' },
    { birthday: '1980/02/30' },
    { holder: 7 },
    { email: 'x' },
    { mobile: '0912345678\r\nBcc: x' },
    { mobile: '0912345678;0987654321' },
    { salt: undefined },
    { pid: 'X' },
  ])
    assert.equal((await post(made, await signed(made, randomUUID(), change))).status, 400, JSON.stringify(change));
  for (const change of [{ holder: undefined, email: undefined, mobile: undefined }, { holder: '' }])
    assert.equal((await post(made, await signed(made, randomUUID(), change))).status, 200, JSON.stringify(change));
  assert.equal((await post(made, good)).status, 200);
});

test('401: what does not decrypt, or a signature over something else', async () => {
  const made = await world();
  const txId = randomUUID();
  const good = await signed(made, txId);
  const other = { ...client, client_secret: 'fedcba9876543210' };
  const cipher = createCipheriv('aes-256-cbc', other.client_secret.repeat(2), other.cbc_iv);
  const foreign = Buffer.concat([cipher.update('{}'), cipher.final()]).toString('base64');
  assert.equal((await post(made, { ...good, data: foreign, pkcs7: sign(made, foreign) })).status, 401);
  assert.equal((await post(made, { ...good, data: 'AAAA' })).status, 401);
  assert.equal((await post(made, { ...good, pkcs7: sign(made, 'another text') })).status, 401);
  assert.equal(
    (await post(made, { ...good, pkcs7: sign(made, Buffer.from(good.data, 'base64').toString('latin1')) })).status,
    401,
  );
  assert.equal((await post(made, { ...good, pkcs7: Buffer.from('no cms').toString('base64') })).status, 401);
  assert.equal((await post(made, { ...good, pkcs7: sign(made, good.data, 'lin', '-md', 'sha1') })).status, 401);
  assert.equal((await post(made, good)).status, 200, 'a failure uses nothing up');
});

test('403: unknown client, tx_id or salt, a used tx_id, a certificate of nobody known', async () => {
  const made = await world();
  const txId = randomUUID();
  const good = await signed(made, txId);
  assert.equal((await post(made, { tx_id: randomUUID() }, '/service/spsignature/CLI.unknownxxx')).status, 403);
  assert.equal((await post(made, good, '/service/spsignature/CLI.unknownxxx')).status, 403);
  assert.equal((await post(made, { ...good, tx_id: randomUUID() })).status, 403);
  const made2 = await signed(made, randomUUID(), { salt: 'another salt' });
  assert.equal((await post(made, made2)).status, 403);
  const key = join(folder, 'own.key');
  const crt = join(folder, 'own.crt');
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', crt, '-subj', '/CN=x'],
    { stdio: 'ignore' },
  );
  const own = sign(made, good.data, 'lin', '-signer', crt, '-inkey', key);
  assert.equal((await post(made, { ...good, pkcs7: own })).status, 401, 'two signers are no one');
  writeFileSync(join(folder, 'data'), good.data);
  const alone = execFileSync(
    'openssl',
    ['cms', '-sign', '-binary', '-in', join(folder, 'data'), '-signer', crt, '-inkey', key, '-outform', 'DER'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  assert.equal((await post(made, { ...good, pkcs7: alone.toString('base64') })).status, 403);
  assert.equal((await post(made, good)).status, 200);
  assert.equal((await post(made, good)).status, 403, 'once');
  assert.equal((await post(made, { tx_id: txId })).status, 403);
  await new Browser(made.app).open(entry(txId));
  assert.equal((await post(made, { tx_id: txId })).status, 403);
  const suspended = await world({ clients: [{ ...client, suspended: true }] });
  assert.equal((await post(suspended, { tx_id: txId })).status, 403);
});

test('408: the salt is good for 5 minutes, a second before and not at the end', async () => {
  for (const [left, status] of [
    [1, 200],
    [0, 408],
  ] as const) {
    const made = await world();
    const good = await signed(made, randomUUID());
    made.clock.pass(lifetimes.signatureSalt.ms - left * 1000);
    assert.equal((await post(made, good)).status, status);
  }
});

test("409: another's certificate, or a birthday or name that is not the person's", async () => {
  const made = await world();
  const txId = randomUUID();
  const good = await signed(made, txId);
  assert.equal((await post(made, { ...good, pkcs7: sign(made, good.data, 'wang') })).status, 409);
  for (const change of [{ birthday: '1980/01/02' }, { holder: '王大明' }, { pid: 'B123456780' }])
    assert.equal((await post(made, await signed(made, randomUUID(), change))).status, 409, JSON.stringify(change));
  assert.equal((await post(made, good)).status, 200);
});

test('of 50 posts of one signature one is accepted, and of 50 arrivals one opens', async () => {
  const made = await world();
  const txId = randomUUID();
  const good = await signed(made, txId);
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(made, good)));
  assert.deepEqual(
    answers
      .map(({ status }) => status)
      .sort()
      .slice(0, 2),
    [200, 403],
  );
  const opened = await Promise.all(Array.from({ length: 50 }, () => made.app.request(entry(txId))));
  const journeys = opened.filter((response) => response.headers.get('location')?.startsWith('/journey/'));
  assert.equal(journeys.length, 1);
});

test('the redirect without a signature goes back with 401, too late with 408, and only to the registered address', async () => {
  const made = await world();
  const never = await made.app.request(entry(randomUUID()));
  assert.equal(codeOf(never.headers.get('location')), '401');
  const late = randomUUID();
  await post(made, await signed(made, late));
  made.clock.pass(lifetimes.signatureEntry.ms);
  assert.equal(codeOf((await made.app.request(entry(late))).headers.get('location')), '408');
  assert.equal((await made.app.request(entry(randomUUID(), [household], false))).status, 400);
  const stranger = `${entry(randomUUID(), [household], false)}?returnUrl=${encodeURIComponent('https://evil.test/')}`;
  assert.equal((await made.app.request(stranger)).headers.get('location'), null);
});

test('a pid that comes along is checked: another person’s is 409, an unreadable one 400', async () => {
  const made = await world();
  for (const [pid, code] of [
    [encrypt('B123456780'), '409'],
    ['nonsense', '400'],
    [encrypt('A123456789'), null],
  ] as const) {
    const txId = randomUUID();
    await post(made, await signed(made, txId));
    const opened = await made.app.request(`${entry(txId)}&pid=${encodeURIComponent(pid)}`);
    const back = new URL(opened.headers.get('location') ?? '', 'http://none');
    assert.equal(back.searchParams.get('code'), code);
  }
});

test('a dataset outside the service is refused as with a pid', async () => {
  const made = await world();
  const txId = randomUUID();
  await post(made, await signed(made, txId));
  assert.equal(codeOf((await made.app.request(entry(txId, [vehicle]))).headers.get('location')), '401');
});
