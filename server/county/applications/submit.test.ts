import { newApplicationNumber } from './application-number.ts';
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Answers } from '#schemas/form/answers.ts';
import type { ApiError, Claims, DraftView, SubmitResult, UploadedFile } from '#schemas/wire/county-api.ts';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { createTestPki, testNow, type TestPki } from '../../testing/test-pki.ts';
import type { CountyDependencies } from '../config.ts';
import { countyUrl, openWorld, platformUrl, type Browser, type World } from '../testing/county-under-test.ts';
import { householdPayload, personalPayload, resident, stranger } from '../testing/payloads.ts';
import { household, personal, testForm, testService } from '../testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const typed: Answers = { phone: '0912345678', reason: 'illness', hospital: '朴子醫院', agreed: true };
const url = '/api/services/test-relief';

interface Filled {
  readonly world: World;
  readonly browser: Browser;
  readonly draft: DraftView;
  /** As the check page shows them. */
  readonly answers: Answers;
}

async function filled(change: Partial<CountyDependencies> = {}): Promise<Filled> {
  const world = await openWorld(pki, change);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, [
    { resourceId: personal, resourceName: '個人戶籍資料', code: 200, zip: world.signed(personalPayload()) },
    { resourceId: household, resourceName: '現戶全戶戶籍資料', code: 200, zip: world.signed(householdPayload()) },
  ]);
  await world.idle();
  await browser.comeBack(sent.txId, 200);
  const draft = await browser.draft();
  const official = Object.fromEntries(
    Object.entries(draft.official).flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value]])),
  );
  return { world, browser, draft, answers: { ...official, birthDate: resident.birthDate, ...typed } };
}

const submit = (browser: Browser, draft: DraftView, answers: Answers, claims: Claims = {}) =>
  browser.send('POST', `${url}/applications`, {
    answers,
    claims,
    formVersion: draft.formVersion,
    revision: draft.revision,
  });

async function errorOf(
  response: Response,
): Promise<{ status: number; code: string; fields: readonly (readonly [string, string])[] }> {
  const { error } = (await response.json()) as ApiError;
  return {
    status: response.status,
    code: error.code,
    fields: (error.fields ?? []).map(({ field, keyword }) => [field, keyword] as const),
  };
}

async function applicationOf(world: World, { applicationNo }: SubmitResult) {
  return (await (await world.app.request(`/sandbox/applications/${applicationNo}`)).json()) as {
    answers: Answers;
    origins: Record<
      string,
      { source: string; state?: string; official?: unknown; claim?: { text: string }; provenance?: { dataset: string } }
    >;
    files: readonly UploadedFile[];
    evidence: readonly unknown[];
  };
}

for (const [engine, storage] of [
  ['memory', memoryCountyStorage],
  ['SQLite', () => sqliteCountyStorage(':memory:')],
] as const)
  test(`an application is made, with the source of every value, and the draft is gone (${engine})`, async () => {
    const { world, browser, draft, answers } = await filled({ storage: storage() });
    const response = await submit(browser, draft, answers);
    assert.equal(response.status, 201);
    const result = (await response.json()) as SubmitResult;
    assert.match(result.applicationNo, /^CY1151123-\d{7}$/);
    assert.deepEqual([result.submittedAt, result.processingDays], [testNow.toISOString(), 7]);

    const application = await applicationOf(world, result);
    assert.deepEqual(application.answers, answers);
    assert.equal(application.origins.applicantName!.state, 'untouched');
    assert.equal(application.origins.applicantName!.provenance!.dataset, personal);
    assert.equal(application.origins.birthDate!.state, 'compared');
    assert.equal(application.origins.members!.state, 'untouched');
    assert.equal(application.origins.phone!.source, 'typed');
    assert.equal(application.evidence.length, 2);
    assert.equal((await world.storage.transferRecords()).at(-1)?.event, 360);

    const row = await world.storage.application(result.applicationNo);
    assert.equal(Buffer.from(row!.contents).includes(resident.name), false);
    assert.equal(JSON.stringify(row).includes(resident.nationalId), false);
    const next = await browser.draft();
    assert.deepEqual([next.answers, next.official, next.transfer.status], [{}, {}, 'none']);
    assert.equal(JSON.stringify(world.lines).includes(resident.nationalId), false);
    assert.equal(JSON.stringify(world.lines).includes(resident.name), false);
  });

