/** From the application of an organisation to a live service and its end, through the pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Browser, type Page } from '../app.fixture.ts';
import { sandboxStaff } from '../staff/sandbox-staff.ts';
import { signedIn, staffedWorld } from '../staff/staff.fixture.ts';
import { asked, sample } from './sample.fixture.ts';
import type { ServiceDefinition } from './definition.ts';

type World = Awaited<ReturnType<typeof staffedWorld>>;

const day = 24 * 60 * 60 * 1000;
const household = 'API.7QovE2Gev6';

/** The sample as a browser sends it. */
function formOf(d: ServiceDefinition): [string, string][] {
  return [
    ['name', d.name],
    ['kind', d.kind],
    ...d.modes.map((mode): [string, string] => ['modes', mode]),
    ['purpose', d.purpose],
    ['purposeCodes', d.purposeCodes.join('、')],
    ['dataClasses', d.dataClasses.join('、')],
    ['legalBasis', d.legalBasis],
    ['extraDatasetsBasis', d.extraDatasetsBasis],
    ['centralService', d.centralService],
    ['applicant', d.applicant],
    ['specialBasis', d.specialBasis],
    ['specialConsent', d.specialConsent ? 'yes' : ''],
    ['terms', d.terms],
    ['retentionDays', String(d.retentionDays)],
    ['contactUnit', d.contact.unit],
    ['contactPhone', d.contact.phone],
    ['contactEmail', d.contact.email],
    ['returnUrl', d.returnUrl],
    ['spApiUrl', d.spApiUrl],
    ['addresses', d.addresses.join('\n')],
    ...d.datasets.flatMap((row, index): [string, string][] => [
      [`datasets.${index}.id`, row.id],
      [`datasets.${index}.shown`, row.id],
      ...row.fields.map((path): [string, string] => [`datasets.${index}.fields`, path]),
      [`datasets.${index}.document`, row.document],
      [`datasets.${index}.rule`, row.rule],
      [`datasets.${index}.demanded`, row.demanded],
      [`datasets.${index}.lookUp`, row.lookUp],
      [`datasets.${index}.lookUpNote`, row.lookUpNote],
    ]),
  ];
}

