import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inviteStaff } from './invite.ts';
import { lifetimes } from '../../lifetimes.ts';
import { Browser, client, household, innerZip, lowIncome, type Page, type World } from '../app.fixture.ts';
import { auditDue, auditState, maxReportBytes } from './audits.ts';
import { csvLine } from './export.ts';
import { maintenanceMistakes, maintenanceNow } from './maintenance.ts';
import { bytesOfBase32, codeAt } from '../../accounts/second-factor.ts';
import { nextCode, signedIn, staffedWorld, trySignIn } from './staff.fixture.ts';
import { afterTaipeiDay, fromTaipei, toTaipei } from './taipei-input.ts';

const day = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-23T01:00:00Z');
const plan = (from: Date, resources: readonly string[] = [], emergency = '') => ({
  resources,
  from,
  until: new Date(from.getTime() + 1000),
  words: '系統更新',
  emergency,
});
const mistakes = (from: Date, resources?: readonly string[], emergency?: string) =>
  maintenanceMistakes(plan(from, resources, emergency), now, (id) => id === 'API.a').map(({ field }) => field);
const inDays = (days: number, ms = 0) => new Date(now.getTime() + days * day + ms);

test('limits: a dataset’s pause is announced 30 days before (附件一 四-(二), 五-(三)): to the millisecond', () => {
  assert.deepEqual(mistakes(inDays(30), ['API.a']), []);
  assert.deepEqual(mistakes(inDays(30, -1), ['API.a']), ['from']);
});

test('limits: the platform’s own pause is announced 15 days before (附件一 九): to the millisecond', () => {
  assert.deepEqual(mistakes(inDays(15)), []);
  assert.deepEqual(mistakes(inDays(15, -1)), ['from']);
});

test('an emergency comes at once, with its reason', () => {
  assert.deepEqual(mistakes(inDays(0), [], '主機故障'), []);
  assert.deepEqual(mistakes(inDays(0), [], '  '), ['from']);
});

test('maintenance of an unknown dataset, backwards in time, or over already is refused', () => {
  assert.deepEqual(mistakes(inDays(30), ['API.b']), ['resources']);
  const backwards = { ...plan(inDays(40)), until: inDays(39) };
  assert.deepEqual(
    maintenanceMistakes(backwards, now, () => true).map(({ field }) => field),
    ['until'],
  );
  assert.ok(mistakes(inDays(-1), [], '故障').includes('until'));
});

const announce = async (browser: Browser, fields: Record<string, string>): Promise<Page> =>
  browser.post(await browser.open('/operator/datasets'), 'maintenances', {
    words: '系統更新，請改日再辦。',
    ...fields,
  });

test('what is announced, residents read on the front page and before they begin; withdrawn it is gone', async () => {
  const made = await staffedWorld();
  const operator = await signedIn(made, 'operator');
  const done = await announce(operator, { from: '2026-12-24T09:00', until: '2026-12-24T12:00', resources: household });
  assert.match(done.text, /維護公告已經發布/);
  const resident = new Browser(made.app);
  assert.match((await resident.open('/')).text, /維護公告[\s\S]*系統更新，請改日再辦。/);
  assert.match((await resident.toIdentity()).text, /./);
  const facts = await new Browser(made.app).open((await import('../app.fixture.ts')).entryUrl());
  assert.match(facts.text, /民國115年12月24日 09:00[\s\S]*系統更新，請改日再辦。/);
  const [notice] = await maintenanceNow(made);
  await operator.post(await operator.open('/operator/datasets'), 'withdraw', { reason: '改期' });
  assert.deepEqual(await maintenanceNow(made), []);
  const [withdrawn, announced] = await made.storage.staffActions({ limit: 2 });
  assert.deepEqual(
    [withdrawn?.verb, withdrawn?.object, withdrawn?.reason],
    ['withdraw-maintenance', notice?.id, '改期'],
  );
  assert.deepEqual([announced?.verb, announced?.object], ['announce-maintenance', household]);
});