for (const [engine, storage] of [
  ['memory', memoryCountyStorage],
  ['SQLite', () => sqliteCountyStorage(':memory:')],
] as const)
  test(`the same submit again gives the same number; so do many at once (${engine})`, async () => {
    const { world, browser, draft, answers } = await filled({ storage: storage() });
    const results = await Promise.all(Array.from({ length: 8 }, () => submit(browser, draft, answers)));
    const numbers = await Promise.all(
      results.map(async (response) => ((await response.json()) as SubmitResult).applicationNo),
    );
    assert.deepEqual(new Set(results.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(numbers).size, 1);
    const again = await submit(browser, draft, answers);
    assert.deepEqual([again.status, ((await again.json()) as SubmitResult).applicationNo], [201, numbers[0]]);
    await browser.draft();
    const later = await submit(browser, draft, answers);
    assert.deepEqual([later.status, ((await later.json()) as SubmitResult).applicationNo], [201, numbers[0]]);
    assert.equal((await world.storage.applications()).length, 1);
    assert.equal(
      (await errorOf(await submit(browser, draft, { ...answers, phone: '0987654321' }))).code,
      'draft-gone',
      'nothing is left that another answer could be about',
    );
    assert.equal((await errorOf(await submit(world.browser(), draft, answers))).code, 'draft-gone');
  });

test('without MyData the whole form is typed', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const draft = await browser.draft();
  const answers: Answers = {
    ...typed,
    applicantName: '王小明',
    applicantId: stranger.nationalId,
    birthDate: '1970-05-05',
    marriage: '未婚',
    registeredAddress: '嘉義縣',
  };
  const result = (await (await submit(browser, draft, answers)).json()) as SubmitResult;
  const application = await applicationOf(world, result);
  assert.ok(Object.values(application.origins).every(({ source }) => source === 'typed'));
});

test('a locked or confirmed value that differs is refused by name', async () => {
  const { world, browser, draft, answers } = await filled();
  const members = answers.members as readonly Answers[];
  const changes: readonly (readonly [string, Answers])[] = [
    ['applicantName', { applicantName: '陳大玲' }],
    ['applicantId', { applicantId: stranger.nationalId }],
    ['marriage', { marriage: '離婚' }],
    ['members[0].name', { members: [{ name: '別人' }, ...members.slice(1)] as never }],
    ['members', { members: members.slice(1) as never }],
  ];
  for (const [field, change] of changes) {
    assert.deepEqual(await errorOf(await submit(browser, draft, { ...answers, ...change })), {
      status: 422,
      code: 'official-changed',
      fields: [[field, 'official-changed']],
    });
  }
  const without = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== 'applicantName'));
  assert.deepEqual((await errorOf(await submit(browser, draft, without))).fields, [
    ['applicantName', 'official-changed'],
  ]);
  assert.equal((await world.storage.applications()).length, 0);
});

test('rows and answers may be added beside the official ones', async () => {
  const { world, browser, draft, answers } = await filled();
  const members = [
    ...(answers.members as readonly Answers[]).map((row) => ({ ...row, income: 0 })),
    { name: '新生兒' },
  ];
  const result = (await (await submit(browser, draft, { ...answers, members })).json()) as SubmitResult;
  assert.deepEqual((await applicationOf(world, result)).answers.members, members);
});

