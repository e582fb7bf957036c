import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { lifetimes } from '../../lifetimes.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { openWorld } from '../testing/county-under-test.ts';
import { atCounter, credentials, csrfOf, signInAs, submitForm } from '../testing/staff.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const html = { headers: { accept: 'text/html' } };

test('password and code together open a session; what was asked for comes next', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const away = await browser.request('/staff', html);
  assert.equal(away.status, 303);
  assert.equal(away.headers.get('location'), '/staff/sign-in?next=%2Fstaff');
  const form = await browser.request('/staff/sign-in?next=%2Fdesk', html);
  assert.match(await form.text(), /name="next" value="\/desk"/);
  const inside = await submitForm(browser, '/staff/sign-in', { ...credentials(world, 'clerk'), next: '/desk' });
  assert.equal(inside.status, 303);
  assert.equal(inside.headers.get('location'), '/desk');
  assert.match(inside.headers.get('set-cookie')!, /^mydata_county_staff=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
  const home = await (await browser.request('/staff', html)).text();
  assert.match(home, /臨櫃受理/);
  assert.doesNotMatch(home, /人員帳號/);
  const [action] = await world.storage.staffActions(1);
  assert.deepEqual([action!.verb, action!.staffId, action!.object], ['sign-in', 'sandbox-clerk', 'clerk']);
});

test('nobody learns whether login, password or code was wrong, and a code is good once', async () => {
  const world = await openWorld(pki);
  const right = credentials(world, 'clerk');
  assert.equal((await submitForm(world.browser(), '/staff/sign-in', right)).status, 303);
  const browser = world.browser();
  const fresh = () => {
    world.now = new Date(world.now.getTime() + 30_000);
    return credentials(world, 'clerk');
  };
  const answers = [];
  for (const wrong of [
    right,
    { ...fresh(), password: 'not the password' },
    { ...fresh(), code: '000000' },
    { ...fresh(), login: 'nobody' },
  ]) {
    const answer = await submitForm(browser, '/staff/sign-in', wrong);
    assert.equal(answer.status, 422);
    answers.push((await answer.text()).replace(/value="(clerk|nobody)"/, ''));
  }
  assert.equal(new Set(answers).size, 1);
});

test('limit: the fifth wrong try puts an account out of use there for fifteen minutes, and the right one does not help', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  for (let tries = 1; tries <= 5; tries += 1) {
    const wrong = { ...credentials(world, 'clerk'), password: `wrong ${tries}` };
    assert.equal((await submitForm(browser, '/staff/sign-in', wrong)).status, 422);
  }
  const locked = await submitForm(browser, '/staff/sign-in', credentials(world, 'clerk'));
  assert.equal(locked.status, 429);
  assert.equal(locked.headers.get('retry-after'), '900');
  assert.equal((await submitForm(browser, '/staff/sign-in', credentials(world, 'designer'))).status, 303);
  world.now = new Date(world.now.getTime() + lifetimes.staffLockout.ms + 1);
  await signInAs(world, 'clerk');
});

test('limit: fifty wrong tries at once are five', async () => {
  const world = await openWorld(pki);
  const statuses = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const wrong = { ...credentials(world, 'clerk'), code: String(100_000 + index) };
      return (await submitForm(world.browser(), '/staff/sign-in', wrong)).status;
    }),
  );
  assert.equal(statuses.filter((status) => status === 422).length, 5);
  assert.equal(statuses.filter((status) => status === 429).length, 45);
});

test('limit: fifteen idle minutes or eight hours end a session', async () => {
  const world = await openWorld(pki);
  const browser = await signInAs(world, 'designer');
  const status = async () => (await browser.request('/staff', html)).status;
  world.now = new Date(world.now.getTime() + lifetimes.staffIdle.ms - 1);
  assert.equal(await status(), 200);
  world.now = new Date(world.now.getTime() + lifetimes.staffIdle.ms);
  assert.equal(await status(), 303);
  const busy = await signInAs(world, 'approver');
  const end = world.now.getTime() + lifetimes.staffWhole.ms;
  while (world.now.getTime() < end - 600_000) {
    world.now = new Date(world.now.getTime() + 600_000);
    assert.equal((await busy.request('/staff', html)).status, 200);
  }
  world.now = new Date(end);
  assert.equal((await busy.request('/staff', html)).status, 303);
});

test('only the named addresses are counters', async () => {
  const named = await openWorld(pki);
  assert.equal((await (await atCounter(named)).request('/staff/desk', html)).status, 200);
  const world = await openWorld(pki);
  (world.county.config as { deskAddresses?: readonly string[] }).deskAddresses = ['10.1.0.0/16', '192.0.2.7'];
  const browser = await signInAs(world, 'clerk');
  const statusFrom = async (remoteAddress: string) =>
    (await browser.request('/staff/desk', html, { incoming: { socket: { remoteAddress } } })).status;
  assert.equal(await statusFrom('10.1.255.3'), 200);
  assert.equal(await statusFrom('192.0.2.7'), 200);
  assert.equal(await statusFrom('10.2.0.1'), 403);
  assert.equal(await statusFrom('192.0.2.8'), 403);
});

test('signing out ends the session, and a closed account has none', async () => {
  const world = await openWorld(pki);
  const browser = await signInAs(world, 'publisher');
  const out = await submitForm(browser, '/staff/sign-out', { csrf: await csrfOf(browser, '/staff') });
  assert.equal(out.headers.get('location'), '/staff/sign-in?out=1');
  assert.equal(out.headers.get('clear-site-data'), '"cache"');
  assert.equal((await browser.request('/staff', html)).status, 303);
  const other = await signInAs(world, 'designer');
  await world.storage.commit([{ step: 'close-account', id: 'sandbox-designer', at: world.now }]);
  assert.equal((await other.request('/staff', html)).status, 303);
});

test('signing in anew ends the session that the browser had', async () => {
  const world = await openWorld(pki);
  const sessionIn = (answer: Response): string =>
    /_staff=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
  const first = sessionIn(await submitForm(world.browser(), '/staff/sign-in', credentials(world, 'clerk')));
  const cookie = `mydata_county_staff=${first}`;
  const home = () => world.app.request('/staff', { headers: { accept: 'text/html', cookie } });
  assert.equal((await home()).status, 200);
  const again = await world.app.request('/staff/sign-in', {
    method: 'POST',
    body: new URLSearchParams(credentials(world, 'publisher')),
    headers: { cookie },
  });
  assert.notEqual(sessionIn(again), first);
  assert.equal((await home()).status, 303);
});

test('a form that is none is refused, and is no failure of ours', async () => {
  const world = await openWorld(pki);
  const answer = await world.browser().request('/staff/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=never' },
    body: 'no boundary comes',
  });
  assert.equal(answer.status, 400);
});
