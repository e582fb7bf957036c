import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { unzipSync } from 'fflate';
import type { CaseView, DeskView } from '#schemas/wire/counter-api.ts';
import type { DraftView, SubmitResult } from '#schemas/wire/county-api.ts';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { lifetimes } from '../../lifetimes.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { newSecretKey } from '../../protocol/mydata-1/payload.ts';
import { encryptUid } from '../../protocol/mydata-1/uid.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import type { ApplicationContents } from '../applications/application-contents.ts';
import {
  code,
  handOver,
  householdEntry,
  json,
  openCase,
  personalEntry,
  presentAnswer,
  scanAndType,
  serial,
} from '../testing/counter.ts';
import { openWorld, type Browser, type World } from '../testing/county-under-test.ts';
import { personalPayload, resident, stranger } from '../testing/payloads.ts';
import { atCounter, csrfOf, deskAt, signInAs, submitForm } from '../testing/staff.ts';
import { household, personal } from '../testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const errorOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string } };
  return [response.status, error.code];
};
const caseUrl = (id: string) => `/api/counter/cases/${id}`;
const draftUrl = (id: string) => `${caseUrl(id)}/services/test-relief/draft`;
const deskOf = async (desk: Browser) => (await (await desk.request('/api/counter')).json()) as DeskView;
const viewOf = async (desk: Browser, id: string) => (await (await desk.request(caseUrl(id))).json()) as CaseView;
const draftOf = async (desk: Browser, id: string) => (await (await desk.request(draftUrl(id))).json()) as DraftView;

async function sendIn(desk: Browser, id: string): Promise<Response> {
  const draft = await draftOf(desk, id);
  const official = Object.fromEntries(
    Object.entries(draft.official).flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value]])),
  );
  const typed = { phone: '0912345678', reason: 'illness', hospital: '朴子醫院', agreed: true };
  return desk.send('POST', `${caseUrl(id)}/services/test-relief/applications`, {
    answers: { ...official, birthDate: resident.birthDate, ...typed },
    claims: {},
    formVersion: draft.formVersion,
    revision: draft.revision,
  });
}

const held = { staff: 'sandbox-clerk', office: 'county', role: 'clerk' } as const;
for (const [what, step] of [
  ['the role', async () => ({ step: 'take-role', membership: held }) as const],
  ['the account', async (world: World) => ({ step: 'close-account', id: held.staff, at: world.now }) as const],
] as const)
  test(`a clerk who listens hears nothing more once ${what} is gone`, async () => {
    const beats: (() => void)[] = [];
    const world = await openWorld(pki, { wait: () => new Promise<void>((end) => void beats.push(end)) });
    const desk = await atCounter(world);
    const id = await openCase(world, desk);
    const events = await desk.request(`${draftUrl(id)}/events`);
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    while (!seen.includes('"filled"')) seen += (await reader.read()).value ?? '';
    assert.deepEqual(await world.storage.commit([await step(world)]), { ok: true });
    while (!beats.length) await new Promise((tick) => setImmediate(tick));
    for (const end of beats) end();
    for (let last = await reader.read(); !last.done; last = await reader.read()) assert.fail(last.value);
  });

test('a key at the counter is 32 characters that nobody parses', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  await handOver(world, undefined, {}, 'Zk3xQ9vTtB7mWn5RyUe2Lp8HsGd4JaFc');
  assert.equal((await scanAndType(world, desk)).status, 201);
});