test('what the resident says of an official value stands beside it', async () => {
  const { world, browser, draft, answers } = await filled();
  const withoutMarriage = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== 'marriage'));
  assert.deepEqual((await errorOf(await submit(browser, draft, withoutMarriage))).fields, [['marriage', 'confirm']]);
  assert.deepEqual(
    (await errorOf(await submit(browser, draft, { ...answers, registeredAddress: '嘉義縣朴子市' }))).fields,
    [['registeredAddress', 'reason']],
  );
  const claims: Claims = {
    marriage: { kind: 'wrong', text: '上個月已結婚' },
    registeredAddress: { kind: 'changed', text: '已遷居' },
    applicantName: { kind: 'wrong', text: '已改名' },
  };
  const result = (await (
    await submit(browser, draft, { ...withoutMarriage, registeredAddress: '嘉義縣朴子市' }, claims)
  ).json()) as SubmitResult;
  const { answers: kept, origins } = await applicationOf(world, result);
  assert.deepEqual(
    [origins.marriage!.state, kept.marriage, origins.marriage!.claim!.text],
    ['claimed', '未婚', '上個月已結婚'],
  );
  assert.deepEqual(
    [origins.registeredAddress!.state, kept.registeredAddress, origins.registeredAddress!.official],
    ['changed', '嘉義縣朴子市', answers.registeredAddress],
  );
  assert.deepEqual([origins.applicantName!.state, kept.applicantName], ['claimed', resident.name]);
});

test('a compared value tells nothing but that it differs, and guessing ends', async () => {
  const { browser, draft, answers } = await filled();
  for (let i = 0; i < 5; i += 1) {
    const response = await submit(browser, draft, { ...answers, birthDate: `1980-01-1${i}` });
    const text = await response.text();
    assert.equal(text.includes(resident.birthDate), false);
    assert.ok(text.includes('"compare"'));
  }
  assert.deepEqual(await errorOf(await submit(browser, draft, answers)), {
    status: 429,
    code: 'too-many-tries',
    fields: [],
  });
});

test('other mistakes are not counted as guesses', async () => {
  const { browser, draft, answers } = await filled();
  for (let i = 0; i < 7; i += 1) assert.equal((await submit(browser, draft, { ...answers, phone: '12' })).status, 422);
  // Nor is what cannot be the value at all, whether or not it looks like the record.
  const shapeless = ['1980-13-01', '民國69年', 'x', `${resident.birthDate}x`, '1980-02-30', '69'];
  for (const birthDate of shapeless)
    assert.deepEqual((await errorOf(await submit(browser, draft, { ...answers, birthDate }))).fields, [
      ['birthDate', 'format'],
    ]);
  assert.equal((await submit(browser, draft, answers)).status, 201);
});

test('the server validates with the page’s validator, question by question, and drops what is not asked', async () => {
  const { world, browser, draft, answers } = await filled();
  const bad = Object.fromEntries(
    Object.entries({ ...answers, phone: '12' }).filter(([id]) => id !== 'agreed' && id !== 'hospital'),
  );
  assert.deepEqual(await errorOf(await submit(browser, draft, bad)), {
    status: 422,
    code: 'answers-invalid',
    fields: [
      ['phone', 'format'],
      ['hospital', 'required'],
      ['agreed', 'required'],
    ],
  });
  const result = (await (await submit(browser, draft, { ...answers, reason: 'death' })).json()) as SubmitResult;
  assert.equal('hospital' in (await applicationOf(world, result)).answers, false);
});

test('stale revisions, other versions and strange bodies are refused', async () => {
  const { browser, draft, answers } = await filled();
  assert.equal(
    (await errorOf(await submit(browser, { ...draft, revision: draft.revision - 1 }, answers))).code,
    'draft-conflict',
  );
  assert.equal((await errorOf(await submit(browser, { ...draft, formVersion: 2 }, answers))).code, 'form-changed');
  for (const change of [
    { unknown: 'x' },
    { phone: null },
    { phone: { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } } },
  ]) {
    assert.equal(
      (await errorOf(await submit(browser, draft, { ...answers, ...(change as unknown as Answers) }))).code,
      'body-unreadable',
    );
  }
});

