import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lifetimes } from '../../lifetimes.ts';
import { Browser } from '../app.fixture.ts';
import { safeNext } from './account-routes.ts';
import { hashPassword, isPassword, weakness } from '../../accounts/password.ts';
import { bytesOfBase32, codeAt, stepOfCode } from '../../accounts/second-factor.ts';
import { sandboxStaff } from './sandbox-staff.ts';
import { nextCode, signedIn, staffedWorld, trySignIn } from './staff.fixture.ts';

test('the staff signs in with password and code, and the record says so', async () => {
  const made = await staffedWorld();
  const browser = await signedIn(made, 'operator');
  assert.match((await browser.open('/operator')).text, /<h1>總覽<\/h1>/);
  const [action] = await made.storage.staffActions({ limit: 1 });
  assert.deepEqual([action?.verb, action?.object], ['sign-in', 'operator']);
});

test('an unknown account, a wrong password and a wrong code read alike', async () => {
  const made = await staffedWorld();
  const pages = [
    await trySignIn(made, new Browser(made.app), { login: 'nobody', password: 'x', code: '123456' }),
    await trySignIn(made, new Browser(made.app), { login: 'operator', password: 'x' }),
    await trySignIn(made, new Browser(made.app), { login: 'operator', code: '000000' }),
  ];
  const told = pages.map(({ response, text }) => [response.status, text.replaceAll(/value="[^"]*"/g, '')]);
  for (const one of told) assert.deepEqual(one, told[0]);
  assert.equal(told[0]?.[0], 422);
});

test('what cannot be a code is said at its field, for known and unknown alike, and is no try', async () => {
  const made = await staffedWorld();
  const browser = new Browser(made.app);
  for (const login of ['operator', 'nobody'])
    for (const code of ['12345', 'abcdef', '1234567', '', '12 34 5', '十二三四']) {
      const { response, text } = await trySignIn(made, browser, { login, code });
      assert.equal(response.status, 422);
      assert.match(text, /驗證碼：應為 6 位數字/);
      assert.match(text, /這次不算一次嘗試/);
      assert.match(text, /id="code"[^>]*aria-invalid="true"/);
    }
  const code = await nextCode(made, 'operator');
  const full = Array.from(code, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('');
  const typed = `${full.slice(0, 3)}－${full.slice(3)}\u200B`;
  assert.equal((await trySignIn(made, browser, { login: 'operator', code: typed })).response.status, 200);
});

test('a code is good once: a second sign-in with it is refused', async () => {
  const made = await staffedWorld();
  const code = await nextCode(made, 'auditor');
  assert.equal((await trySignIn(made, new Browser(made.app), { login: 'auditor', code })).response.status, 200);
  assert.equal((await trySignIn(made, new Browser(made.app), { login: 'auditor', code })).response.status, 422);
});

test('50 sign-ins at once with one code: exactly one gets in', async () => {
  const made = await staffedWorld();
  const { password = '' } = sandboxStaff.find(({ login }) => login === 'reviewer') ?? {};
  const code = await nextCode(made, 'reviewer');
  const { signIn } = await import('../../accounts/sign-in.ts');
  const { staffParty } = await import('./party.ts');
  const { platformOf } = await import('../platform.ts');
  const config = {
    environment: 'test',
    publicUrl: 'http://localhost:8701',
    clients: [],
    residents: [],
    provider: { url: '', secrets: {} },
    scriptsFolder: '',
  } as const;
  const platform = platformOf({
    ...made,
    config,
    log: { info() {}, warn() {}, error() {} },
    fetch: async () => new Response(),
    trust: { anchors: [] },
  });
  const account = await made.storage.staffByLogin('reviewer');
  const results = await Promise.all(
    // From many places, so that no limit of tries is in the way: the code's own guard must hold.
    Array.from({ length: 50 }, (_, i) => {
      const address = `192.0.${i}.1`;
      const known = platform.browsers.remember(undefined, account?.id ?? '');
      return signIn(staffParty(platform), {
        login: 'reviewer',
        password,
        code,
        caller: { address, network: address, known },
      }).catch(() => ({ kind: 'busy' }) as const);
    }),
  );
  assert.equal(results.filter(({ kind }) => kind === 'in').length, 1);
});

test('the fifth wrong try locks the account for 15 minutes where it was made, known or not; the sixth right one is refused', async () => {
  for (const login of ['operator', 'nobody']) {
    const made = await staffedWorld();
    const fail = () => trySignIn(made, new Browser(made.app), { login, password: 'wrong', code: '000000' });
    for (let i = 1; i <= 4; i += 1) assert.equal((await fail()).response.status, 422);
    assert.equal((await fail()).response.status, 422);
    const locked = await trySignIn(made, new Browser(made.app), { login });
    assert.equal(locked.response.status, 429, login);
    assert.equal(locked.response.headers.get('retry-after'), '900');
    assert.match(locked.text, /15 分鐘後再試/);
    made.clock.pass(lifetimes.staffLockout.ms - 1);
    assert.equal((await trySignIn(made, new Browser(made.app), { login })).response.status, 429);
    made.clock.pass(1);
    assert.equal(
      (await trySignIn(made, new Browser(made.app), { login })).response.status,
      login === 'nobody' ? 422 : 200,
    );
  }
});

test('four wrong tries and a right one: nothing is locked, and counting starts anew', async () => {
  const made = await staffedWorld();
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < 4; i += 1) await trySignIn(made, new Browser(made.app), { login: 'operator', code: '000000' });
    assert.equal((await trySignIn(made, new Browser(made.app), { login: 'operator' })).response.status, 200);
  }
});

test('a session ends after 15 minutes without a step, and not a moment before', async () => {
  const made = await staffedWorld();
  const browser = await signedIn(made, 'operator');
  made.clock.pass(lifetimes.staffIdle.ms - 1);
  assert.equal((await browser.open('/operator')).path, '/operator');
  made.clock.pass(lifetimes.staffIdle.ms);
  assert.equal((await browser.open('/operator')).path, '/operator/sign-in?next=%2Foperator');
});

test('a session ends after 8 hours, however busy', async () => {
  const made = await staffedWorld();
  const browser = await signedIn(made, 'operator');
  const step = 10 * 60_000;
  for (let passed = step; passed < lifetimes.staffWhole.ms; passed += step) {
    made.clock.pass(step);
    assert.equal((await browser.open('/operator')).path, '/operator');
  }
  made.clock.pass(step);
  assert.match((await browser.open('/operator')).path, /sign-in/);
});

test('signing out ends this session, signing out everywhere all of them', async () => {
  const made = await staffedWorld();
  const [one, two] = [await signedIn(made, 'operator'), await signedIn(made, 'operator')];
  await one.post(await one.open('/operator/account'), 'sign-out');
  assert.match((await one.open('/operator')).path, /sign-in/);
  assert.equal((await two.open('/operator')).path, '/operator');
  made.clock.pass(60_000);
  const three = await signedIn(made, 'operator');
  await two.post(await two.open('/operator/account'), 'sign-out-everywhere');
  for (const browser of [two, three]) assert.match((await browser.open('/operator')).path, /sign-in/);
});

test('signing in anew ends the session that the browser had', async () => {
  const made = await staffedWorld();
  const browser = await signedIn(made, 'auditor');
  const headers = browser.cookieHeader();
  const status = async () =>
    (await made.app.request('/operator', { headers: { ...headers, accept: 'text/html' } })).status;
  assert.equal(await status(), 200);
  const { password = '' } = sandboxStaff.find(({ login }) => login === 'operator') ?? {};
  const code = await nextCode(made, 'operator');
  const body = new URLSearchParams({ login: 'operator', password, code });
  const answer = await made.app.request('/operator/sign-in', { method: 'POST', body, headers });
  assert.equal(answer.status, 303);
  assert.equal(await status(), 303);
});

test('a form without the token of its session does nothing', async () => {
  const made = await staffedWorld();
  const browser = await signedIn(made, 'operator');
  const other = await signedIn(made, 'reviewer');
  const csrf = /name="csrf" value="([^"]*)"/.exec((await other.open('/operator')).text)?.[1] ?? '';
  for (const body of [new URLSearchParams(), new URLSearchParams({ csrf })]) {
    const answer = await browser.open('/operator/sign-out-everywhere', {
      method: 'POST',
      body: body,
    });
    assert.equal(answer.response.status, 403);
  }
  assert.equal((await browser.open('/operator')).path, '/operator');
});

