import assert from 'node:assert/strict';
import { createDecipheriv, createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { compactDecrypt } from 'jose';
import {
  Browser,
  client,
  uidFor,
  entryUrl,
  household,
  innerZip,
  lowIncome,
  publicUrl,
  residents,
  world,
  type World,
} from '../app.fixture.ts';

const householdPayload = {
  personHouseholdData12: { person_id: 'A123456789', person_name: '林小美', birth_yyymmdd: '0690101' },
};

async function ready(options?: Parameters<typeof world>[0]): Promise<{ made: World; browser: Browser }> {
  const made = await world(options);
  made.dp[household] = { status: 200, body: innerZip(householdPayload) };
  made.dp[lowIncome] = { status: 204 };
  return { made, browser: new Browser(made.app) };
}

const codeOf = (location: string | null): string | null => new URL(location ?? 'http://none').searchParams.get('code');

const numbers = async ({ storage }: World, txId: string): Promise<number[]> =>
  (await storage.events(txId)).map(({ number }) => number);

const fetchData = (made: World, headers: Record<string, string>, env?: object) =>
  made.app.request('/service/data', { headers }, env);

test('the whole journey: citizen certificate, preview, consent, SP-API, data once, notice, deletion', async () => {
  const { made, browser } = await ready();
  const txId = randomUUID();
  let duringCall: number | undefined;
  made.sp = async (call) => {
    duringCall = (await fetchData(made, { permission_ticket: call.permission_ticket, tx_id: 'another' })).status;
    return 201;
  };
  const preview = await browser.prove(made, await browser.toIdentity({ txId }));
  assert.match(preview.path, /\/preview$/);
  assert.match(preview.text, /林○美/);
  assert.match(preview.text, /A12345\*\*\*\*/);
  assert.doesNotMatch(preview.text, /A123456789/);
  assert.match(preview.text, /查無資料/);
  assert.match(preview.text, /不得列印作為證明/);
  const consent = await browser.post(preview, 'preview');
  assert.match(consent.text, /不同意傳送[\s\S]*同意傳送/);
  const back = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(back.response.status, 303);
  const url = new URL(back.location ?? '');
  assert.equal(url.searchParams.get('code'), '200');
  assert.equal(url.searchParams.get('draft'), '7');
  const decipher = createDecipheriv('aes-256-cbc', client.client_secret.repeat(2), client.cbc_iv);
  assert.equal(decipher.update(url.searchParams.get('tx_id') ?? '', 'base64', 'utf8') + decipher.final('utf8'), txId);

  const [call] = made.spCalls;
  assert.ok(call?.secret_key);
  assert.equal(call.tx_id, txId);
  assert.equal(call.unable_to_deliver, undefined);
  assert.equal(duringCall, 403, 'another transaction’s id opens nothing');

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => fetchData(made, { permission_ticket: call.permission_ticket, tx_id: txId })),
  );
  const good = answers.filter(({ status }) => status === 200);
  assert.equal(good.length, 1);
  assert.equal(answers.filter(({ status }) => status === 201).length, 49);
  assert.equal(good[0]?.headers.get('content-type'), 'application/jwe; charset=UTF-8');

  const keyText = createDecipheriv('aes-256-cbc', client.client_secret.repeat(2), client.cbc_iv);
  const secretKey = keyText.update(call.secret_key, 'base64', 'utf8') + keyText.final('utf8');
  assert.match(secretKey, /^[0-9a-f]{32}$/);
  const jwe = (await good[0]?.text()) ?? '';
  assert.equal(Buffer.from(jwe.split('.')[2] ?? '', 'base64url').toString(), client.cbc_iv);
  const { plaintext } = await compactDecrypt(jwe, Buffer.from(secretKey, 'ascii'));
  const { filename, data } = JSON.parse(Buffer.from(plaintext).toString()) as { filename: string; data: string };
  assert.equal(filename, `${client.client_id}.zip`);
  const outer = unzipSync(Buffer.from(data.replace('application/zip;data:', ''), 'base64url'));
  assert.deepEqual(Object.keys(outer).sort(), [`${household}.zip`, 'META-INFO/manifest.xml']);
  assert.match(Buffer.from(outer['META-INFO/manifest.xml'] ?? []).toString(), /204/);

  assert.deepEqual(await made.storage.packages(txId), []);
  assert.equal(
    (await made.storage.ticket(createHash('sha256').update(call.permission_ticket).digest('hex')))?.secret,
    undefined,
  );
  await made.app.sendMessages();
  const seen = await numbers(made, txId);
  for (const number of [140, 180, 240, 250, 280, 290, 291, 292, 300, 310, 340, 350])
    assert.ok(seen.includes(number), String(number));
  const outbox = (await (await made.app.request('/sandbox/outbox')).json()) as {
    to: string;
    text: string;
    service: string;
  }[];
  assert.equal(outbox.length, 1);
  assert.equal(outbox[0]?.to, 'lin@example.test');
  assert.equal(outbox[0]?.service, client.name);
  assert.match(outbox[0]?.text ?? '', /個人戶籍資料/);
  assert.match(outbox[0]?.text ?? '', /民國115年11月23日 09:00/);
  const kept = await made.storage.consent(txId);
  assert.equal(kept?.given, true);
  assert.equal(
    createHash('sha256')
      .update(kept?.words ?? '')
      .digest('hex'),
    kept?.wordsHash,
  );
  for (const paragraph of (kept?.words ?? '').split('\n').slice(0, -1))
    assert.ok(consent.text.includes(paragraph), paragraph);
  const again = await browser.open(preview.path);
  assert.equal(codeOf(again.location), '200', 'an ended journey only leads back');
  assert.doesNotMatch(JSON.stringify(made.log), /A123456789|林小美|0690101/);
});