for (const [engine, storage] of [
  ['memory', memoryCountyStorage],
  ['sqlite', () => sqliteCountyStorage(':memory:')],
] as const) {
  test(`from the barcode to an application, with the clerk in it (${engine})`, async () => {
    const world = await openWorld(pki, { storage: storage() });
    const desk = await atCounter(world);
    const { txId } = await handOver(world);
    const answer = await scanAndType(world, desk);
    assert.equal(answer.status, 201);
    const { case: id } = (await answer.json()) as { case: string };

    const [present, typed, data] = world.asked;
    assert.equal(present!.url, 'http://localhost:8701/service/counter/present');
    const basic = Buffer.from(`${world.client.clientId}:${world.client.clientSecret}`).toString('base64');
    assert.equal(present!.headers.get('authorization'), `Basic ${basic}`);
    const sent = (await present!.json()) as { serial: string; desk: Record<string, string> };
    assert.equal(sent.serial, serial);
    assert.match(sent.desk.id!, /^[0-9a-f]{32}$/);
    assert.deepEqual(
      [sent.desk.agency, sent.desk.counter, sent.desk.clerk],
      ['嘉義縣社會局', '3 號櫃檯', 'sandbox-clerk'],
    );
    assert.deepEqual(await typed!.json(), { attempt: 'attempt-of-the-platform', code });
    assert.equal(data!.url, 'http://localhost:8701/service/data');

    const draft = await draftOf(desk, id);
    assert.equal(draft.transfer.status, 'filled');
    assert.equal(draft.official.applicantName!.value, resident.name);
    assert.equal(draft.official.applicantId!.value, resident.nationalId);
    assert.equal(draft.official.relationship!.value, '長女');
    const view = await viewOf(desk, id);
    assert.deepEqual(view.applicant, { name: resident.name, nationalId: resident.nationalId });
    assert.equal(view.official.birthDate!.value, resident.birthDate, 'a clerk sees what is compared');
    assert.deepEqual(
      view.datasets.map((dataset) => [dataset.id, dataset.files.map(({ name }) => name)]),
      [
        [personal, ['data.json']],
        [household, ['data.json']],
      ],
    );

    const made = await sendIn(desk, id);
    assert.equal(made.status, 201);
    const { applicationNo } = (await made.json()) as SubmitResult;
    const row = (await world.storage.application(applicationNo))!;
    assert.deepEqual(row.history[0]!.note!['zh-Hant'], '由嘉義縣社會局3 號櫃檯的承辦人員代為送出。');
    const contents = world.county.seals.openJson<ApplicationContents>('application', row.number, row.contents);
    assert.equal(contents.channel, 'counter');
    assert.equal(contents.atCounter!.clerkId, 'sandbox-clerk');
    const progress = await world.browser().send('POST', '/api/progress', {
      applicationNo,
      nationalId: resident.nationalId,
    });
    assert.match(await progress.text(), /代為送出/);

    const { cases } = (await (await desk.request('/api/counter/cases')).json()) as {
      cases: { state: string; applicationNo: string }[];
    };
    assert.deepEqual(
      cases.map(({ state, applicationNo: number }) => [state, number]),
      [['submitted', applicationNo]],
    );
    assert.deepEqual(await errorOf(await desk.request(caseUrl(id))), [410, 'case-over']);
    assert.equal(await world.storage.official((await world.storage.counterCase(id))!.draftId), undefined);

    const records = await world.storage.transferRecords();
    assert.deepEqual(
      records.map(({ event }) => event),
      [330, 310, 310, 310, 360],
    );
    const person = world.county.seals.hash('person', resident.nationalId);
    assert.ok(records.slice(1).every((record) => record.txId === txId && record.person === person));
    const verbs = (await world.storage.staffActions(5)).map(({ verb }) => verb);
    assert.deepEqual(verbs, ['submit-for-applicant', 'view-case', 'open-case', 'present-barcode', 'open-desk']);
    const logged = JSON.stringify([world.lines, await world.storage.staffActions(50)]);
    for (const secret of [resident.nationalId, resident.name, serial, code]) assert.ok(!logged.includes(secret));
  });

  test(`of two clicks one saves the datasets, and the case is over (${engine})`, async () => {
    const world = await openWorld(pki, { storage: storage() });
    const desk = await atCounter(world);
    const id = await openCase(world, desk);
    const take = (datasets: unknown) => desk.send('POST', `${caseUrl(id)}/datasets`, { datasets });
    for (const none of [undefined, [], 'all', [personal, 'API.other00000']])
      assert.deepEqual(await errorOf(await take(none)), [422, 'dataset-missing']);
    const answers = await Promise.all([take([personal, household]), take([personal, household])]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 410]);
    const zip = answers.find(({ status }) => status === 200)!;
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    assert.deepEqual(Object.keys(files).sort(), [`${personal}.zip`, `${household}.zip`].sort());
    assert.ok(unzipSync(files[`${personal}.zip`]!)['META-INFO/manifest.sha256withrsa']);
    assert.deepEqual(await errorOf(await desk.request(draftUrl(id))), [410, 'case-over']);
    const [action] = await world.storage.staffActions(1);
    assert.deepEqual([action!.verb, action!.object], ['take-datasets', `test-relief ${id} ${personal} ${household}`]);
    assert.equal((await world.storage.transferRecords()).at(-1)!.event, 360);
  });
}

