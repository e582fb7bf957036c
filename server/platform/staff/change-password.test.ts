import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sandboxStaff } from './sandbox-staff.ts';
import { nextCode, signedIn, staffedWorld, trySignIn } from './staff.fixture.ts';
import { Browser } from '../app.fixture.ts';

const wanted = 'lantern hydrangea kettle';
const current = sandboxStaff.find(({ login }) => login === 'operator')!.password;

test('one’s own password is changed with the one before and a code; other devices are signed out', async () => {
  const made = await staffedWorld();
  const other = await signedIn(made, 'operator');
  made.clock.pass(30_000);
  const browser = await signedIn(made, 'operator');
  made.clock.pass(30_000);
  const page = await browser.open('/operator/account');
  const code = await nextCode(made, 'operator');
  const form = { current, code, password: wanted, repeated: wanted };
  for (const wrong of [
    { current: 'x' },
    { code: '000000' },
    { repeated: 'x' },
    { password: 'taiwan-gov-12', repeated: 'taiwan-gov-12' },
  ])
    assert.equal((await browser.post(page, 'account/password', { ...form, ...wrong })).response.status, 422);
  const done = await browser.post(page, 'account/password', form);
  assert.match(done.text, /密碼已經更改/);
  assert.match((await other.open('/operator')).text, /登入維運平臺/);
  const [action] = await made.storage.staffActions({ limit: 1 });
  assert.deepEqual([action?.verb, action?.object], ['change-password', 'operator']);
  made.clock.pass(30_000);
  const before = await trySignIn(made, new Browser(made.app), { login: 'operator' });
  assert.equal(before.response.status, 422);
  const after = await trySignIn(made, new Browser(made.app), { login: 'operator', password: wanted });
  assert.equal(after.response.status, 200);
});
