import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { bytesOfBase32, codeAt } from '../../accounts/second-factor.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { openWorld, type Browser, type World } from '../testing/county-under-test.ts';
import { csrfOf, signInAs, submitForm } from '../testing/staff.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const html = { headers: { accept: 'text/html' } };
const page = async (browser: Browser, path: string) => (await browser.request(path, html)).text();

interface Administrator {
  readonly world: World;
  readonly browser: Browser;
  /** Of the test service. */
  readonly office: string;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
}

async function administrator(login = 'administrator', world?: World): Promise<Administrator> {
  const at = world ?? (await openWorld(pki));
  const browser = await signInAs(at, login);
  const csrf = await csrfOf(browser, '/staff');
  const { office } = (await at.storage.serviceOwner('test-relief'))!;
  return { world: at, browser, office, post: (path, fields = {}) => submitForm(browser, path, { csrf, ...fields }) };
}

async function joined({ world }: Administrator, link: string, login: string): Promise<[Response, Browser]> {
  const browser = world.browser();
  const path = new URL(link).pathname;
  const shown = await page(browser, path);
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(shown)![1]!.replaceAll(' ', '');
  const fields = { login, password: 'four unlikely words here', code: codeAt(bytesOfBase32(key), world.now) };
  return [await submitForm(browser, path, { ...fields, repeated: fields.password }), browser];
}

const linkIn = (text: string): string => /<code>(http[^<]+)<\/code>/.exec(text)![1]!;

test('a link makes an account once, with the role in the office that it was made for', async () => {
  const admin = await administrator();
  const { world, office } = admin;
  const invited = await admin.post('/staff/people/invite', { name: '李新人', office, role: 'designer' });
  const link = linkIn(await invited.text());
  assert.match(link, /^http:\/\/localhost:8702\/staff\/join\/[\w-]{43}$/);
  assert.match(await page(world.browser(), new URL(link).pathname), /嘉義縣社會局的表單設計人員/);
  const [made, browser] = await joined(admin, link, 'li.new');
  assert.equal(made.headers.get('location'), '/staff');
  assert.match(await page(browser, '/staff'), /嘉義縣社會局：表單設計人員/);
  const account = (await world.storage.staffByLogin('li.new'))!;
  assert.deepEqual(await world.storage.membershipsOf(account.id), [{ staff: account.id, office, role: 'designer' }]);
  assert.equal((await world.browser().request(new URL(link).pathname, html)).status, 410);
  const verbs = (await world.storage.staffActions(3)).map(({ verb, office: where }) => [verb, where]);
  assert.deepEqual(verbs.slice(0, 2), [
    ['make-own-account', office],
    ['invite-staff', office],
  ]);
});

test('a link is over after 72 hours, and when its office is closed', async () => {
  const admin = await administrator();
  const { world } = admin;
  await admin.post('/staff/offices', { parent: 'county', name: '籌備處' });
  const added = (await world.storage.offices()).at(-1)!;
  const first = linkIn(
    await (await admin.post('/staff/people/invite', { name: '甲', office: added.id, role: 'clerk' })).text(),
  );
  assert.equal((await admin.post(`/staff/offices/${added.id}/close`)).status, 303);
  assert.equal((await joined(admin, first, 'too.late'))[0].status, 410);
  const { office } = admin;
  const second = linkIn(await (await admin.post('/staff/people/invite', { name: '乙', office, role: 'clerk' })).text());
  world.now = new Date(world.now.getTime() + 72 * 3_600_000);
  assert.equal((await world.browser().request(new URL(second).pathname, html)).status, 410);
});

test('a renewed account keeps its roles, and its old sessions end', async () => {
  const admin = await administrator();
  const { world } = admin;
  const old = await signInAs(world, 'publisher');
  const link = linkIn(await (await admin.post('/staff/people/sandbox-publisher/renew')).text());
  const [made, browser] = await joined(admin, link, 'ignored');
  assert.equal(made.status, 303);
  assert.match(await page(browser, '/staff'), /發布人員/);
  assert.equal((await old.request('/staff', html)).status, 303);
});