test('one dataset is saved as its agency signed it', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const id = await openCase(world, desk);
  const saved = await desk.send('POST', `${caseUrl(id)}/datasets`, { datasets: [personal] });
  assert.match(saved.headers.get('content-disposition')!, /attachment; filename\*=UTF-8''API\.7QovE2Gev6\.zip/);
  assert.ok(unzipSync(new Uint8Array(await saved.arrayBuffer()))['META-INFO/certificate.cer']);
});

test('a document is shown, and that it was is recorded', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const id = await openCase(world, desk);
  const shown = await desk.request(`${caseUrl(id)}/files/${personal}/data.json`);
  assert.equal(shown.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.deepEqual(await shown.json(), personalPayload());
  assert.equal((await world.storage.staffActions(1))[0]!.verb, 'view-document');
  const other = await desk.request(`${caseUrl(id)}/files/${personal}/other.json`);
  assert.deepEqual(await errorOf(other), [404, 'file-unknown']);
});

test('serial and code are read as people type them; what can be none does not reach the platform', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const present = (given: unknown) =>
    desk.send('POST', '/api/counter/present', { service: 'test-relief', serial: given });
  for (const typed of ['K7M2 QX94', ' k7m2-qx94 ', 'Ｋ７Ｍ２ＱＸ９４']) {
    world.answers.push(presentAnswer);
    assert.equal((await present(typed)).status, 200);
    assert.equal(((await world.asked.at(-1)!.json()) as { serial: string }).serial, serial);
  }
  const before = world.asked.length;
  for (const typed of ['', 'k7m2qx9', 'k7m2qx944', 'k7m2qx9!', 12345678, null])
    assert.deepEqual(await errorOf(await present(typed)), [422, 'counter-entry']);
  const elsewhere = await desk.send('POST', '/api/counter/present', { service: 'other', serial });
  assert.deepEqual(await errorOf(elsewhere), [404, 'service-unknown']);
  assert.equal(world.asked.length, before);
});

test('the platform’s refusals keep their meaning and their time', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  world.answers.push(presentAnswer);
  const presented = await desk.send('POST', '/api/counter/present', { service: 'test-relief', serial });
  const { attempt } = (await presented.json()) as { attempt: string };
  const typed = () => desk.send('POST', '/api/counter/code', { attempt, code });
  const answers = [
    [json({}, 403), 403, 'counter-refused'],
    [json({}, 423, { 'retry-after': '840' }), 423, 'desk-out'],
    [json({}, 500), 502, 'platform-away'],
    [json({ tx_id: 'x' }), 502, 'platform-away'],
  ] as const;
  for (const [answer, status, error] of answers) {
    world.answers.push(() => answer);
    const refused = await typed();
    if (status === 423) assert.equal(refused.headers.get('retry-after'), '840');
    assert.deepEqual(await errorOf(refused), [status, error]);
    if (status === 423) world.now = new Date(world.now.getTime() + 840_000);
  }
  world.answers.push(() => json({}, 429, { 'retry-after': '77' }));
  const early = await desk.send('POST', '/api/counter/resend', { attempt });
  assert.equal(early.headers.get('retry-after'), '77');
  assert.deepEqual(await errorOf(early), [429, 'resend-early']);
  assert.equal((await world.storage.staffActions(9)).filter(({ verb }) => verb === 'code-refused').length, 4);
});

/** A second service of the county, owned by that office, or known to the platform only. */
async function addService(world: World, office: string): Promise<void> {
  const own = world.county.services.get('test-relief')!;
  const name = { 'zh-Hant': '敬老卡', en: 'Senior card' };
  world.county.services.set('test-card', {
    ...own,
    service: { ...own.service, id: 'test-card', name },
    client: { ...own.client!, clientId: 'CLI.testcard00', clientSecret: 'secretofthecard0' },
  });
  await world.storage.commit([{ step: 'own-service', service: 'test-card', office }]);
}
const otherService =
  (more: Readonly<Record<string, unknown>> = {}) =>
  () =>
    json({ error: { code: 'other-service', client_id: 'CLI.testcard00', service: '敬老卡', ...more } }, 409);
const scan = (desk: Browser, more: object = {}) => desk.send('POST', '/api/counter/present', { serial, ...more });
const clientOf = (request: Request) =>
  Buffer.from(request.headers.get('authorization')!.slice(6), 'base64').toString('utf8').split(':')[0];