test('announced too late, the form comes back with what was typed and the rule', async () => {
  const made = await staffedWorld();
  const page = await announce(await signedIn(made, 'operator'), {
    from: '2026-11-30T09:00',
    until: '2026-11-30T12:00',
  });
  assert.equal(page.response.status, 422);
  assert.match(page.text, /15 天前公告（手冊附件一九）/);
  assert.match(page.text, /value="2026-11-30T09:00"/);
  assert.match(page.text, /系統更新，請改日再辦。/);
});

const statusOf = async (made: World, id: string): Promise<string | undefined> => {
  const list = (await (await made.app.request('/find_all_resources')).json()) as {
    resource_id: string;
    status: string;
  }[];
  return list.find(({ resource_id }) => resource_id === id)?.status;
};

test('find_all_resources follows the heartbeat: 01 up, 00 down, 01 again', async () => {
  const made = await staffedWorld();
  const beats = async (status: number) => {
    made.dp[household] = { status };
    made.clock.pass(60_000);
    await made.app.watch();
    return statusOf(made, household);
  };
  assert.equal(await statusOf(made, household), '01', 'not asked yet');
  assert.equal(await beats(503), '00');
  const [down] = (await made.storage.heartbeats()).filter(({ resourceId }) => resourceId === household);
  assert.equal(await beats(503), '00');
  const [still] = (await made.storage.heartbeats()).filter(({ resourceId }) => resourceId === household);
  assert.deepEqual(still?.since, down?.since);
  assert.equal(await beats(200), '01');
  assert.ok(
    made.dpRequests.every(({ url, headers }) => url.endsWith('?heartbeat=true') && !headers.has('authorization')),
  );
});

test('find_all_resources follows maintenance, at its exact begin and end', async () => {
  const made = await staffedWorld();
  const from = made.clock.now();
  await announce(await signedIn(made, 'operator'), {
    from: toTaipei(new Date(from.getTime() + 60 * 60_000)),
    until: toTaipei(new Date(from.getTime() + 120 * 60_000)),
    resources: household,
    emergency: '主機故障',
  });
  made.clock.pass(60 * 60_000 - 1);
  assert.equal(await statusOf(made, household), '01');
  made.clock.pass(1);
  assert.equal(await statusOf(made, household), '00');
  assert.equal(await statusOf(made, lowIncome), '01');
  made.clock.pass(60 * 60_000 - 1);
  assert.equal(await statusOf(made, household), '00');
  made.clock.pass(1);
  assert.equal(await statusOf(made, household), '01');
});

async function withTransfer(): Promise<World> {
  const made = await staffedWorld();
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789' }) };
  made.dp[lowIncome] = { status: 204 };
  const resident = new Browser(made.app);
  await resident.post(await resident.toConsent(made), 'consent', { decision: 'agree' });
  return made;
}

test('transfer records are searched and exported without personal data, and the export is recorded', async () => {
  const made = await withTransfer();
  const auditor = await signedIn(made, 'auditor');
  const found = await auditor.open(
    `/operator/transfers?client=${client.client_id}&dataset=${household}&from=2026-11-23&until=2026-11-23`,
  );
  const [row] = await made.storage.transfers({ limit: 1 });
  assert.ok(row && found.text.includes(row.txId));
  assert.doesNotMatch((await auditor.open('/operator/transfers?until=2026-11-22')).text, new RegExp(row.txId));
  assert.equal((await auditor.open('/operator/transfers?code=abc')).response.status, 422);
  const boxes = (name: string, month: string) => `${name}Year=115&${name}Month=${month}&${name}Day=23`;
  const inBoxes = await auditor.open(
    `/operator/transfers?${boxes('from', '11')}&until=115/11/23&code=${encodeURIComponent('２００')}`,
  );
  assert.ok(inBoxes.response.status === 200 && inBoxes.text.includes('name="from" value="2026-11-23"'));
  for (const page of ['transfers', 'actions']) {
    const wrong = await auditor.open(`/operator/${page}?${boxes('from', '13')}`);
    assert.equal(wrong.response.status, 422);
    assert.match(wrong.text, /href="#fromMonth"/);
    // Nothing was looked for.
    assert.doesNotMatch(wrong.text, /沒有符合|action="[^"]*export"/);
    assert.match(wrong.text, /id="fromMonth"[^>]*value="13"[^>]*aria-invalid="true"/s);
    assert.ok(!wrong.text.includes(row.txId), 'a filter that cannot be read shows nothing, not everything');
    assert.equal((await auditor.open(`/operator/${page}?from=2026-11-24&until=2026-11-23`)).response.status, 422);
  }
  assert.match((await auditor.open(`/operator/transfers/${row.txId}`)).text, /同意傳送/);
  for (const format of ['csv', 'ndjson']) {
    const file = await auditor.post(found, 'export', { format });
    assert.equal(file.response.status, 200);
    assert.ok(file.text.includes(row.txId) && file.text.includes(row.personHash ?? '-'));
    assert.doesNotMatch(file.text, /A123456789|林小美|1980-01-01/);
    if (format === 'ndjson') assert.equal((JSON.parse(file.text) as { tx_id: string }).tx_id, row.txId);
  }
  const [action] = await made.storage.staffActions({ limit: 1 });
  assert.equal(action?.verb, 'export-transfers');
});