test('files are looked at, limited, handed over, and cannot be another’s', async () => {
  const { world, browser, draft, answers } = await filled();
  const upload = async (name: string, bytes: Uint8Array | string, field = 'proof', who = browser) => {
    const form = new FormData();
    form.set('file', new File([bytes as BlobPart], name));
    return who.request(`${url}/draft/files?field=${field}`, { method: 'POST', body: form });
  };
  assert.equal((await errorOf(await upload('a.pdf', 'MZ not a pdf'))).code, 'file-type');
  // A photo of an iPhone under another name.
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')]);
  assert.equal((await errorOf(await upload('a.jpg', heic))).code, 'file-heic');
  assert.equal(
    (await errorOf(await upload('a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))).code,
    'file-type',
  );
  assert.deepEqual(
    [
      (await upload('a.pdf', `%PDF-${'x'.repeat(2000)}`)).status,
      (await upload('a.pdf', `%PDF-${'x'.repeat(90_000)}`)).status,
    ],
    [413, 413],
  );
  assert.equal((await errorOf(await upload('a.pdf', '%PDF-1.7', 'phone'))).code, 'body-unreadable');
  const one = (await (await upload('../陳筱玲 診斷書.PDF', '%PDF-1.7 one')).json()) as UploadedFile;
  assert.deepEqual([one.name, one.type, one.size], ['陳筱玲 診斷書.pdf', 'application/pdf', 12]);
  const two = (await (await upload('two.pdf', '%PDF-1.7 two')).json()) as UploadedFile;
  assert.equal((await errorOf(await upload('three.pdf', '%PDF-1.7'))).code, 'too-many-files');
  assert.equal(Buffer.from((await world.storage.fileBody(one.id))!).includes('PDF'), false, 'sealed at rest');

  const thief = world.browser();
  const theirs = await thief.draft();
  assert.equal((await thief.request(`${url}/draft/files/${one.id}`, { method: 'DELETE' })).status, 404);
  const stolen = await submit(thief, theirs, {
    ...typed,
    applicantName: '王',
    applicantId: stranger.nationalId,
    birthDate: '1970-05-05',
    marriage: '未婚',
    registeredAddress: '嘉',
    proof: [{ ...one }],
  });
  assert.deepEqual((await errorOf(stolen)).fields, [['proof', 'file']]);

  assert.equal((await browser.request(`${url}/draft/files/${two.id}`, { method: 'DELETE' })).status, 204);
  assert.deepEqual(
    (await errorOf(await submit(browser, draft, { ...answers, proof: [{ ...one }, { ...two }] }))).fields,
    [['proof', 'file']],
  );
  const lied = { ...one, name: 'other.exe', size: 1, type: 'text/html' };
  const result = (await (await submit(browser, draft, { ...answers, proof: [lied] })).json()) as SubmitResult;
  const application = await applicationOf(world, result);
  assert.deepEqual(application.answers.proof, [one]);
  assert.deepEqual(
    application.files.map(({ id, name }) => [id, name]),
    [[one.id, one.name]],
  );
});

test('documents of an evidence question go to the application whole, and to nobody before', async () => {
  const evidence = {
    id: 'register',
    type: 'evidence',
    label: { 'zh-Hant': '戶籍資料', en: 'register' },
    dataset: personal,
  } as const;
  const [step, ...steps] = testForm.steps;
  const form = {
    ...testForm,
    steps: [
      step!,
      { ...steps[0]!, sections: [{ id: 'e', title: evidence.label, fields: [evidence] }, ...steps[0]!.sections] },
    ],
  };
  const services = [{ service: testService, form }];
  const { world, browser, draft, answers } = await filled({
    config: { publicUrl: countyUrl, platformUrl, environment: 'test', services },
  });
  const [sent] = await world.storage.transferRecords();
  const { draftId } = (await world.storage.transfer(sent!.txId))!;
  assert.deepEqual(await world.storage.files(draftId), []);
  const result = (await (await submit(browser, draft, answers)).json()) as SubmitResult;
  const { files } = await applicationOf(world, result);
  assert.deepEqual(
    files.map(({ name, type }) => [name, type]),
    [['data.json', 'application/json']],
  );
  assert.equal(
    Buffer.from((await world.storage.fileBody(files[0]!.id))!).includes(resident.name),
    false,
    'sealed at rest',
  );
});

test('progress needs both number and id, tells neither, and ends guessing', async () => {
  const { world, browser, draft, answers } = await filled();
  const { applicationNo } = (await (await submit(browser, draft, answers)).json()) as SubmitResult;
  const look = (number: unknown, nationalId: unknown, who = browser) =>
    who.send('POST', '/api/progress', { applicationNo: number, nationalId });
  const found = await look(` ${applicationNo.toLowerCase()}`, 'a123456789');
  const view = (await found.json()) as Record<string, unknown>;
  assert.deepEqual(
    [view.applicationNo, view.status, view.history],
    [applicationNo, 'received', [{ at: testNow.toISOString(), status: 'received' }]],
  );
  const wrong = [
    await look(applicationNo, stranger.nationalId),
    await look(
      newApplicationNumber('CY', testNow, () => 0),
      resident.nationalId,
    ),
  ];
  const bodies = await Promise.all(wrong.map((response) => response.text()));
  assert.deepEqual(
    wrong.map(({ status }) => status),
    [404, 404],
  );
  assert.equal(new Set(bodies).size, 1);
  // What cannot be a number or an id is no try, and says why.
  for (const [number, id, words] of [
    ['x', resident.nationalId, /申請編號：.*現在共 1 個字/],
    [`${applicationNo}1`, resident.nationalId, /申請編號/],
    [applicationNo, 'y', /身分證統一編號：應為 10 碼/],
    [applicationNo, 'A123456788', /檢查碼不符/],
    ['', '', /申請編號/],
  ] as const) {
    const refused = await look(number, id);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), words);
  }
  for (let i = 0; i < 3; i += 1) assert.equal((await look(applicationNo, stranger.nationalId)).status, 404);
  const limited = await look(applicationNo, resident.nationalId);
  assert.deepEqual([limited.status, limited.headers.get('retry-after')], [429, '900']);
  world.now = new Date(testNow.getTime() + 15 * 60_000 + 1);
  assert.equal((await look(applicationNo, resident.nationalId)).status, 200);
  // Strangers are slowed at one number; where it was found before, nobody is.
  for (let i = 0; i < 9; i += 1) await look(applicationNo, stranger.nationalId, world.browser());
  const slowed = await look(applicationNo, resident.nationalId, world.browser());
  assert.deepEqual([slowed.status, slowed.headers.get('retry-after')], [429, '30']);
  assert.equal((await look(applicationNo, resident.nationalId)).status, 200);
});

test('what cannot be a number or an id is no try at an application, and costs who sends it on and on', async () => {
  const { world, browser, draft, answers } = await filled();
  const { applicationNo } = (await (await submit(browser, draft, answers)).json()) as SubmitResult;
  const look = (number: string) =>
    world.browser().send('POST', '/api/progress', { applicationNo: number, nationalId: resident.nationalId });
  for (let i = 0; i < 60; i += 1) assert.equal((await look('x')).status, 422);
  assert.equal((await look('x')).status, 429);
  assert.equal((await look(applicationNo)).status, 200);
});

test('residents who share an address do not lock each other out with a few slips', async () => {
  const { world, browser, draft, answers } = await filled({});
  const { applicationNo } = (await (await submit(browser, draft, answers)).json()) as SubmitResult;
  const look = (number: string, remoteAddress: string) =>
    world.app.request(
      '/api/progress',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-mydata-request': '1' },
        body: JSON.stringify({ applicationNo: number, nationalId: resident.nationalId }),
      },
      { incoming: { socket: { remoteAddress } } },
    );
  for (let i = 0; i < 19; i += 1)
    assert.equal(
      (
        await look(
          newApplicationNumber('CY', testNow, () => i),
          '192.0.2.1',
        )
      ).status,
      404,
    );
  assert.equal((await look(applicationNo, '192.0.2.1')).status, 200);
  assert.equal(
    (
      await look(
        newApplicationNumber('CY', testNow, () => 99),
        '192.0.2.1',
      )
    ).status,
    404,
  );
  assert.equal((await look(applicationNo, '192.0.2.1')).status, 429, 'but there is an end');
  assert.equal((await look(applicationNo, '192.0.2.2')).status, 200);
});