test('nobody chooses a service: what the barcode is for is presented as that one, and said', async () => {
  const world = await openWorld(pki);
  const { office } = (await world.storage.serviceOwner('test-relief'))!;
  await addService(world, office);
  const desk = await atCounter(world);
  world.answers.push(otherService(), () =>
    json({ attempt: 'attempt-of-the-platform', sent: false, expires_in: 48, resend_after: 48 }),
  );
  const answer = await scan(desk);
  assert.equal(answer.status, 200);
  const { attempt: _sealed, ...said } = (await answer.json()) as Record<string, unknown>;
  assert.deepEqual(said, {
    sent: false,
    codeFor: 48,
    resendAfter: 48,
    service: { id: 'test-card', name: { 'zh-Hant': '敬老卡', en: 'Senior card' } },
  });
  assert.deepEqual(world.asked.map(clientOf), [world.client.clientId, 'CLI.testcard00']);
  const [action] = await world.storage.staffActions(1);
  assert.match(action!.object, /^test-card /);
});

test('a barcode of another office or county is said to be that, sends nothing and locks nothing', async () => {
  const world = await openWorld(pki);
  const top = (await world.storage.offices()).find(({ parent }) => parent === undefined)!.id;
  const name = { 'zh-Hant': '民政處', en: 'Civil affairs' };
  await world.storage.commit([{ step: 'add-office', office: { id: 'elsewhere', name, parent: top } }]);
  await addService(world, 'elsewhere');
  const desk = await atCounter(world);
  const refusals: string[] = [];
  for (let tries = 0; tries < 12; tries += 1) {
    const more = tries % 2 ? {} : { client_id: 'CLI.faraway000', agency: '澎湖縣政府', service: '急難\u202e救助' };
    world.answers.push(otherService(more));
    const answer = await scan(desk);
    const { error } = (await answer.json()) as { error: { code: string; message: { 'zh-Hant': string } } };
    assert.deepEqual([answer.status, error.code], [409, 'barcode-elsewhere']);
    refusals.push(error.message['zh-Hant']);
  }
  assert.match(refusals[0]!, /^這是澎湖縣政府「急難救助」的條碼.*沒有送出驗證密碼，也不算輸入錯誤/);
  assert.match(refusals[1]!, /^這是民政處「敬老卡」的條碼/);
  assert.equal((await deskOf(desk)).outFor, undefined);
  assert.equal(world.asked.length, 12, 'nothing was presented as the other office’s service');
});

test('why a barcode or a code is good no more is said; only a wrong code is a mistake', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const whys = ['taken', 'renewed', 'expired', 'burnt', 'spent', 'gone'];
  for (const why of whys) {
    world.answers.push(() => json({ error: { code: 'barcode-over', why } }, 410));
    assert.deepEqual(await errorOf(await scan(desk)), [410, `barcode-${why}`]);
  }
  world.answers.push(() => json({ error: { code: 'serial-unknown' } }, 404));
  assert.deepEqual(await errorOf(await scan(desk)), [404, 'barcode-unknown']);
  world.answers.push(presentAnswer);
  const { attempt } = (await (await scan(desk)).json()) as { attempt: string };
  for (let tries = 0; tries < 9; tries += 1) {
    world.answers.push(() => json({ error: { code: 'code-over' } }, 410));
    const late = await desk.send('POST', '/api/counter/code', { attempt, code });
    assert.deepEqual(await errorOf(late), [410, 'code-over']);
  }
  assert.equal((await deskOf(desk)).outFor, undefined);
});

test('a service that the platform does not take as a counter’s keeps no other from being found', async () => {
  const world = await openWorld(pki);
  await addService(world, (await world.storage.serviceOwner('test-relief'))!.office);
  const desk = await atCounter(world);
  world.answers.push(() => json({ error: { code: 'counter-not-open' } }, 403), presentAnswer);
  const { service } = (await (await scan(desk)).json()) as { service: { id: string } };
  assert.equal(service.id, 'test-card');
  world.answers.push(...[1, 2].map(() => () => json({ error: { code: 'counter-not-open' } }, 403)));
  assert.deepEqual(await errorOf(await scan(desk)), [502, 'platform-away']);
});

