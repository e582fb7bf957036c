import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTestPki, testNow, type TestPki } from '../../testing/test-pki.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { returnCodes } from '../../protocol/mydata-1/return-codes.ts';
import type { CountyService } from '../services/county-service.ts';
import { askedResources } from './start-journey.ts';
import { openWorld, type World } from '../testing/county-under-test.ts';
import { householdPayload, personalPayload, resident, stranger } from '../testing/payloads.ts';
import { household, lowIncome, personal } from '../testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const both = (world: World) => [
  { resourceId: personal, resourceName: '個人戶籍資料', code: 200, zip: world.signed(personalPayload()) },
  { resourceId: household, resourceName: '現戶全戶戶籍資料', code: 200, zip: world.signed(householdPayload()) },
];

function assertNothingPersonalLogged(world: World): void {
  const text = JSON.stringify(world.lines);
  for (const value of [
    resident.nationalId,
    resident.name,
    '陳大文',
    'F131104093',
    stranger.nationalId,
    stranger.name,
    '太保市',
  ]) {
    assert.equal(text.includes(value), false, `a log line holds ${value}`);
  }
}

test('from consent to a filled form', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(' a123456789 ', [household]);
  assert.deepEqual(sent.resources, [personal, household]);
  assert.equal(sent.nationalId, resident.nationalId);
  assert.equal(sent.returnUrl, 'http://localhost:8702/mydata/return/test-relief');
  assert.equal((await browser.draft()).transfer.status, 'started');

  const accepted = await world.deliver(sent.txId, both(world));
  assert.equal(accepted.status, 200);
  const back = await browser.comeBack(sent.txId, 200);
  assert.equal(back.status, 303);
  assert.equal(back.headers.get('location'), '/services/test-relief/apply');
  await world.idle();

  assert.equal(world.asked.length, 1);
  assert.equal(world.asked[0]!.url, 'http://localhost:8701/service/data');
  assert.match(world.asked[0]!.headers.get('permission_ticket')!, /^[0-9a-f-]{36}$/);
  assert.equal(world.asked[0]!.headers.get('tx_id'), sent.txId);

  const draft = await browser.draft();
  assert.equal(draft.transfer.status, 'filled');
  assert.equal(draft.transfer.receivedAt, testNow.toISOString());
  assert.equal(draft.official.applicantName!.value, resident.name);
  assert.equal(draft.official.applicantId!.value, resident.nationalId);
  assert.equal(draft.official.applicantId!.policy, 'locked');
  assert.equal(draft.official.relationship!.value, '長女');
  assert.deepEqual(draft.official.members!.value, [{ name: '陳大文' }, { name: resident.name }]);
  assert.deepEqual(draft.officialRows, { members: 2 });
  assert.match(draft.official.applicantName!.provenance.packageDigest, /^[0-9a-f]{64}$/);
  assert.equal(draft.official.applicantName!.provenance.datasetName, '個人戶籍資料');
  assert.equal(draft.official.applicantName!.provenance.issuedAt, '2026-11-23T10:00:00+08:00');
  assert.deepEqual(
    Object.keys(draft.official.birthDate!).sort(),
    ['policy', 'provenance'],
    'what the resident is to type stays on the server',
  );
  assert.equal(JSON.stringify(draft).includes(resident.birthDate), false);
  assert.equal(draft.missing.category, 'not-asked');
  assert.deepEqual(
    draft.evidence.map(({ dataset, filename }) => [dataset, filename]),
    [
      [personal, 'data.json'],
      [household, 'data.json'],
    ],
  );
  assert.equal(draft.officialUntil, '2026-11-23T10:00:00.000Z');
  // No question uses the father's name of the personal register: it is nowhere.
  assert.equal(JSON.stringify(draft).includes('father'), false);

  const records = await world.storage.transferRecords();
  assert.deepEqual(
    records.map(({ event }) => event),
    [140, 290, 292, 240, 300, 310, 310, 310],
  );
  // The other of the choice was not asked for, which is nobody's failure.
  assert.deepEqual(
    records.slice(5).map(({ resource, ok, detail }) => [resource, ok, detail]),
    [
      [personal, true, '200'],
      [household, true, '200'],
      [lowIncome, true, 'not-asked'],
    ],
  );
  assertNothingPersonalLogged(world);
  assert.equal(JSON.stringify(await world.storage.transferRecords()).includes(resident.nationalId), false);
});