test('roles are given and taken at the office’s page; the last who administers all stays', async () => {
  const admin = await administrator();
  const { world, office } = admin;
  const held = async () => (await world.storage.membershipsOf('sandbox-auditor')).map((one) => [one.office, one.role]);
  const at = `/staff/offices/${office}`;
  assert.equal((await admin.post(`${at}/roles`, { login: 'Auditor', role: 'clerk' })).status, 303);
  assert.deepEqual(await held(), [
    ['county', 'auditor'],
    [office, 'clerk'],
  ]);
  const again = await admin.post(`${at}/roles`, { login: 'auditor', role: 'clerk' });
  assert.equal(again.status, 422);
  assert.match(await again.text(), /已經有這項職務/);
  assert.equal((await admin.post(`${at}/roles`, { login: 'nobody', role: 'clerk' })).status, 422);
  const own = await admin.post(`${at}/roles`, { login: 'administrator', role: 'approver' });
  assert.equal(own.status, 422);
  assert.match(await own.text(), /由另一位管理人員/);
  assert.equal((await admin.post(`${at}/roles`, { login: 'auditor', role: 'emperor' })).status, 422);
  assert.equal((await admin.post(`${at}/roles/take`, { staff: 'sandbox-auditor', role: 'clerk' })).status, 303);
  assert.deepEqual(await held(), [['county', 'auditor']]);
  const mine = { staff: 'sandbox-administrator', role: 'administrator' };
  const last = await admin.post('/staff/offices/county/roles/take', mine);
  assert.equal(last.status, 422);
  assert.match(await last.text(), /最後一位管理人員/);
  assert.equal((await admin.post('/staff/people/sandbox-administrator/close')).status, 422);
});

test('an administrator of an office sees its people, and closes no account that is held elsewhere too', async () => {
  const whole = await administrator();
  const { world, office } = whole;
  const below = await administrator('office1-administrator', world);
  const people = await page(below.browser, '/staff/people');
  assert.match(people, /office1-designer/);
  assert.doesNotMatch(people, /sandbox-publisher|（publisher）/);
  assert.equal((await below.post('/staff/people/sandbox-publisher/close')).status, 404);
  await whole.post(`/staff/offices/${office}/roles`, { login: 'publisher', role: 'publisher' });
  assert.match(await page(below.browser, '/staff/people'), /（publisher）/);
  assert.equal((await below.post('/staff/people/sandbox-publisher/close')).status, 403);
  assert.equal((await below.post('/staff/people/sandbox-publisher/renew')).status, 403);
  assert.equal((await below.post('/staff/people/sandbox-office1-designer/close')).status, 303);
  assert.notEqual((await world.storage.staffAccount('sandbox-office1-designer'))!.closedAt, undefined);
  assert.equal((await below.post('/staff/people/sandbox-office1-designer/renew')).status, 404);
});

test('offices are added, renamed, moved and closed, each with its record; a form without the token changes nothing', async () => {
  const admin = await administrator();
  const { world, office } = admin;
  const found = async (name: string) => (await world.storage.offices()).find((one) => one.name['zh-Hant'] === name);
  assert.equal((await admin.post('/staff/offices', { parent: office, name: '救助科', en: 'Relief' })).status, 303);
  assert.equal((await admin.post('/staff/offices', { parent: office, name: '救助科' })).status, 422);
  assert.equal((await admin.post('/staff/offices', { parent: office, name: ' ' })).status, 422);
  const { id } = (await found('救助科'))!;
  assert.equal((await admin.post(`/staff/offices/${id}/name`, { name: '社會救助科', en: '' })).status, 303);
  assert.equal((await admin.post(`/staff/offices/${office}/parent`, { parent: id })).status, 422);
  assert.equal((await admin.post(`/staff/offices/${id}/parent`, { parent: 'county' })).status, 303);
  assert.equal((await found('社會救助科'))!.parent, 'county');
  const moved = await admin.post('/staff/services/test-relief/office', { office: id, reason: '' });
  assert.equal(moved.status, 422);
  await admin.post('/staff/services/test-relief/office', { office: id, reason: '組織調整' });
  assert.equal((await admin.post(`/staff/offices/${id}/close`)).status, 422);
  await admin.post('/staff/services/test-relief/office', { office, reason: '回到原單位' });
  assert.equal((await admin.post(`/staff/offices/${id}/close`)).status, 303);
  assert.equal((await admin.post('/staff/offices/county/close')).status, 403);
  const records = await page(admin.browser, '/staff/records');
  for (const word of ['新增單位', '更改單位名稱', '移動單位', '裁撤單位', '服務移到另一個單位', '組織調整'])
    assert.match(records, new RegExp(word));
  const before = (await world.storage.offices()).length;
  const forged = await submitForm(admin.browser, '/staff/offices', { parent: 'county', name: '假單位' });
  assert.equal(forged.status, 403);
  assert.equal((await world.storage.offices()).length, before);
});