test('five wrong codes put the clerk out of use for 15 minutes; what the platform could not answer is no mistake', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  world.answers.push(presentAnswer);
  const presented = await desk.send('POST', '/api/counter/present', { service: 'test-relief', serial });
  const { attempt } = (await presented.json()) as { attempt: string };
  const typed = () => desk.send('POST', '/api/counter/code', { attempt, code });
  for (const status of [500, 403, 403, 500, 403, 403]) {
    world.answers.push(() => json({}, status));
    assert.equal((await typed()).status, status === 403 ? 403 : 502);
  }
  world.answers.push(() => json({}, 403));
  const out = async (answer: Response) => {
    assert.deepEqual([answer.headers.get('retry-after'), await errorOf(answer)], ['900', [423, 'desk-out']]);
  };
  await out(await typed());
  const asked = world.asked.length;
  await out(await typed());
  await out(await desk.send('POST', '/api/counter/present', { service: 'test-relief', serial }));
  assert.equal(world.asked.length, asked, 'the platform is not asked');
  assert.equal((await deskOf(desk)).outFor, 900);
  await submitForm(desk, '/staff/sign-out', { csrf: await csrfOf(desk, '/staff') });
  const elsewhere = await atCounter(world, 'clerk', '4');
  assert.equal((await deskOf(elsewhere)).outFor, 870, 'the clerk takes it along');
  const colleague = await atCounter(world, 'clerk2', '3');
  assert.equal((await deskOf(colleague)).outFor, 840, 'the desk keeps it');
  assert.equal((await deskOf(await atCounter(world, 'clerk2', '2'))).outFor, undefined);
  world.now = new Date(world.now.getTime() + lifetimes.counterLockout.ms);
  assert.equal((await deskOf(await atCounter(world))).outFor, undefined);
});

test('what the platform says of barcodes is still said after a reload, for this sign-in and its desk', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  world.answers.push(() => json({}, 423, { 'retry-after': '900' }));
  const present = () => desk.send('POST', '/api/counter/present', { service: 'test-relief', serial });
  assert.equal((await present()).status, 423);
  const asked = world.asked.length;
  assert.deepEqual(await errorOf(await present()), [423, 'desk-out']);
  assert.equal(world.asked.length, asked, 'the platform is not asked again');
  world.now = new Date(world.now.getTime() + 60_000);
  assert.equal((await deskOf(desk)).outFor, 840);
  world.now = new Date(world.now.getTime() + 840_000 - 1);
  assert.equal((await deskOf(desk)).outFor, 1);
  world.now = new Date(world.now.getTime() + 1);
  assert.equal((await deskOf(desk)).outFor, undefined);
});

test('who has left a desk spoils it no more: what was presented there is no attempt anywhere else', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  world.answers.push(presentAnswer);
  const presented = await desk.send('POST', '/api/counter/present', { service: 'test-relief', serial });
  const { attempt } = (await presented.json()) as { attempt: string };
  const { office } = (await world.storage.serviceOwner('test-relief'))!;
  const csrf = await csrfOf(desk, '/staff/desk');
  await submitForm(desk, '/staff/desk', { csrf, desk: await deskAt(world, office, '4') });
  const asked = world.asked.length;
  for (const path of ['code', 'resend'])
    assert.deepEqual(await errorOf(await desk.send('POST', `/api/counter/${path}`, { attempt, code })), [
      404,
      'attempt-unknown',
    ]);
  assert.equal(world.asked.length, asked);
});

test('an attempt is the session’s that began it', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const other = await atCounter(world, 'clerk2', '4');
  world.answers.push(presentAnswer);
  const presented = await desk.send('POST', '/api/counter/present', { service: 'test-relief', serial });
  const { attempt } = (await presented.json()) as { attempt: string };
  for (const given of [attempt, 'attempt-of-the-platform', '', undefined]) {
    const typed = await other.send('POST', '/api/counter/code', { attempt: given, code });
    assert.deepEqual(await errorOf(typed), [404, 'attempt-unknown']);
  }
});

test('a case is its office’s; others, and people without a counter, have none', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const id = await openCase(world, desk);
  assert.equal((await (await atCounter(world, 'clerk2', '4')).request(caseUrl(id))).status, 200);
  const row = (await world.storage.counterCase(id))!;
  await world.storage.commit([
    {
      step: 'open-case',
      row: { ...row, id: '00000000-0000-4000-8000-000000000000', txId: 'other', office: 'another' },
    },
  ]);
  assert.deepEqual(await errorOf(await desk.request(caseUrl('00000000-0000-4000-8000-000000000000'))), [
    404,
    'case-unknown',
  ]);
  assert.deepEqual(await errorOf(await world.browser().request(caseUrl(id))), [401, 'staff-sign-in']);
  assert.deepEqual(await errorOf(await (await signInAs(world, 'designer')).request(caseUrl(id))), [403, 'staff-role']);
  assert.deepEqual(await errorOf(await (await signInAs(world, 'clerk')).request(caseUrl(id))), [409, 'desk-missing']);
});