test('what is kept at rest holds no value in clear', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, both(world));
  await browser.comeBack(sent.txId, 200);
  await world.idle();
  const draft = await browser.draft();
  await browser.send('PUT', '/api/services/test-relief/draft', {
    answers: { phone: '0912345678' },
    claims: {},
    revision: draft.revision,
  });
  const transfer = await world.storage.transfer(sent.txId);
  const row = await world.storage.draftById(transfer!.draftId);
  const official = await world.storage.official(row!.id);
  const text = JSON.stringify([transfer, row, official], (_key, value: unknown) =>
    Buffer.isBuffer(value) ? value.toString('latin1') : value,
  );
  const raw = Buffer.concat([official!.envelope.sealed, Buffer.from(row!.typed!)]).toString('utf8');
  for (const value of [resident.nationalId, resident.name, '0912345678'])
    assert.equal(text.includes(value) || raw.includes(value), false);
});

test('received values end after eight hours, typed ones stay', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, both(world));
  await browser.comeBack(sent.txId, 200);
  await world.idle();
  const { revision } = await browser.draft();
  const saved = await browser.send('PUT', '/api/services/test-relief/draft', {
    answers: { phone: '0912345678' },
    claims: {},
    revision,
  });
  assert.equal(saved.status, 200);
  world.now = new Date(testNow.getTime() + 8 * 3_600_000);
  const later = await browser.draft();
  assert.deepEqual(later.official, {});
  assert.equal(later.transfer.status, 'none');
  assert.deepEqual(later.answers, { phone: '0912345678' });
  assert.equal(later.revision, revision + 2, 'a page that still shows official values is told so');
  assert.equal((await world.storage.transferRecords()).at(-1)?.event, 360);
  assert.equal(await world.storage.official((await world.storage.transfer(sent.txId))!.draftId), undefined);
});

test('the sweep ends received values, epochs and drafts', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, both(world));
  await world.idle();
  const { draftId } = (await world.storage.transfer(sent.txId))!;
  world.now = new Date(testNow.getTime() + 9 * 3_600_000);
  await world.sweep();
  assert.equal(await world.storage.official(draftId), undefined);
  assert.ok(await world.storage.draftById(draftId));
  world.now = new Date(testNow.getTime() + 8 * 86_400_000);
  await world.sweep();
  assert.equal(await world.storage.draftById(draftId), undefined);
  assert.equal((await world.storage.transferRecords()).length > 0, true);
});

test('no record is an answer, not an error', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [lowIncome]);
  await world.deliver(sent.txId, [
    { resourceId: personal, resourceName: '個人戶籍資料', code: 200, zip: world.signed(personalPayload()) },
    { resourceId: lowIncome, resourceName: '低收及中低收列冊資料', code: 204 },
  ]);
  await world.idle();
  await browser.comeBack(sent.txId, 200);
  const draft = await browser.draft();
  assert.equal(draft.transfer.status, 'filled');
  assert.deepEqual(
    draft.transfer.noRecord.map(({ id }) => id),
    [lowIncome],
  );
  assert.equal(draft.missing.category, 'no-record');
  assert.equal(draft.official.applicantName!.value, resident.name);
});

test('every return code but 200 ends the transfer with that code, and nothing typed is lost', async () => {
  const known = Object.keys(returnCodes).map(Number);
  for (const code of [...known, 206, 299, 501, 599, 1000].filter((one) => one !== 200)) {
    const world = await openWorld(pki);
    const browser = world.browser();
    const { revision } = await browser.draft();
    await browser.send('PUT', '/api/services/test-relief/draft', {
      answers: { phone: '0912345678' },
      claims: {},
      revision,
    });
    const sent = await browser.leave(resident.nationalId, [household]);
    const back = await browser.comeBack(sent.txId, code);
    assert.equal(back.headers.get('location'), '/services/test-relief/apply');
    const draft = await browser.draft();
    assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', code]);
    assert.deepEqual(draft.answers, { phone: '0912345678' });
    assert.equal((await world.deliver(sent.txId, both(world))).status, 409, 'what was ended takes no package');
    const records = await world.storage.transferRecords();
    assert.equal(
      records.some(({ event }) => event === 241),
      code === 205,
    );
  }
});