test('limits: a transfer record is kept at least 1 year (附件一 六-(一)), and the search finds it to its last day', async () => {
  const made = await withTransfer();
  const count = async () => (await made.storage.transfers({ limit: 9 })).length;
  assert.ok(lifetimes.transferRecord.ms >= 366 * day, 'a leap year is a year too');
  made.clock.pass(lifetimes.transferRecord.ms);
  await made.app.sweep();
  assert.equal(await count(), 1);
  made.clock.pass(1);
  await made.app.sweep();
  assert.equal(await count(), 0);
});

test('one person’s records: the id is typed in a POST, a reason is needed, and both leave no id behind', async () => {
  const made = await withTransfer();
  const operator = await signedIn(made, 'operator');
  const form = await operator.open('/operator/transfers/person');
  const without = await operator.post(form, 'person', { nationalId: 'A123456789', reason: ' ' });
  assert.equal(without.response.status, 422);
  assert.notEqual((await made.storage.staffActions({ limit: 1 }))[0]?.verb, 'look-up-person');
  const named = await operator.post(form, 'person', {
    nationalId: 'A123456789',
    reason: '查 ａ１２３４５６７８９ 本人',
  });
  assert.equal(named.response.status, 422);
  assert.match(named.text, /請不要寫身分證字號/);
  assert.notEqual((await made.storage.staffActions({ limit: 1 }))[0]?.verb, 'look-up-person');
  const reason = '當事人來函申請查詢';
  const found = await operator.post(form, 'person', { nationalId: 'a123456789', reason });
  const [row] = await made.storage.transfers({ limit: 1 });
  assert.ok(found.text.includes(row?.txId ?? '-'));
  const [action] = await made.storage.staffActions({ limit: 1 });
  assert.deepEqual([action?.verb, action?.reason], ['look-up-person', reason]);
  assert.doesNotMatch(JSON.stringify([action, made.log]) + found.path, /A123456789/i);
  const nobody = await operator.post(form, 'person', { nationalId: 'B123456780', reason });
  assert.match(nobody.text, /找到 0 筆/);
});

test('an invitation makes an account once; its owner alone knows password and second factor', async () => {
  const made = await staffedWorld();
  const operator = await signedIn(made, 'operator');
  const page = await operator.post(await operator.open('/operator/accounts'), 'accounts', {
    name: ' 新\r\n同仁\u202e',
    role: 'auditor',
    organisation: '',
  });
  assert.match(page.text, /新 同仁(?!\u202e)/, 'one line');
  const link = /\/operator\/invitation\/[\w-]{43}/.exec(page.text)?.[0] ?? '';
  const person = new Browser(made.app);
  const form = await person.open(link);
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(form.text)?.[1]?.replaceAll(' ', '') ?? '';
  const code = codeAt(bytesOfBase32(key), made.clock.now());
  const fields = { login: 'Xin', password: 'four quiet blue otters', repeated: 'four quiet blue otters', code };
  const post = (change: Record<string, string>) =>
    person.open(link, { method: 'POST', body: new URLSearchParams({ ...fields, ...change }) });
  const wrongs: readonly Record<string, string>[] = [
    { login: '1' },
    { password: 'short' },
    { repeated: 'x' },
    { code: '000000' },
    { login: 'operator' },
  ];
  for (const wrong of wrongs) assert.equal((await post(wrong)).response.status, 422, JSON.stringify(wrong));
  const all = await Promise.all(Array.from({ length: 50 }, () => post({}).catch(() => undefined)));
  assert.equal(all.filter((one) => one?.path === '/operator' && one.response.status === 200).length, 1);
  assert.equal((await new Browser(made.app).open(link)).response.status, 410);
  const account = await made.storage.staffByLogin('xin');
  assert.deepEqual(account?.roles, ['auditor']);
  assert.equal(
    (await trySignIn(made, new Browser(made.app), { login: 'xin', password: fields.password, code })).response.status,
    422,
  );
});