test('limit: after eight hours a case is over and nothing of it is left', async () => {
  const world = await openWorld(pki, { storage: sqliteCountyStorage(':memory:') });
  const id = await openCase(world, await atCounter(world));
  const opened = world.now.getTime();
  const later = async (ms: number) => {
    world.now = new Date(opened + ms - 30_000);
    return atCounter(world);
  };
  const desk = await later(lifetimes.storedData.ms - 1);
  const draft = await draftOf(desk, id);
  const saved = await desk.send('PUT', draftUrl(id), {
    answers: { phone: '0912345678' },
    claims: {},
    revision: draft.revision,
  });
  assert.equal(saved.status, 200, 'saving does not make it live longer');
  const after = await later(lifetimes.storedData.ms);
  assert.deepEqual(await errorOf(await after.request(caseUrl(id))), [410, 'case-over']);
  await world.sweep();
  const { draftId } = (await world.storage.counterCase(id))!;
  assert.equal(await world.storage.draftById(draftId), undefined);
  assert.equal(await world.storage.official(draftId), undefined);
});

test('a package of another dataset, or of two people, is not taken', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const other = { ...personalEntry(world), zip: world.signed(personalPayload(stranger.nationalId, stranger.name)) };
  for (const entries of [
    [other, householdEntry(world)],
    [{ ...personalEntry(world), resourceId: 'API.other00000' }],
    [
      { ...personalEntry(world), zip: undefined },
      { ...householdEntry(world), code: 504, zip: undefined },
    ],
  ]) {
    await handOver(world, entries as never);
    assert.deepEqual(await errorOf(await scanAndType(world, desk)), [502, 'case-package']);
  }
  const { cases } = (await (await desk.request('/api/counter/cases')).json()) as { cases: { state: string }[] };
  assert.deepEqual(
    cases.map(({ state }) => state),
    ['failed', 'failed', 'failed'],
  );
});

test('of a household the platform says who came', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const secretKey = newSecretKey();
  await handOver(world, [householdEntry(world)], {}, secretKey);
  const whose: string[] = [];
  for (const right of [false, true])
    world.answers.push(() => {
      whose.push(world.asked.at(-1)!.headers.get('uid')!);
      return json({ code: right });
    });
  const answer = await scanAndType(world, desk);
  assert.equal(answer.status, 201);
  assert.deepEqual(
    whose,
    ['F131104093', resident.nationalId].map((id) => encryptUid(secretKey, id)),
  );
  const { case: id } = (await answer.json()) as { case: string };
  const view = await viewOf(desk, id);
  assert.equal(view.official.relationship!.value, '長女');
  assert.deepEqual(view.applicant, { name: resident.name, nationalId: resident.nationalId });
});

test('an agent is named on the case and in the application', async () => {
  const world = await openWorld(pki);
  const desk = await atCounter(world);
  const agent = { name: '林志明', uid: encryptField(world.client, stranger.nationalId), acts_for: resident.name };
  await handOver(world, undefined, { agent });
  const { case: id } = (await (await scanAndType(world, desk)).json()) as { case: string };
  assert.deepEqual((await viewOf(desk, id)).agent, { name: '林志明', nationalId: stranger.nationalId });
  const { applicationNo } = (await (await sendIn(desk, id)).json()) as SubmitResult;
  const row = (await world.storage.application(applicationNo))!;
  const contents = world.county.seals.openJson<ApplicationContents>('application', row.number, row.contents);
  assert.equal(contents.atCounter!.agent!.nationalId, stranger.nationalId);
});

test('what is kept of a case at rest holds no value in clear', async () => {
  const world = await openWorld(pki);
  const id = await openCase(world, await atCounter(world));
  const { draftId, txId } = (await world.storage.counterCase(id))!;
  const text = JSON.stringify(
    [
      await world.storage.counterCase(id),
      await world.storage.official(draftId),
      await world.storage.transfer(txId),
      await world.storage.draftById(draftId),
    ],
    (_key, value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : value),
  );
  for (const secret of [resident.nationalId, resident.name, '太保市']) assert.ok(!text.includes(secret));
});

test('putting a case aside erases it', async () => {
  const world: World = await openWorld(pki);
  const desk = await atCounter(world);
  const id = await openCase(world, desk);
  assert.equal((await desk.send('DELETE', caseUrl(id))).status, 204);
  assert.deepEqual(await errorOf(await desk.request(caseUrl(id))), [410, 'case-over']);
  assert.equal((await world.storage.transferRecords()).at(-1)!.event, 360);
});