test('200 without a call of the SP-API ends within the minute, with what the platform says', async () => {
  const says = (code: unknown) => () => Response.json({ code, text: '' });
  const cases: readonly (readonly [readonly (() => Response)[], string | number])[] = [
    [[says('200'), says('200'), says('200'), says('200')], 'not-called'],
    [[says('429'), says(410)], 410],
    [[says('501')], 501],
    [Array.from({ length: 4 }, () => () => new Response(null, { status: 403 })), 'not-called'],
    [[], 'not-called'],
  ];
  for (const [answers, code] of cases) {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    world.answers.push(...answers);
    const began = world.now.getTime();
    await browser.comeBack(sent.txId, 200);
    await world.idle();
    const { transfer } = await browser.draft();
    assert.deepEqual([transfer.status, transfer.code], ['failed', code]);
    assert.ok(world.now.getTime() - began <= 60_000);
    assert.ok(world.asked.every(({ url }) => url.endsWith('/service/txid_status')));
    assert.ok(world.lines.some(({ level, fields }) => level === 'warn' && fields['code'] === code));
  }
});

test('a redirect for data says that the address is not registered: not asked again, and named', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  world.answers.push(() => new Response(null, { status: 302, headers: { location: '/error' } }));
  await world.deliver(sent.txId, both(world));
  await world.idle();
  await browser.comeBack(sent.txId, 200);
  const { transfer } = await browser.draft();
  assert.deepEqual([transfer.status, transfer.code], ['failed', 504]);
  assert.equal(world.asked.length, 1);
  assert.ok(
    (await world.storage.transferRecords()).some(({ event, detail }) => event === 310 && detail === 'fetch: 302'),
  );
});

test('a first 403 is asked again after three seconds, a second is believed', async () => {
  const refused = (): Response => new Response(null, { status: 403 });
  for (const [answers, status] of [
    [[refused], 'filled'],
    [[refused, refused], 'failed'],
  ] as const) {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    world.answers.push(...answers);
    await world.deliver(sent.txId, both(world));
    await world.idle();
    await browser.comeBack(sent.txId, 200);
    assert.equal((await browser.draft()).transfer.status, status);
    assert.deepEqual(world.waited, [3_000]);
  }
});

/** Time stands until it is let go on. */
function held(): { readonly wait: () => Promise<void>; readonly goOn: () => void } {
  let goOn = (): void => undefined;
  const time = new Promise<void>((resolve) => (goOn = resolve));
  return { wait: () => time, goOn: () => goOn() };
}

test('a call that comes a moment after the resident is taken, and a restart goes on asking', async () => {
  const time = held();
  const world = await openWorld(pki, { wait: time.wait });
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await browser.comeBack(sent.txId, 200);
  assert.equal((await world.deliver(sent.txId, both(world))).status, 200);
  time.goOn();
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');

  const left = await browser.leave(resident.nationalId, [household]);
  await world.storage.commit([{ step: 'record-return', txId: left.txId, code: 200, at: world.now.toISOString() }]);
  await world.sweep();
  await world.idle();
  assert.equal((await world.storage.transfer(left.txId))?.failCode, 'not-called');
});

test('a return that is not this browser’s own changes nothing', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  const unmatched = '/services/test-relief/apply?return=unmatched';
  for (const [who, txId, code] of [
    [world.browser(), sent.txId, 205],
    [browser, '00000000-0000-4000-8000-000000000000', 205],
  ] as const) {
    const back = await who.comeBack(txId, code);
    assert.deepEqual([back.status, back.headers.get('location')], [303, unmatched]);
  }
  for (const query of [
    '',
    '?code=205',
    '?code=205&tx_id=AAAA',
    `?code=205&tx_id=${encodeURIComponent(encryptField({ ...world.client, clientSecret: 'x'.repeat(16) }, sent.txId))}`,
  ]) {
    const back = await browser.request(`/mydata/return/test-relief${query}`);
    assert.deepEqual([back.status, back.headers.get('location')], [303, unmatched]);
  }
  assert.equal((await browser.draft()).transfer.status, 'started');
  assert.equal((await browser.request('/mydata/return/unknown?code=200')).status, 404);
});