test('programs get 401 and JSON, browsers the sign-in page', async () => {
  const { app } = await staffedWorld();
  const program = await app.request('/operator', { headers: { accept: 'application/json' } });
  assert.equal(program.status, 401);
  assert.equal(((await program.json()) as { error: { code: string } }).error.code, 'staff-sign-in');
  const browser = await app.request('/operator/transfers?code=200', { headers: { accept: 'text/html' } });
  assert.equal(browser.headers.get('location'), '/operator/sign-in?next=%2Foperator%2Ftransfers%3Fcode%3D200');
});

test('the sign-in page leads to our own pages only', () => {
  assert.equal(safeNext('/operator/transfers?code=200'), '/operator/transfers?code=200');
  assert.equal(safeNext('/portal'), '/portal');
  for (const bad of [
    '//evil.example/operator',
    'https://evil.example/operator',
    '/operator/../outbox',
    '/operatorx',
    'javascript:alert(1)',
    '/\\evil.example',
    '',
    undefined,
  ])
    assert.equal(safeNext(bad), undefined, bad);
});

test('codes of RFC 6238 appendix B; one step before and after is taken, two are not', () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  assert.equal(codeAt(secret, new Date(59_000)), '287082');
  assert.equal(codeAt(secret, new Date(1111111109_000)), '081804');
  const at = new Date('2026-11-23T01:00:00Z');
  const step = at.getTime() / 30_000;
  const shifted = (steps: number) => codeAt(secret, new Date(at.getTime() + steps * 30_000));
  for (const delta of [-1, 0, 1]) assert.equal(stepOfCode(secret, shifted(delta), at), step + delta);
  for (const delta of [-2, 2]) assert.equal(stepOfCode(secret, shifted(delta), at), undefined);
  for (const bad of ['', '12345', '1234567', 'abcdef']) assert.equal(stepOfCode(secret, bad, at), undefined);
  assert.deepEqual(bytesOfBase32('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'), secret);
});

test('a password is kept by scrypt with a salt of its own and found again', async () => {
  const kept = await hashPassword('four quiet blue otters');
  assert.match(kept, /^scrypt\$32768\$8\$3\$/);
  assert.notEqual(kept, await hashPassword('four quiet blue otters'));
  assert.ok(await isPassword('four quiet blue otters', kept));
  assert.ok(!(await isPassword('four quiet blue otter', kept)));
  assert.ok(!(await isPassword('', undefined)));
});

test('weak passwords are named for what is weak: eleven characters, twelve', () => {
  assert.equal(weakness('abcdefghijk', 'x1y'), 'too-short');
  assert.equal(weakness('otters sleep', 'x1y'), undefined);
  assert.equal(weakness('a'.repeat(50), 'x1y'), 'too-plain');
  assert.equal(weakness('mydata-mydata-1', 'x1y'), 'too-plain');
  assert.equal(weakness('my name is chen', 'chen'), 'as-login');
  assert.equal(weakness('x'.repeat(129), 'y'), 'too-long');
});