test('an invitation is open for 72 hours, and not a moment longer', async () => {
  const made = await staffedWorld();
  const config = { publicUrl: 'http://localhost:8701' } as never;
  const { link, step } = inviteStaff({ ...made, config }, { name: '新同仁', roles: ['auditor'] });
  await made.storage.commit([step]);
  const open = async () => (await made.app.request(new URL(link).pathname)).status;
  made.clock.pass(lifetimes.staffInvitation.ms - 1);
  assert.equal(await open(), 200);
  made.clock.pass(1);
  assert.equal(await open(), 410);
});

test('a renewed account has a new password, and its old sessions are over; a closed one signs in no more', async () => {
  const made = await staffedWorld();
  const operator = await signedIn(made, 'operator');
  const auditor = await signedIn(made, 'auditor');
  const accounts = await operator.open('/operator/accounts');
  const csrf = /name="csrf" value="([^"]*)"/.exec(accounts.text)?.[1] ?? '';
  const post = (path: string) => operator.open(path, { method: 'POST', body: new URLSearchParams({ csrf }) });
  const link =
    /\/operator\/invitation\/[\w-]{43}/.exec((await post('/operator/accounts/sandbox-auditor/renew')).text)?.[0] ?? '';
  const person = new Browser(made.app);
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec((await person.open(link)).text)?.[1]?.replaceAll(' ', '') ?? '';
  const secret = bytesOfBase32(key);
  const password = 'four quiet blue otters';
  await person.open(link, {
    method: 'POST',
    body: new URLSearchParams({ password, repeated: password, code: codeAt(secret, made.clock.now()) }),
  });
  assert.match((await auditor.open('/operator')).path, /sign-in/);
  assert.equal((await trySignIn(made, new Browser(made.app), { login: 'auditor' })).response.status, 422);
  made.clock.pass(30_000);
  const again = await trySignIn(made, new Browser(made.app), {
    login: 'auditor',
    password,
    code: codeAt(secret, made.clock.now()),
  });
  assert.equal(again.response.status, 200);
  await post('/operator/accounts/sandbox-auditor/close');
  assert.match((await person.open('/operator')).path, /sign-in/);
  made.clock.pass(60_000);
  const closed = await trySignIn(made, new Browser(made.app), {
    login: 'auditor',
    password,
    code: codeAt(secret, made.clock.now()),
  });
  assert.equal(closed.response.status, 422);
  assert.equal((await post('/operator/accounts/sandbox-operator/close')).response.status, 422, 'not one’s own');
});

test('a yearly audit is due until 31 March, and overdue from midnight in Taiwan', () => {
  const audit = {
    id: 'a',
    organisationId: 'o',
    organisationName: 'o',
    kind: 'sp',
    year: 2026,
    dueAt: auditDue(2026),
  } as const;
  assert.equal(auditState(audit, new Date('2027-03-31T15:59:59.999Z')), 'due');
  assert.equal(auditState(audit, new Date('2027-03-31T16:00:00Z')), 'overdue');
  assert.equal(auditState({ ...audit, submittedAt: now }, new Date('2028-01-01T00:00:00Z')), 'handed-in');
});