test('the provider is asked with a token of its own per dataset, which it can introspect', async () => {
  const { made, browser } = await ready();
  const seen: unknown[] = [];
  made.dp[household] = async (request) => {
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const ask = async (name: string, secret: string): Promise<unknown> => {
      const response = await made.app.request('/connect/introspect', {
        method: 'POST',
        body: new URLSearchParams({ token }),
        headers: { authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` },
      });
      assert.equal(response.status, 200);
      return response.json();
    };
    seen.push(
      await ask(household, `secret-of-${household}`),
      await ask(lowIncome, `secret-of-${lowIncome}`),
      await ask(household, 'wrong'),
      await ask('API.unknown000', 'x'),
    );
    const info = await made.app.request('/connect/userinfo', { headers: { authorization: `Bearer ${token}` } });
    seen.push(await info.json());
    return { status: 200, body: innerZip(householdPayload) };
  };
  const txId = randomUUID();
  await browser.prove(made, await browser.toIdentity({ txId }));
  assert.deepEqual(seen.slice(0, 4), [
    { active: true, verification: 'CER' },
    ...Array.from({ length: 3 }, () => ({ active: false })),
  ]);
  assert.equal(made.log.filter(({ message }) => message === 'introspection with a wrong name or secret').length, 2);
  const { sub, ...person } = seen[4] as Record<string, unknown>;
  assert.ok(sub);
  assert.deepEqual(person, {
    cn: '林小美',
    uid: 'A123456789',
    uid_verified: 'True',
    birthdate: '1980-01-01',
    gender: 'F',
    email: 'lin@example.test',
    account: 'lin',
  });
  assert.equal(new Set(made.dpRequests.map((request) => request.headers.get('authorization'))).size, 2);
  assert.equal(new Set(made.dpRequests.map((request) => request.headers.get('transaction_uid'))).size, 2);
  const later = await made.app.request('/connect/userinfo', {
    headers: { authorization: made.dpRequests[0]?.headers.get('authorization') ?? '' },
  });
  assert.equal(later.status, 401, 'once the data is had the token is over');
  assert.ok((await numbers(made, txId)).includes(260) && (await numbers(made, txId)).includes(270));
});

test('the preview shows rows as rows, dates as written in Taiwan, and no part of an address twice', async () => {
  const whole = 'API.UDauDOLyZg';
  const { made, browser } = await ready({ clients: [{ ...client, resources: [whole] }] });
  const person = (person_name: string, relationship: string) => ({
    person_id: 'A123456789',
    person_name,
    relationship,
    birth_yyymmdd: '0690101',
  });
  made.dp[whole] = {
    status: 200,
    body: innerZip({
      personHouseholdData21: [person('林小美', '戶長'), person('林小明', '長子')],
      householdBasicData21: { household_head_name: '林小美' },
    }),
  };
  const preview = await browser.prove(made, await browser.toIdentity({ resources: whole }));
  assert.match(preview.text, /（2 筆）/);
  assert.match(preview.text, /民國69年1月1日/);
  assert.doesNotMatch(preview.text, /A123456789/);
});

test('registered fields go along as a header; no header without them', async () => {
  const { made, browser } = await ready({
    clients: [{ ...client, api_key: 'key-1', fields: { [household]: ['person_id', 'person_name'] } }],
  });
  const consent = await browser.toConsent(made);
  const fields = made.dpRequests.map((request) => request.headers.get('fields'));
  assert.deepEqual(fields, ['person_id,person_name', null]);
  await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(made.spCalls[0]?.apiKey, 'key-1');
});

test('NHI card and two documents are offered where every dataset accepts them', async () => {
  const { browser } = await ready();
  const strict = await browser.toIdentity();
  assert.doesNotMatch(strict.text, /method=nhi-card/);
  const forced = await browser.post(strict, 'identity', { method: 'nhi-card' });
  assert.equal(forced.response.status, 400);
});

test('refusal and cancelling lead back with 205, and nothing stays', async () => {
  const { made, browser } = await ready();
  const txId = randomUUID();
  const consent = await browser.toConsent(made, { txId });
  const back = await browser.post(consent, 'consent', { decision: 'refuse' });
  assert.equal(codeOf(back.location), '205');
  assert.equal(made.spCalls.length, 0);
  assert.deepEqual(await made.storage.packages(txId), []);
  assert.equal((await made.storage.consent(txId))?.given, false);
  assert.ok((await numbers(made, txId)).includes(241));
  const facts = await browser.open(entryUrl());
  assert.equal(codeOf((await browser.post(facts, 'cancel')).location), '205');
});

test('consent to other words than those shown is none', async () => {
  const { made, browser } = await ready();
  const consent = await browser.toConsent(made);
  const other = await browser.post(consent, 'consent', { decision: 'agree', words: 'a'.repeat(64) });
  assert.match(other.path, /\/consent$/);
  assert.equal(made.spCalls.length, 0);
});

test('two clicks on 同意傳送 are one consent and one call', async () => {
  const { made, browser } = await ready();
  const consent = await browser.toConsent(made);
  const results = await Promise.all([1, 2, 3].map(() => browser.post(consent, 'consent', { decision: 'agree' })));
  assert.equal(made.spCalls.length, 1);
  assert.ok(results.some(({ location }) => codeOf(location) === '200'));
});

test('another person leads back with 409', async () => {
  const { made, browser } = await ready();
  const page = await browser.toIdentity();
  const back = await browser.prove(made, page, 'wang');
  assert.equal(codeOf(back.location), '409');
});

test('the terms must be ticked', async () => {
  const { browser } = await ready();
  const terms = await browser.post(await browser.open(entryUrl()), 'facts');
  const again = await browser.post(terms, 'terms');
  assert.equal(again.response.status, 422);
  assert.match(again.text, /請先勾選/);
});

test('wrong tries: the same answer for unknown person and wrong proof, locked after five, right again later', async () => {
  const { made, browser } = await ready();
  const page = await browser.toIdentity();
  const plain = (text: string): string => text.replace(/value="[^"]*"|[\w-]{43}/g, '');
  const unknown = await browser.prove(made, page, 'lin', 'identity', { nationalId: 'C100000003' });
  const wrongDay = await browser.prove(made, unknown, 'lin', 'identity', { birthday: '0690102' });
  const wrongSignature = await browser.prove(made, wrongDay, 'lin', 'identity', {
    signature: Buffer.alloc(256).toString('base64'),
  });
  const otherCard = await browser.prove(made, wrongSignature, 'wang', 'identity', {
    nationalId: 'A123456789',
    birthday: '0690101',
  });
  for (const answer of [unknown, wrongDay, wrongSignature, otherCard]) {
    assert.equal(answer.response.status, 422);
    assert.equal(plain(answer.text), plain(unknown.text));
  }
  const fifth = await browser.prove(made, otherCard, 'lin', 'identity', { certificate: 'bm90aGluZw==' });
  assert.equal(fifth.response.status, 422);
  const locked = await browser.open(fifth.path);
  assert.match(locked.text, /暫停使用/);
  const csrf = /name="csrf" value="([^"]*)"/.exec(fifth.text)?.[1] ?? '';
  const right = await browser.open(fifth.path, {
    method: 'POST',
    body: new URLSearchParams({ csrf, method: 'citizen-certificate', nationalId: 'A123456789', birthday: '0690101' }),
  });
  assert.equal(right.response.status, 429);
  assert.equal(right.response.headers.get('retry-after'), '900');
  // Nobody but this journey is.
  const other = new Browser(made.app);
  const elsewhere = await other.toIdentity();
  assert.equal((await other.prove(made, elsewhere)).response.status, 200);
});

test('a challenge serves once, for its journey, for five minutes', async () => {
  const { made, browser } = await ready();
  const page = await browser.toIdentity();
  made.clock.pass(5 * 60_000);
  const late = await browser.prove(made, page);
  assert.equal(late.response.status, 422);
  assert.match(late.text, /停留太久/);
  const other = new Browser(made.app);
  const elsewhere = await other.toIdentity();
  const fresh = await browser.open(page.path);
  const borrowed = /name="challenge" value="([^"]*)"/.exec(elsewhere.text)?.[1] ?? '';
  const swapped = { ...fresh, text: fresh.text.replace(/(name="challenge" value=")[^"]*/, `$1${borrowed}`) };
  assert.equal((await browser.prove(made, swapped)).response.status, 422);
});

test('forms need their token, their browser and our own origin', async () => {
  const { made, browser } = await ready();
  const facts = await browser.open(entryUrl());
  assert.equal((await browser.post(facts, 'facts', { csrf: 'x'.repeat(64) })).response.status, 403);
  assert.equal((await browser.post(facts, 'facts', {}, { origin: 'http://localhost:8702' })).response.status, 403);
  assert.equal((await browser.post(facts, 'facts', {}, { 'sec-fetch-site': 'same-site' })).response.status, 403);
  assert.equal((await new Browser(made.app).open(facts.path)).response.status, 404, 'another browser sees nothing');
  assert.equal((await browser.post(facts, 'facts', {}, { origin: publicUrl })).response.status, 200);
});

test('screens cannot be jumped', async () => {
  const { browser } = await ready();
  const facts = await browser.open(entryUrl());
  for (const screen of ['preview', 'consent', 'identity', 'passkey', 'anything']) {
    assert.equal((await browser.open(facts.path.replace('facts', screen))).path, facts.path);
  }
  const csrf = /name="csrf" value="([^"]*)"/.exec(facts.text)?.[1] ?? '';
  const body = new URLSearchParams({ csrf, decision: 'agree' });
  assert.equal((await browser.open(facts.path.replace('facts', 'consent'), { method: 'POST', body })).path, facts.path);
});

test('idle leads back with 408; staying does not', async () => {
  const { made, browser } = await ready();
  const facts = await browser.open(entryUrl());
  const csrf = /name="csrf" value="([^"]*)"/.exec(facts.text)?.[1] ?? '';
  made.clock.pass(9 * 60_000);
  assert.equal(
    (await browser.open(facts.path.replace('facts', 'stay'), { method: 'POST', body: new URLSearchParams({ csrf }) }))
      .response.status,
    204,
  );
  made.clock.pass(9 * 60_000);
  assert.equal((await browser.open(facts.path)).response.status, 200);
  made.clock.pass(11 * 60_000);
  assert.equal(codeOf((await browser.open(facts.path)).location), '408');
  assert.equal(codeOf((await browser.open(facts.path)).location), '408');
});

test('a dataset that cannot be had: nothing is sent, the service is told, 504', async () => {
  const { made, browser } = await ready();
  made.dp[lowIncome] = { status: 500 };
  const preview = await browser.prove(made, await browser.toIdentity());
  assert.match(preview.text, /暫時無法取得/);
  const consent = await browser.post(preview, 'preview');
  const back = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(codeOf(back.location), '504');
  const [call] = made.spCalls;
  assert.deepEqual(call?.unable_to_deliver, [lowIncome]);
  assert.equal(call?.secret_key, undefined);
  assert.equal((await fetchData(made, { permission_ticket: call?.permission_ticket ?? '' })).status, 504);
});

test('an SP-API that does not accept: 410, and the package is destroyed', async () => {
  for (const sp of [() => 500, () => 302, () => 204]) {
    const { made, browser } = await ready();
    made.sp = sp;
    const txId = randomUUID();
    const back = await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
    assert.equal(codeOf(back.location), '410');
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.equal((await fetchData(made, { permission_ticket: made.spCalls[0]?.permission_ticket ?? '' })).status, 403);
  }
});

test('a provider that still prepares is asked again after its time, on a page that waits', async () => {
  const { made, browser } = await ready();
  made.dp[lowIncome] = { status: 429, headers: { 'retry-after': '90' } };
  const waiting = await browser.prove(made, await browser.toIdentity());
  assert.match(waiting.path, /fetching$/);
  assert.match(waiting.text, /<noscript><meta http-equiv="refresh"/);
  made.dp[lowIncome] = { status: 204 };
  assert.match((await browser.open(waiting.path)).path, /fetching$/, 'not before its time');
  made.clock.pass(90_000);
  const poll = await browser.open(waiting.path.replace('fetching', 'progress'));
  assert.deepEqual(JSON.parse(poll.text), { screen: 'fetching' });
  assert.match((await browser.open(waiting.path)).path, /preview$/);
  assert.equal(made.dpRequests.length, 3, 'the one that was had is not asked again');
  const uids = made.dpRequests.map((request) => request.headers.get('transaction_uid'));
  assert.equal(new Set(uids).size, 2, 'asked anew under the same transaction_uid, or the provider would begin again');
});

test('HEAD does not use a ticket up', async () => {
  const { made, browser } = await ready();
  const preview = await browser.prove(made, await browser.toIdentity());
  await browser.post(await browser.post(preview, 'preview'), 'consent', { decision: 'agree' });
  const headers = { permission_ticket: made.spCalls[0]?.permission_ticket ?? '' };
  assert.equal((await made.app.request('/service/data', { method: 'HEAD', headers })).status, 405);
  assert.equal((await fetchData(made, headers)).status, 200);
});

test('data: no ticket 400, unknown 403, guessing 429, address 401, after eight hours 403', async () => {
  const { made, browser } = await ready({ clients: [{ ...client, addresses: ['10.0.0.7'] }] });
  assert.equal((await fetchData(made, {})).status, 400);
  await browser.post(await browser.toConsent(made), 'consent', { decision: 'agree' });
  const ticket = { permission_ticket: made.spCalls[0]?.permission_ticket ?? '' };
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
  assert.equal((await fetchData(made, ticket, from('10.0.0.8'))).status, 401);
  assert.equal((await fetchData(made, ticket)).status, 401);
  for (let count = 0; count < 30; count += 1)
    assert.equal((await fetchData(made, { permission_ticket: randomUUID() })).status, 403);
  const limited = await fetchData(made, { permission_ticket: randomUUID() });
  assert.equal(limited.status, 429);
  assert.equal(limited.headers.get('retry-after'), '60');
  made.clock.pass(8 * 60 * 60_000);
  assert.equal((await fetchData(made, ticket, from('10.0.0.7'))).status, 403);
});

test('status, type and person of a transaction', async () => {
  const { made, browser } = await ready();
  const txId = randomUUID();
  const ask = async (what: string, headers: Record<string, string>): Promise<unknown> => {
    const answer = await made.app.request(`/service/${what}`, { headers });
    if (answer.status === 200) return answer.json();
    assert.equal(await answer.text(), '');
    return answer.status;
  };
  const status = async (): Promise<unknown> => ask('txid_status', { tx_id: txId });
  for (const what of ['txid_status', 'type_valid'])
    for (const tx_id of ['', txId, 'x']) assert.equal(await ask(what, tx_id ? { tx_id } : {}), 403);
  const consent = await browser.toConsent(made, { txId });
  assert.deepEqual(await status(), { code: '429', text: 'preparing' });
  await browser.post(consent, 'consent', { decision: 'agree' });
  assert.deepEqual(await status(), { code: '200', text: 'ready' });
  const permission_ticket = made.spCalls[0]?.permission_ticket ?? '';
  assert.deepEqual(await ask('type_valid', { tx_id: txId }), { verification: 'CER' });
  assert.deepEqual(await ask('type_valid', { tx_id: txId.toUpperCase() }), { verification: 'CER' });
  const said = made.spCalls[0]?.secret_key;
  const person = (id: string): Promise<unknown> => ask('uid_valid', { permission_ticket, uid: uidFor(said, id) });
  const fetching = { headers: { permission_ticket, tx_id: txId.toUpperCase() } };
  for (const fetched of [false, true]) {
    if (fetched) assert.equal((await made.app.request('/service/data', fetching)).status, 200);
    assert.deepEqual(await person('A123456789'), { code: true });
    assert.deepEqual(await person('B123456780'), { code: false });
    assert.equal(await ask('uid_valid', { permission_ticket }), 403);
    assert.equal(await ask('uid_valid', { uid: uidFor(said, 'A123456789') }), 403);
    assert.equal(await ask('uid_valid', { permission_ticket, uid: 'A123456789' }), 403);
  }
  assert.deepEqual(await status(), { code: '201', text: 'fetched' });
  const uid = uidFor(said, 'A123456789');
  assert.deepEqual(await ask('uid_valid', { permission_ticket: randomUUID(), uid }), { code: false });
  made.clock.pass(8 * 60 * 60_000);
  assert.deepEqual(await person('A123456789'), { code: false });
});

test('status, type and person are told to the registered addresses of the service alone', async () => {
  const { made, browser } = await ready({ clients: [{ ...client, addresses: ['203.0.113.9'] }] });
  const txId = randomUUID();
  await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
  const permission_ticket = made.spCalls[0]?.permission_ticket ?? '';
  const uid = uidFor(made.spCalls[0]?.secret_key, 'A123456789');
  for (const [path, headers] of [
    ['txid_status', { tx_id: txId }],
    ['type_valid', { tx_id: txId }],
    ['uid_valid', { permission_ticket, uid }],
    ['data', { permission_ticket }],
  ] as const)
    assert.equal((await made.app.request(`/service/${path}`, { headers })).status, 401, path);
});

test('time takes away: idle journeys, packages nobody fetched, and their keys', async () => {
  const { made, browser } = await ready();
  const txId = randomUUID();
  const idleTx = randomUUID();
  await new Browser(made.app).open(entryUrl({ txId: idleTx }));
  await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
  assert.deepEqual(await made.app.sweep(), { journeys: 0, packages: 0, epochs: 0 });
  made.clock.pass(11 * 60_000);
  assert.equal((await made.app.sweep()).journeys, 1);
  assert.equal((await made.storage.transaction(idleTx))?.code, 408);
  assert.equal((await made.storage.packages(txId)).length, 2);
  made.clock.pass(9 * 60 * 60_000);
  const swept = await made.app.sweep();
  assert.deepEqual([swept.packages, swept.epochs], [1, 1]);
  assert.deepEqual(await made.storage.packages(txId), []);
  assert.ok((await numbers(made, txId)).includes(350));
});

test('usage records are taken from those who are party to the transaction', async () => {
  const { made, browser } = await ready();
  const [txId, proved] = [randomUUID(), randomUUID()];
  const identity = await browser.toIdentity({ txId });
  const post = async (path: string, name: string, secret: string, body: unknown): Promise<number> =>
    (
      await made.app.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` },
      })
    ).status;
  const report = { tx_id: txId, event: 360 };
  assert.equal(
    await post('/log/sp', client.client_id, client.client_secret, report),
    404,
    'nobody proved who they are',
  );
  await browser.prove(made, identity, 'wang');
  assert.equal(await post('/log/sp', client.client_id, client.client_secret, report), 404, 'somebody else did');
  await browser.prove(made, await browser.toIdentity({ txId: proved }));
  const own = { ...report, tx_id: proved };
  assert.equal(await post('/log/sp', client.client_id, client.client_secret, own), 204);
  assert.equal(await post('/log/dp', household, `secret-of-${household}`, own), 204);
  assert.equal(await post('/log/sp', client.client_id, 'wrong', own), 401);
  assert.equal(await post('/log/dp', 'API.60GGfgGX1A', 'secret-of-API.60GGfgGX1A', own), 404);
  assert.equal(await post('/log/sp', client.client_id, client.client_secret, { tx_id: proved }), 400);
  assert.equal(await post('/log/sp', client.client_id, client.client_secret, { ...report, tx_id: randomUUID() }), 404);
  assert.deepEqual((await made.storage.events(proved)).map(({ source }) => source).slice(-2), ['sp', 'dp']);
});

test('usage records are asked for by service and by dataset, between two days of Taipei', async () => {
  const { made, browser } = await ready();
  const txId = randomUUID();
  await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
  const ask = async (path: string, body: unknown, secret?: string) => {
    const headers = secret ? { authorization: `Basic ${Buffer.from(secret).toString('base64')}` } : undefined;
    const answer = await made.app.request(path, { method: 'POST', body: JSON.stringify(body), headers });
    const read = answer.status === 200 ? ((await answer.json()) as { data: Record<string, unknown>[] }) : undefined;
    return read ?? answer.status;
  };
  const rows = async (path: string, body: unknown): Promise<Record<string, unknown>[]> => {
    const answer = await ask(path, body);
    return typeof answer === 'number' ? assert.fail(String(answer)) : answer.data;
  };
  const today = new Date(made.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const days = { stime: today, etime: today };
  const own = { client_id: client.client_id, ...days };
  const all = await rows('/log/sp', own);
  assert.deepEqual(Object.keys(all[0]!).sort(), ['ctime', 'event', 'ip', 'resource_id', 'tx_id']);
  assert.match(String(all[0]!['ctime']), new RegExp(`^${today} \\d\\d:\\d\\d:\\d\\d$`));
  assert.deepEqual(
    all.map(({ event }) => event),
    await numbers(made, txId),
  );
  const consent = await rows('/log/sp', { ...own, tx_id: [txId], event: [240] });
  assert.deepEqual([consent.length, consent[0]!['tx_id'], consent[0]!['event']], [1, txId, 240]);
  assert.deepEqual(await rows('/log/sp', { ...own, tx_id: [randomUUID()] }), []);
  assert.deepEqual(await rows('/log/sp', { ...own, stime: '2020-01-01', etime: '2020-12-31' }), []);
  const called = await rows('/log/dp', { resource_id: household, ...days });
  const uid = made.dpRequests.find(({ url }) => url.endsWith(household))?.headers.get('transaction_uid');
  assert.deepEqual(
    called.map(({ transaction_uid, event }) => [transaction_uid, event]),
    [
      [uid, 250],
      [uid, 280],
    ],
  );
  assert.deepEqual(await rows('/log/dp', { resource_id: household, ...days, transaction_uid: [randomUUID()] }), []);
  for (const times of [{}, { stime: today }, { stime: today, etime: '2026-02-30' }, { stime: 1, etime: 2 }])
    assert.equal(await ask('/log/sp', { client_id: client.client_id, ...times }), 400);
  assert.equal(await ask('/log/sp', days), 403);
  assert.equal(await ask('/log/sp', { ...days, client_id: 'CLI.another000' }), 403);
  assert.equal(await ask('/log/dp', { ...days, resource_id: 'API.none' }), 403);
  assert.equal(await ask('/log/sp', own, `${client.client_id}:wrong`), 401);
  assert.equal(await ask('/log/dp', { ...days, resource_id: household }, `${household}:wrong`), 401);
});

test('a service with registered addresses is told its usage records there alone, or by its secret', async () => {
  const { made } = await ready({ clients: [{ ...client, addresses: ['203.0.113.9'] }] });
  const body = JSON.stringify({ client_id: client.client_id, stime: '2026-01-01', etime: '2026-01-01' });
  const ask = async (headers: Record<string, string> = {}): Promise<number> =>
    (await made.app.request('/log/sp', { method: 'POST', body, headers })).status;
  assert.equal(await ask(), 401);
  const basic = Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64');
  assert.equal(await ask({ authorization: `Basic ${basic}` }), 200);
});

test('every page of the journey may lead back to its service, and to nothing else', async () => {
  const { browser } = await ready();
  const facts = await browser.open(entryUrl());
  assert.match(
    facts.response.headers.get('content-security-policy') ?? '',
    /form-action 'self' http:\/\/localhost:8702;/,
  );
  assert.equal(facts.response.headers.get('cache-control'), 'no-store');
  assert.match(facts.text, /測試環境：資料皆為虛構/);
  assert.doesNotMatch(facts.text, /<script(?![^>]*src=)|style=|\son\w+=/);
});

test('the residents are listed with all they hold', async () => {
  const { made } = await ready();
  const list = (await (await made.app.request('/sandbox/residents')).json()) as Record<string, unknown>[];
  assert.equal(list.length, residents.length);
  const { rocBirthday, passkey, card } = list[0] as {
    rocBirthday: string;
    passkey: { rpId: string };
    card: { certificatePem: string };
  };
  assert.equal(rocBirthday, '0690101');
  assert.equal(passkey.rpId, 'localhost');
  assert.match(card.certificatePem, /BEGIN CERTIFICATE/);
});
