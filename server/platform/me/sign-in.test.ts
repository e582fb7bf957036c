import assert from 'node:assert/strict';
import { test } from 'node:test';
import { household } from '../app.fixture.ts';
import { lifetimes } from '../../lifetimes.ts';
import { nextPage } from './next-page.ts';
import { Resident, ready, titleOf } from './me.fixture.ts';

const wholeHousehold = 'API.UDauDOLyZg';

test('who is not signed in is led to the door, and back to the page afterwards', async () => {
  const { browser } = await ready();
  const door = await browser.open('/me/records');
  assert.equal(titleOf(door), '登入我的 MyData');
  assert.match(door.path, /next=%2Fme%2Frecords/);
  const inside = await browser.signIn('lin', '/me/records');
  assert.equal(inside.path, '/me/records');
  assert.match(inside.text, /林○美/);
  assert.doesNotMatch(inside.text, /A123456789|林小美/);
});

for (const method of ['nhi-card', 'two-document'] as const)
  test(`${method} opens a session`, async () => {
    const { browser } = await ready();
    assert.equal(titleOf(await browser.signInWith(method)), '我的 MyData');
  });

test('signing out ends the session for its cookie too', async () => {
  const { made, browser } = await ready();
  const home = await browser.signIn();
  const copy = browser.cookies();
  const left = await browser.post(home, 'sign-out');
  assert.match(left.text, /您已經登出/);
  const again = await made.app.request('/me', { headers: { cookie: copy } });
  assert.equal(again.status, 303);
  assert.match(again.headers.get('location') ?? '', /^\/me\/sign-in/);
});

test('wrong proofs: the fifth locks for 15 minutes, and tells nothing of what was wrong', async () => {
  const { made, browser } = await ready();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const door = await browser.open('/me/sign-in?method=nhi-card');
    const answer = await browser.post(door, 'sign-in', { ...browser.secrets(), nhiPassword: 'wrong' });
    assert.equal(answer.response.status, 422);
    assert.match(answer.text, /value="A123456789"/);
    assert.doesNotMatch(answer.text, /value="wrong"/);
  }
  const sixth = await browser.post(await browser.open('/me/sign-in?method=tw-fido'), 'sign-in', {
    ...browser.secrets(),
    method: 'nhi-card',
  });
  assert.equal(sixth.response.status, 429);
  assert.equal(sixth.response.headers.get('retry-after'), '900');
  assert.match(sixth.text, /請 15 分鐘後再試，或改用其他驗證方式/);
  made.clock.pass(lifetimes.identityLockout.ms - 1000);
  assert.match((await browser.open('/me/sign-in?method=two-document')).text, /請 1 秒後再試/);
  made.clock.pass(1000);
  assert.equal(titleOf(await browser.signInWith('nhi-card')), '我的 MyData');
});

for (const [name, ms, inside] of [
  ['9:59', lifetimes.residentIdle.ms - 1000, true],
  ['10:01', lifetimes.residentIdle.ms + 1000, false],
] as const)
  test(`idle for ${name}: ${inside ? 'still signed in' : 'signed out'}`, async () => {
    const { made, browser } = await ready();
    await browser.signIn();
    made.clock.pass(ms);
    const page = await browser.open('/me');
    assert.equal(titleOf(page) === '我的 MyData', inside);
    if (!inside) assert.match(page.text, /太久沒有操作/);
  });

for (const [name, ms, inside] of [
  ['59:59', lifetimes.residentWhole.ms - 1000, true],
  ['60:01', lifetimes.residentWhole.ms + 1000, false],
] as const)
  test(`busy for ${name}: ${inside ? 'still signed in' : 'proved anew'}`, async () => {
    const { made, browser } = await ready();
    await browser.signIn();
    const slice = 5 * 60 * 1000;
    for (let passed = slice; passed < ms; passed += slice) {
      made.clock.pass(slice);
      assert.equal(titleOf(await browser.open('/me')), '我的 MyData');
    }
    made.clock.pass(ms % slice || slice);
    assert.equal(titleOf(await browser.open('/me')) === '我的 MyData', inside);
  });