test('who was there in a year owes its audit from the next January on; a report is a PDF of at most 5 MB', async () => {
  const made = await staffedWorld();
  await made.app.sweep();
  assert.deepEqual(await made.storage.audits(), []);
  made.clock.pass(new Date('2026-12-31T15:59:59Z').getTime() - made.clock.now().getTime());
  await made.app.sweep();
  assert.deepEqual(await made.storage.audits(), []);
  made.clock.pass(1000);
  await made.app.sweep();
  await made.app.sweep();
  const [audit, ...rest] = await made.storage.audits();
  assert.ok(audit?.kind === 'dp' && audit.year === 2026);
  assert.equal(new Set([audit, ...rest].map(({ organisationId }) => organisationId)).size, rest.length + 1);

  const operator = await signedIn(made, 'operator');
  const csrf =
    /name="csrf" value="([^"]*)"/.exec((await operator.open(`/operator/audits/${audit.id}`)).text)?.[1] ?? '';
  const hand = (bytes: Uint8Array<ArrayBuffer>, summary = '查核三個單位，權限清單過期一份，已更新。') => {
    const body = new FormData();
    body.set('csrf', csrf);
    body.set('summary', summary);
    body.set('file', new File([bytes], '../稽核"報告.pdf', { type: 'application/pdf' }));
    return operator.open(`/operator/audits/${audit.id}`, { method: 'POST', body });
  };
  const pdf = (size: number) => {
    const bytes = new Uint8Array(size);
    bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
    return bytes;
  };
  assert.match((await hand(new TextEncoder().encode('<html>'))).text, /內容不是 PDF/);
  assert.match((await hand(pdf(maxReportBytes + 1))).text, /最大 5 MB/);
  assert.match((await hand(pdf(20), '太短')).text, /至少 10 個字/);
  assert.match((await hand(pdf(maxReportBytes))).text, /稽核報告已經提交/);
  assert.equal((await hand(pdf(20))).response.status, 409);
  const file = await operator.open(`/operator/audits/${audit.id}/report.pdf`);
  assert.match(
    file.response.headers.get('content-disposition') ?? '',
    /^attachment; .*%E7%A8%BD%E6%A0%B8%E5%A0%B1%E5%91%8A\.pdf/,
  );
  const [read, handed] = await made.storage.staffActions({ limit: 2 });
  assert.deepEqual([read?.verb, handed?.verb], ['read-audit-report', 'hand-in-audit']);
});

test('the auditor reads and exports what everybody did, and can do nothing', async () => {
  const made = await staffedWorld();
  await announce(await signedIn(made, 'operator'), { from: '2026-12-24T09:00', until: '2026-12-24T12:00' });
  const auditor = await signedIn(made, 'auditor');
  const page = await auditor.open('/operator/actions?verb=announce-maintenance');
  assert.match(page.text, /發布維護公告/);
  assert.doesNotMatch(page.text, />登入<\/td>/);
  const file = await auditor.post(page, 'export', { format: 'csv' });
  assert.match(file.text, /announce-maintenance,platform/);
  assert.doesNotMatch((await auditor.open('/operator/datasets')).text, /發布公告|撤回公告/);
});

test('cells that a spreadsheet would run are led by an apostrophe; quotes are doubled', () => {
  assert.equal(csvLine(['=1+1', 'a"b', 'x,y', undefined, 5, '-3', '+1']), `'=1+1,"a""b","x,y",,5,'-3,'+1\r\n`);
  // East Asian input types these; a spreadsheet takes them for the same.
  assert.equal(csvLine(['＝1', '＋1', '－1', '＠a', '\n=1', 'a=1']), `'＝1,'＋1,'－1,'＠a,"'\n=1",a=1\r\n`);
});

test('dates of forms are Taiwan’s, and days that do not exist are refused', () => {
  assert.deepEqual(fromTaipei('2026-11-23T08:30'), new Date('2026-11-23T00:30:00Z'));
  assert.deepEqual(afterTaipeiDay('2026-11-23'), new Date('2026-11-23T16:00:00Z'));
  for (const bad of ['2026-02-30', '2026-13-01', '23-11-2026', '', undefined, '2026-11-23T25:00'])
    assert.equal(fromTaipei(bad), undefined, bad);
});

test('the sandbox tells the invented staff with a code that will be taken', async () => {
  const made = await staffedWorld();
  const list = (await (await made.app.request('/sandbox/staff')).json()) as {
    login: string;
    password: string;
    code: string;
  }[];
  const one = list.find(({ login }) => login === 'reviewer');
  assert.equal(one?.code, await nextCode(made, 'reviewer'));
});