const hidden = (page: Page, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';

const send = (browser: Browser, path: string, fields: readonly (readonly [string, string])[]): Promise<Page> =>
  browser.open(path, {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const csrfOf = async (browser: Browser, path: string): Promise<string> => hidden(await browser.open(path), 'csrf');

async function applied(world: World, change: Partial<ServiceDefinition> = {}) {
  const browser = await signedIn(world, 'chiayi');
  const blank = await browser.open('/portal/services/new');
  const page = await send(browser, '/portal/services/new', [
    ['csrf', hidden(blank, 'csrf')],
    ['id', hidden(blank, 'id')],
    ['do', 'submit'],
    ...formOf({ ...sample, ...change }),
  ]);
  return { browser, page, id: hidden(blank, 'id') };
}

const post = async (
  browser: Browser,
  path: string,
  fields: readonly (readonly [string, string])[] = [],
  from = '/portal',
) => send(browser, path, [['csrf', await csrfOf(browser, from)], ...fields]);

test('keys are shown once, on the answer to the application', async () => {
  const world = await staffedWorld();
  const { browser, page, id } = await applied(world);
  assert.equal(page.response.status, 200, page.text);
  assert.equal(page.response.headers.get('cache-control'), 'no-store');
  const [clientId, secret] = [...page.text.matchAll(/<dd><code>([^<]*)<\/code>/g)].map(([, text]) => text);
  assert.match(clientId ?? '', /^CLI\.\w{10}$/);
  assert.match(secret ?? '', /^\w{16}$/);
  const again = await browser.open(`/portal/services/${id}`);
  assert.ok(again.text.includes(clientId ?? '?'));
  assert.ok(!again.text.includes(secret ?? '?'));
  // The form, sent a second time, makes no second service.
  const before = (await world.storage.registeredServices()).length;
  await send(browser, '/portal/services/new', [
    ['csrf', hidden(again, 'csrf')],
    ['id', id],
    ['do', 'submit'],
    ...formOf(sample),
  ]);
  assert.equal((await world.storage.registeredServices()).length, before);
});

test('a form with mistakes comes back whole, with a link to each', async () => {
  const world = await staffedWorld();
  const { page } = await applied(world, { kind: 'look-up', purposeCodes: ['999'], terms: '<script>短</script>' });
  assert.equal(page.response.status, 422);
  for (const part of ['#kind', '#purposeCodes', '手冊 參-一-(四)', 'value="999"', sample.legalBasis])
    assert.ok(page.text.includes(part), part);
  assert.ok(!page.text.includes('<script>短'));
  for (const path of sample.datasets[0]?.fields ?? [])
    assert.match(page.text, new RegExp(`value="${path.replaceAll(/[$.[\]*]/g, '\\$&')}"\\s+checked`));
  for (const [, target] of page.text.matchAll(/<li><a href="#([^"]+)"/g))
    assert.ok(page.text.includes(`id="${target}"`), target);
});

test('rows of datasets are added, opened and removed without losing a word', async () => {
  const world = await staffedWorld();
  const browser = await signedIn(world, 'chiayi');
  const blank = await browser.open('/portal/services/new');
  const act = (verb: string, more: [string, string][] = []) =>
    send(browser, '/portal/services/new', [
      ['csrf', hidden(blank, 'csrf')],
      ['id', hidden(blank, 'id')],
      ['do', verb],
      ...formOf(sample),
      ...more,
    ]);
  const more = await act('more');
  assert.match(more.text, /資料集 2/);
  assert.ok(more.text.includes(sample.purpose));
  const opened = await act('fields.1', [['datasets.1.id', 'API.60GGfgGX1A']]);
  assert.match(opened.text, /name="datasets\.1\.fields"/);
  const removed = await act('remove.0', [
    ['datasets.1.id', 'API.60GGfgGX1A'],
    ['datasets.1.shown', 'API.60GGfgGX1A'],
  ]);
  assert.doesNotMatch(removed.text, /資料集 2/);
  assert.match(removed.text, /value="API\.60GGfgGX1A" selected/);
});

test('from the sixth dataset to a live service and its end', async () => {
  const world = await staffedWorld();
  const ids = [household, 'API.UDauDOLyZg', 'API.60GGfgGX1A', 'API.n0c9qVZBQI', 'API.AbAYGIjoYw', 'API.EZ6XjKf1B4'];
  const six = ids.map((one) => asked(one));
  const { page: refused } = await applied(world, { datasets: six });
  assert.equal(refused.response.status, 422);
  assert.match(refused.text, /超過 5 項.*手冊 參-一-\(六\)/s);

  const special = { specialBasis: '個資法第 6 條第 1 項第 2 款', specialConsent: true };
  const { browser, id } = await applied(world, {
    datasets: six,
    extraDatasetsBasis: '社會救助法第 44 條之 3',
    ...special,
  });
  const state = async () => (await world.storage.service(id))?.state.phase;
  assert.equal(await state(), 'applied');

  const reviewer = await signedIn(world, 'reviewer');
  const path = `/operator/services/${id}`;
  assert.match((await reviewer.open('/operator/services')).text, /測試申請/);
  const review = await reviewer.open(path);
  assert.match(review.text, /敘明的法源依據是「社會救助法第 44 條之 3」/);
  const questions = (page: Page) => [...page.text.matchAll(/name="(answer\.[^"]+)"/g)].map(([, name = '']) => name);
  const decide = async (decision: string, answers: boolean, reason = '依據足夠，同意') => {
    const page = await reviewer.open(path);
    return send(reviewer, `${path}/decide`, [
      ['csrf', hidden(page, 'csrf')],
      ['decision', decision],
      ['reason', reason],
      ...(answers ? questions(page).map((name): [string, string] => [name, '已查證，依據足夠']) : []),
    ]);
  };
  // A question without an answer, a decision without a reason: nothing moves, what was typed stays.
  const unanswered = await decide('approve', false, '整體沒有問題');
  assert.equal(unanswered.response.status, 422);
  assert.ok(unanswered.text.includes('整體沒有問題'));
  assert.equal((await decide('approve', true, '')).response.status, 422);
  const undecided = await decide('', true, '還沒有想好的理由');
  assert.equal(undecided.response.status, 422);
  assert.ok(undecided.text.includes('還沒有想好的理由'));
  assert.equal(await state(), 'applied');
  assert.equal((await decide('approve', true)).response.status, 200);
  assert.equal(await state(), 'test');
  const recorded = await world.storage.registryDecisions(id);
  assert.ok(
    recorded.some(
      ({ question, reason }) => question === 'dataset-limit:extraDatasetsBasis' && reason === '已查證，依據足夠',
    ),
  );
  const verbs = (await world.storage.staffActions({ limit: 50 })).map(({ verb }) => verb);
  assert.ok(verbs.includes('service-approve') && verbs.includes('service-answer') && verbs.includes('service-apply'));

  const own = `/portal/services/${id}`;
  // Nobody is named who may test with real people's data.
  const alone = await post(browser, `${own}/start-trial`);
  assert.equal(alone.response.status, 422);
  assert.match(alone.text, /請先在「內部測試人員」登記至少一位/);
  assert.equal(await state(), 'test');
  const wrong = await post(browser, `${own}/testers`, [['testers', 'A123456788']]);
  assert.equal(wrong.response.status, 422);
  assert.ok(wrong.text.includes('A123456788'));
  await post(browser, `${own}/testers`, [['testers', 'A123456789']]);
  assert.equal(await world.storage.testerCount(id), 1);
  await post(browser, `${own}/start-trial`);
  assert.equal(await state(), 'trial');
  const emptied = await post(browser, `${own}/testers`, [['testers', '']]);
  assert.equal(emptied.response.status, 422, 'a trial has its testers for as long as it lasts');
  assert.equal(await world.storage.testerCount(id), 1);
  const stated = {
    ...sample,
    datasets: six,
    extraDatasetsBasis: '社會救助法第 44 條之 3',
    ...special,
    purpose: '審核急難救助申請，第二次申請時改過。',
  };
  const local = await post(browser, `${own}/request-live`, formOf({ ...stated, returnUrl: 'http://localhost:1/x' }));
  assert.equal(local.response.status, 422);
  assert.match(local.text, /不能是本機/);
  await post(browser, `${own}/request-live`, formOf(stated));
  assert.equal(await state(), 'live-requested');
  assert.match((await reviewer.open(path)).text, /第二次申請時改過/);
  assert.equal((await decide('return', false, '請補上測試紀錄')).response.status, 200);
  assert.equal(await state(), 'trial');
  await post(browser, `${own}/request-live`, formOf(stated));
  await decide('approve', true);
  assert.deepEqual((await world.storage.service(id))?.state, { phase: 'live', version: 3 });

  // 29 days before is refused with the first possible day; 30 days is accepted.
  const dayText = (days: number) =>
    new Date(world.clock.now().getTime() + days * day + 8 * 3600e3).toISOString().slice(0, 10);
  const soon = await post(browser, `${own}/announce`, [
    ['what', 'end'],
    ['day', dayText(29)],
    ['reason', '業務移撥'],
  ]);
  assert.equal(soon.response.status, 422);
  assert.match(soon.text, /30 日前/);
  assert.ok(soon.text.includes('業務移撥'));
  await post(browser, `${own}/announce`, [
    ['what', 'end'],
    ['day', dayText(31)],
    ['reason', '業務移撥'],
  ]);
  assert.match((await browser.open(own)).text, /已公告：.*終止/);
  world.clock.pass(32 * day);
  const late = await signedIn(world, 'chiayi');
  assert.match((await late.open(own)).text, /已終止/);
});

test('suspended by the platform at once, restored by the platform only', async () => {
  const world = await staffedWorld();
  const { browser, id } = await applied(world);
  const operator = await signedIn(world, 'operator');
  const path = `/operator/services/${id}`;
  const stop = async (verb: string, stopReason: string) =>
    post(
      operator,
      `${path}/stop`,
      [
        ['verb', verb],
        ['stopReason', stopReason],
      ],
      path,
    );
  assert.equal((await stop('suspend', '')).response.status, 422);
  assert.equal((await stop('suspend', '疑似個資外洩')).response.status, 200);
  const phase = async () => (await world.storage.service(id))?.state.phase;
  assert.equal(await phase(), 'suspended');
  const tried = await post(browser, `/portal/services/${id}/restore`, [['stopReason', '我們改好了']]);
  assert.match(tried.text, /只能由平臺恢復/);
  assert.equal(await phase(), 'suspended');
  await stop('restore', '已確認改善完成');
  assert.equal(await phase(), 'test');
});

test('another organisation’s service looks like none, for reading and for writing', async () => {
  const world = await staffedWorld();
  const { id } = await applied(world);
  const other = await signedIn(world, 'penghu');
  const token = await csrfOf(other, '/portal');
  for (const path of ['', '/change'])
    assert.equal((await other.open(`/portal/services/${id}${path}`)).response.status, 404);
  for (const verb of [
    'change',
    'start-trial',
    'request-live',
    'withdraw-live',
    'withdraw-announcement',
    'announce',
    'suspend',
    'restore',
    'testers',
    'prepare-key',
    'switch-key',
    'drop-key',
  ]) {
    const answer = await send(other, `/portal/services/${id}/${verb}`, [
      ['csrf', token],
      ['stopReason', '測試看看'],
    ]);
    assert.equal(answer.response.status, 404, verb);
  }
  assert.doesNotMatch((await other.open('/portal')).text, new RegExp(id));
});

test('roles: the auditor looks and decides nothing, the provider sees no operator’s page, nobody without a token', async () => {
  const world = await staffedWorld();
  const { browser, id } = await applied(world);
  const auditor = await signedIn(world, 'auditor');
  const path = `/operator/services/${id}`;
  const page = await auditor.open(path);
  assert.equal(page.response.status, 200);
  const csrf = hidden(page, 'csrf');
  for (const action of ['decide', 'stop'])
    assert.equal((await send(auditor, `${path}/${action}`, [['csrf', csrf]])).response.status, 403, action);
  const reviewer = await signedIn(world, 'reviewer');
  assert.equal(
    (
      await post(
        reviewer,
        `${path}/stop`,
        [
          ['verb', 'suspend'],
          ['stopReason', '就是想停'],
        ],
        path,
      )
    ).response.status,
    403,
  );
  assert.equal((await browser.open(path)).response.status, 403);
  assert.equal((await browser.open('/operator/organisations')).response.status, 403);
  assert.equal((await reviewer.open('/portal')).response.status, 403);
  assert.equal(
    (await send(browser, `/portal/services/${id}/suspend`, [['stopReason', '沒有權杖']])).response.status,
    403,
  );
});

test('an organisation joins, and its people get a link', async () => {
  const world = await staffedWorld();
  const guest = new Browser(world.app);
  const fields = (change: Record<string, string>): [string, string][] =>
    Object.entries({
      name: '國立中正大學',
      kind: 'university',
      forwardedBy: '',
      forwardedNo: '',
      contactUnit: '教務處',
      contactPhone: '05-2720411',
      contactEmail: 'office@example.edu.tw',
      ...change,
    });
  const refused = await send(guest, '/join', fields({}));
  assert.equal(refused.response.status, 422);
  assert.match(refused.text, /教育部/);
  assert.ok(refused.text.includes('value="國立中正大學"'));
  const forwarded = { forwardedBy: '教育部', forwardedNo: '臺教資(三)字第 1150012345 號' };
  assert.equal((await send(guest, '/join', fields(forwarded))).response.status, 201);

  const operator = await signedIn(world, 'operator');
  const list = await operator.open('/operator/organisations');
  const path = /href="(\/operator\/organisations\/ORG\.[\w-]{22})"/.exec(list.text)?.[1] ?? '';
  assert.match((await operator.open(path)).text, /臺教資/);
  const decide = (reason: string) =>
    post(
      operator,
      `${path}/decide`,
      [
        ['decision', 'approve'],
        ['reason', reason],
      ],
      path,
    );
  assert.equal((await decide('')).response.status, 422);
  const decided = await decide('教育部已轉送，同意');
  assert.equal(decided.response.status, 200);
  assert.match(decided.text, /\/operator\/invitation\/[\w-]{43}/);
  assert.equal((await decide('再按一次看看')).response.status, 422);
  const id = path.split('/').at(-1) ?? '';
  assert.equal((await world.storage.organisation(id))?.state, 'joined');
});

test('a published form is imported; a bad one is refused with file, line and field', async () => {
  const world = await staffedWorld();
  const browser = await signedIn(world, 'chiayi');
  const file = (name: string) =>
    readFileSync(new URL(`../../../schemas/services/chiayi/emergency-relief/${name}.json`, import.meta.url), 'utf8');
  const upload = async (service: string, form: string): Promise<Page> => {
    const body = new FormData();
    body.set('csrf', await csrfOf(browser, '/portal/import'));
    body.set('serviceFile', new File([service], 'service.json', { type: 'application/json' }));
    body.set('formFile', new File([form], 'form.json', { type: 'application/json' }));
    return browser.open('/portal/import', { method: 'POST', body });
  };
  const imported = await upload(file('service'), file('form'));
  assert.equal(imported.response.status, 200);
  assert.match(imported.text, /value="嘉義縣急難救助\(原馬上關懷服務\)"/);
  assert.match(imported.text, /value="API\.UDauDOLyZg" selected/);
  assert.match(imported.text, /value="\$\.person_name"\s+checked/);
  const bad = await upload(file('service').replace('"online"', '"by-phone"'), file('form'));
  assert.equal(bad.response.status, 422);
  assert.match(bad.text, /service\.json 第 \d+ 行 \/modes\/0/);
  const empty = await upload('', '');
  assert.equal(empty.response.status, 422);
});

test('the invented provider’s account belongs to an invented organisation that has joined', async () => {
  const world = await staffedWorld();
  for (const { organisationId } of sandboxStaff)
    if (organisationId) assert.equal((await world.storage.organisation(organisationId))?.state, 'joined');
});