test('code 200 without a package is only waiting, and a later word does not undo a delivery', async () => {
  const time = held();
  const world = await openWorld(pki, { wait: time.wait });
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await browser.comeBack(sent.txId, 200);
  const waiting = await browser.draft();
  assert.equal(waiting.transfer.status, 'fetching');
  assert.deepEqual(waiting.official, {});
  await browser.comeBack(sent.txId, 205);
  assert.equal((await world.deliver(sent.txId, both(world))).status, 200);
  time.goOn();
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');
  await browser.comeBack(sent.txId, 409);
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('a package is shown only where the browser that asked came back with code 200', async () => {
  const world = await openWorld(pki);
  // One person begins in another's name and sends her the address of the platform; she consents there.
  const asker = world.browser();
  await asker.send('GET', '/api/services/test-relief/draft');
  const sent = await asker.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, both(world));
  await world.idle();
  const back = await world.browser().comeBack(sent.txId, 200);
  assert.equal(back.headers.get('location'), '/services/test-relief/apply?return=unmatched');
  const kept = await asker.draft();
  assert.deepEqual(
    [kept.transfer, kept.official, kept.officialRows, kept.evidence],
    [{ status: 'started', noRecord: [] }, {}, {}, []],
  );
  assert.equal(JSON.stringify(kept).includes(resident.name), false);

  await asker.comeBack(sent.txId, 200);
  const shown = await asker.draft();
  assert.equal(shown.official.applicantName!.value, resident.name);
  assert.equal(shown.revision, kept.revision + 1, 'a page that did not show it is told so');
});

test('what was never come back for is erased with the rest, and recorded', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, both(world));
  await world.idle();
  await browser.send('DELETE', '/api/services/test-relief/draft');
  assert.equal((await world.storage.transferRecords()).at(-1)?.event, 360);
});

test('another word after the delivery: the package is not shown, and the word is', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, both(world));
  await world.idle();
  await browser.comeBack(sent.txId, 408);
  const draft = await browser.draft();
  assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', 408]);
  assert.deepEqual(draft.official, {});
  assert.equal((await world.storage.transfer(sent.txId))?.returnCode, 408);
});

test('the SP-API takes a transaction once, and only what it can use', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  const bad: readonly Readonly<Record<string, unknown>>[] = [
    { permission_ticket: 'no uuid' },
    { secret_key: 'AAAA' },
    { secret_key: encryptField(world.client, 'not a key') },
    { secret_key: encryptField(world.client, '鑰'.repeat(32)) },
    { secret_key: undefined },
    { unable_to_deliver: 'all' },
  ];
  for (const change of bad) assert.equal((await world.deliver(sent.txId, both(world), change)).status, 400);
  assert.equal((await world.deliver('00000000-0000-4000-8000-000000000000', both(world))).status, 404);
  assert.equal((await world.deliver('x', both(world))).status, 404);
  assert.equal(
    (await world.app.request('/mydata/sp-api/test-relief', { method: 'POST', body: 'no json' })).status,
    400,
  );
  assert.equal((await world.app.request('/mydata/sp-api/unknown', { method: 'POST', body: '{}' })).status, 404);
  world.answers.length = 0;

  const results = await Promise.all(Array.from({ length: 10 }, () => world.deliver(sent.txId, both(world))));
  assert.equal(results.filter(({ status }) => status === 200).length, 1);
  assert.equal(results.filter(({ status }) => status === 409).length, 9);
  await world.idle();
  assert.equal(world.asked.length, 1);
});

test('a key is 32 characters that nobody parses', async () => {
  for (const key of ['Zk3xQ9vTtB7mWn5RyUe2Lp8HsGd4JaFc', '!"#$%&()*+,-./:;<=>?@[]^_`{|}~ A']) {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    assert.equal((await world.deliver(sent.txId, both(world), {}, key)).status, 200, key);
    await browser.comeBack(sent.txId, 200);
    await world.idle();
    assert.equal((await browser.draft()).transfer.status, 'filled', key);
  }
});