test('looking at progress by script is no activity', async () => {
  const { made, browser } = await ready();
  const { path } = await browser.signIn().then(() => browser.agree([household]));
  made.clock.pass(lifetimes.residentIdle.ms - 1000);
  assert.equal((await browser.open(`${path}/status`)).response.status, 200);
  made.clock.pass(2000);
  assert.equal((await browser.open(`${path}/status`)).response.status, 401);
});

test('every proof makes a new cookie, and a planted one opens nothing', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const first = browser.cookies();
  const weak = new Resident(made);
  await weak.signInWith('nhi-card');
  assert.notEqual(weak.cookies(), first);
  const planted = await made.app.request('/me', { headers: { cookie: `mydata_platform_me=${'a'.repeat(43)}` } });
  assert.equal(planted.status, 303);
});

test('a form without its token, or from another site, does nothing', async () => {
  const { made, browser } = await ready();
  const door = await browser.open('/me/sign-in?method=nhi-card');
  assert.equal((await browser.post(door, 'sign-in', { ...browser.secrets(), csrf: 'x' })).response.status, 403);
  const cross = await browser.post(door, 'sign-in', browser.secrets(), { 'sec-fetch-site': 'cross-site' });
  assert.equal(cross.response.status, 403);
  await browser.signIn();
  for (const path of ['/me/sign-out', '/me/download', '/me/stay', '/me/passkey']) {
    const answer = await browser.open(path, { method: 'POST', body: new URLSearchParams({ csrf: 'x' }) });
    assert.equal(answer.response.status, 403, path);
  }
  assert.equal(titleOf(await browser.open('/me')), '我的 MyData');
  const others = new Resident(made);
  const theirs = await others.signIn('wang');
  const token = /name="csrf" value="([^"]*)"/.exec(theirs.text)?.[1] ?? '';
  const borrowed = await browser.open('/me/sign-out', { method: 'POST', body: new URLSearchParams({ csrf: token }) });
  assert.equal(borrowed.response.status, 403, 'another session’s token');
});

test('a proof holds for the browser that was given its challenge', async () => {
  const { made, browser } = await ready();
  const door = await browser.open('/me/sign-in');
  const thief = new Resident(made);
  const own = await thief.open('/me/sign-in');
  const mixed = {
    ...own,
    text: own.text.replace(
      /name="challenge" value="[^"]*"/,
      /name="challenge" value="[^"]*"/.exec(door.text)?.[0] ?? '',
    ),
  };
  assert.equal((await thief.prove(made, mixed, 'lin', 'sign-in')).response.status, 422);
  const used = await browser.prove(made, door, 'lin', 'sign-in');
  assert.equal(titleOf(used), '我的 MyData');
});

test('only pages of one’s own area follow a sign-in', () => {
  for (const bad of [
    '//evil.test',
    'https://evil.test',
    '/me/../outbox',
    '/me//x',
    '/journey/x',
    '/me/sign-in',
    '/me\n',
    '',
  ])
    assert.equal(nextPage(bad), '/me', bad);
  for (const good of ['/me', '/me/records', '/me/download', `/me/download/${'a'.repeat(22)}`])
    assert.equal(nextPage(good), good);
});

test('a level that suffices is not asked again; a dataset that wants more asks only then, for the same person', async () => {
  const { made, browser } = await ready();
  await browser.signInWith('two-document');
  const asked = await browser.choose([household]);
  assert.equal(titleOf(asked), '需要更高強度的身分驗證');
  assert.match(asked.text, /個人戶籍資料/);
  assert.doesNotMatch(asked.text, /method=two-document/);
  const path = decodeURIComponent(/next=([^&]*)/.exec(asked.path)?.[1] ?? '');
  const weak = await browser.post(asked, 'sign-in', { ...browser.secrets(), method: 'two-document' });
  assert.equal(weak.response.status, 400);
  const another = await browser.prove(made, asked, 'wang', 'sign-in');
  assert.match(another.text, /這不是目前登入的人/);
  const door = await browser.open(`/me/sign-in?method=citizen-certificate&next=${encodeURIComponent(path)}`);
  const consent = await browser.prove(made, door, 'lin', 'sign-in');
  assert.equal(consent.path, path, 'with what was chosen');
  assert.equal(titleOf(consent), '您是否同意取得這些資料？');
  const next = await browser.choose([household, wholeHousehold]);
  assert.equal(titleOf(next), '您是否同意取得這些資料？', 'not asked again');
});