test('nulls and an empty list beside the key are how some write that they say nothing', async () => {
  for (const beside of [{ unable_to_deliver: null, apiKey: null }, { unable_to_deliver: [] }]) {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    assert.equal((await world.deliver(sent.txId, both(world), beside)).status, 200);
    await browser.comeBack(sent.txId, 200);
    await world.idle();
    assert.equal((await browser.draft()).transfer.status, 'filled', JSON.stringify(beside));
  }
});

test('a tx_id counts in either case, with the call and on the way back', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  assert.equal((await world.deliver(sent.txId.toUpperCase(), both(world))).status, 200);
  const back = await browser.comeBack(sent.txId.toUpperCase(), 200);
  assert.equal(back.headers.get('location'), '/services/test-relief/apply');
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('a journey that nobody came back from takes no package after its time', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  world.now = new Date(testNow.getTime() + 2 * 3_600_000);
  assert.equal((await world.deliver(sent.txId, both(world))).status, 404);
  assert.equal((await browser.draft()).transfer.status, 'none');
});

test('unable to deliver as it is written with a key that is null', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  world.answers.push(() => Response.json({ code: '504', text: '' }));
  const said = { permission_ticket: null, secret_key: null, unable_to_deliver: [household] };
  assert.equal((await world.tell(sent.txId, said)).status, 200);
  await world.idle();
  assert.equal((await browser.draft()).transfer.code, 504);
});

const unable = { permission_ticket: undefined, secret_key: undefined, unable_to_deliver: [household] };
const saysStatus = (code: string | number) => () => Response.json({ code, text: '' });

test('unable to deliver, and the platform says so too: 504, and the transaction is over', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  const say = (change: Readonly<Record<string, unknown>>) => world.tell(sent.txId, change);
  // It ends the transaction when it has heard our answer.
  world.answers.push(saysStatus(102), saysStatus('429'), saysStatus('504'));
  assert.equal((await say(unable)).status, 200);
  await world.idle();
  const draft = await browser.draft();
  assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', 504]);
  assert.deepEqual(world.waited, [1000, 2000]);
  assert.equal((await say(unable)).status, 200, 'the same word again');
  assert.equal((await say({ ...unable, unable_to_deliver: [household, lowIncome] })).status, 409);
  assert.deepEqual(
    world.asked.map(({ url, headers }) => [new URL(url).pathname, headers.get('tx_id')]),
    Array.from({ length: 3 }, () => ['/service/txid_status', sent.txId]),
  );
  assert.ok(
    (await world.storage.transferRecords()).some(
      ({ resource, detail }) => resource === household && detail === 'unable-to-deliver',
    ),
  );
});

test('bad news from a stranger who knows the tx_id: the transfer stays alive, and what comes is taken', async () => {
  for (const answer of [saysStatus(102), saysStatus('200'), () => new Response(null, { status: 403 }), undefined]) {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    world.answers.push(...Array.from({ length: 7 }, () => answer ?? (() => Promise.reject(new TypeError('away')))));
    const before = (await world.storage.transferRecords()).length;
    const said = await Promise.all(Array.from({ length: 20 }, () => world.tell(sent.txId, unable)));
    assert.ok(said.every(({ status }) => status === 200));
    await world.idle();
    assert.equal((await world.storage.transferRecords()).length, before, 'a stranger writes no records');
    assert.equal(world.asked.length, 7, 'however often it is said, it is looked at once');
    assert.equal((await browser.draft()).transfer.status, 'started');
    assert.equal((await world.deliver(sent.txId, both(world))).status, 200);
    await browser.comeBack(sent.txId, 200);
    await world.idle();
    assert.equal((await browser.draft()).transfer.status, 'filled');
  }
});

test('a package that comes meanwhile is taken, and the bad news forgotten', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  let answer = (): void => undefined;
  const asking = new Promise<void>((done) => (answer = done));
  world.answers.push(() => asking.then(saysStatus(102)));
  assert.equal((await world.tell(sent.txId, unable)).status, 200);
  assert.equal((await world.deliver(sent.txId, both(world))).status, 200);
  answer();
  await browser.comeBack(sent.txId, 200);
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('where the registration has an apiKey, nobody without it is listened to', async () => {
  const client = { ...(await openWorld(pki)).keys.clients[0]!, apiKey: 'the key of the SP-API' };
  const world = await openWorld(pki, { keys: { clients: [client] } as never });
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  for (const apiKey of [undefined, '', 'another', 7, [client.apiKey]]) {
    assert.equal((await world.tell(sent.txId, { ...unable, apiKey })).status, 403);
    assert.equal((await world.deliver(sent.txId, both(world), { apiKey })).status, 403);
  }
  world.answers.length = 0;
  assert.equal((await world.deliver(sent.txId, both(world), { apiKey: client.apiKey })).status, 200);
  await world.idle();
  assert.equal(world.asked.length, 1);
});

test('still preparing: waits as told, within bounds', async () => {
  const later = (seconds?: string) => () =>
    new Response(null, { status: 429, headers: seconds === undefined ? {} : { 'retry-after': seconds } });
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  world.answers.push(later('7'), later(), later('99999'));
  await world.deliver(sent.txId, both(world));
  await browser.comeBack(sent.txId, 200);
  await world.idle();
  const wholeTicket = 8 * 3_600_000;
  const lastTry = wholeTicket - 60_000;
  assert.deepEqual(world.waited, [7_000, 60_000, lastTry - 67_000], 'once more a minute before the ticket ends');
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('a platform that refuses or cannot be reached: 504', async () => {
  for (const answers of [
    [() => new Response(null, { status: 403 })],
    [() => new Response(null, { status: 201 })],
    [() => new Response(null, { status: 504 })],
    [
      () => {
        throw new TypeError('no network');
      },
    ],
  ]) {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    for (let i = 0; i < 8; i += 1) world.answers.push(...answers);
    await world.deliver(sent.txId, both(world));
    await world.idle();
    const draft = await browser.draft();
    assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', 504]);
  }
});

test('a restart takes up what was not yet fetched', async () => {
  const before = await openWorld(pki);
  const browser = before.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  before.answers.push(async () => {
    await held;
    return new Response(null, { status: 403 });
  });
  assert.equal((await before.deliver(sent.txId, both(before))).status, 200);
  await browser.comeBack(sent.txId, 200);
  const [waiting] = await before.storage.unsettledTransfers();
  assert.equal(waiting!.delivery!.sealed.includes('ticket'), false, 'ticket and key are sealed');

  const next = await openWorld(pki, {
    storage: before.storage,
    keys: before.keys,
    fetch: async () => before.answers.pop()!(),
  });
  await next.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');
  release();
  await before.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled', 'the first one’s failure comes too late to matter');
});

test('closing ends the waiting and leaves the transfer to the next start', async () => {
  const before = await openWorld(pki, { wait: undefined });
  const browser = before.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  before.answers.push(() => new Response(null, { status: 429, headers: { 'retry-after': '300' } }));
  await before.deliver(sent.txId, both(before));
  await browser.comeBack(sent.txId, 200);
  await before.close();
  assert.equal(before.asked.length, 1);
  assert.equal((await browser.draft()).transfer.status, 'preparing');
  const next = await openWorld(pki, {
    storage: before.storage,
    keys: before.keys,
    fetch: async () => before.answers.pop()!(),
  });
  await next.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('a journey needs a real id and one dataset of each choice', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const start = (nationalId: unknown, chosen: unknown) =>
    browser.send('POST', '/api/services/test-relief/journeys', { nationalId, chosen });
  assert.equal((await start('A123456788', [household])).status, 422);
  for (const chosen of [[], [household, lowIncome], [personal], [household, 'API.other'], 'x', null, undefined]) {
    const refused = await start(resident.nationalId, chosen);
    assert.equal(refused.status, 422);
    assert.equal(((await refused.json()) as { error: { code: string } }).error.code, 'choice-missing');
  }
  assert.equal((await start(resident.nationalId, [lowIncome])).status, 200);
});

test('where nothing is to be chosen, nothing has to be said of it', () => {
  const service = { asked: { all: [{ id: household }], anyOf: [] } } as unknown as CountyService;
  assert.deepEqual(askedResources(service, undefined), [household]);
});
