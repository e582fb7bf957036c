import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { openWorld, type World } from '../testing/county-under-test.ts';
import { credentials, csrfOf, signInAs, submitForm } from '../testing/staff.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const html = { headers: { accept: 'text/html' } };
const wanted = 'lantern hydrangea kettle';

const later = (world: World) => void (world.now = new Date(world.now.getTime() + 30_000));

test('one’s own password is changed with the one before and a code; other devices are signed out', async () => {
  const world = await openWorld(pki);
  const other = await signInAs(world, 'clerk');
  const browser = await signInAs(world, 'clerk');
  const csrf = await csrfOf(browser, '/staff/password');
  later(world);
  const { password: current, code } = credentials(world, 'clerk');
  const done = await submitForm(browser, '/staff/password', {
    ...{ csrf, current, code },
    ...{ password: wanted, repeated: wanted },
  });
  assert.equal(done.headers.get('location'), '/staff/password?done=1');
  assert.equal((await browser.request('/staff', html)).status, 200);
  assert.equal((await other.request('/staff', html)).status, 303);
  const [action] = await world.storage.staffActions(1);
  assert.deepEqual([action!.verb, action!.object], ['change-password', 'clerk']);
  later(world);
  const fresh = credentials(world, 'clerk');
  assert.equal((await submitForm(world.browser(), '/staff/sign-in', fresh)).status, 422);
  const signedIn = await submitForm(world.browser(), '/staff/sign-in', { ...fresh, password: wanted });
  assert.equal(signedIn.status, 303);
});

test('without the password before, with a used code, or with a weak one nothing changes', async () => {
  const world = await openWorld(pki);
  const browser = await signInAs(world, 'clerk');
  const csrf = await csrfOf(browser, '/staff/password');
  const used = credentials(world, 'clerk');
  later(world);
  const { password: current, code } = credentials(world, 'clerk');
  const right = { csrf, current, code, password: wanted, repeated: wanted };
  for (const [wrong, status] of [
    [{ current: 'not the password' }, 422],
    [{ code: '000000' }, 422],
    [{ code: used.code }, 422],
    [{ password: 'chiayi-2026-county', repeated: 'chiayi-2026-county' }, 422],
    [{ repeated: 'lantern hydrangea kettles' }, 422],
    [{ password: current, repeated: current }, 422],
    [{ csrf: 'none' }, 403],
  ] as const)
    assert.equal((await submitForm(browser, '/staff/password', { ...right, ...wrong })).status, status);
  assert.equal((await submitForm(browser, '/staff/password', right)).status, 303);
});

test('limit: whoever finds a page open guesses the password before no oftener than at the door', async () => {
  const world = await openWorld(pki);
  const browser = await signInAs(world, 'clerk');
  const csrf = await csrfOf(browser, '/staff/password');
  later(world);
  const { code } = credentials(world, 'clerk');
  const guess = () =>
    submitForm(browser, '/staff/password', { csrf, code, current: 'a guess', password: wanted, repeated: wanted });
  for (let tries = 1; tries <= 5; tries += 1) assert.equal((await guess()).status, 422);
  const refused = await guess();
  assert.equal(refused.status, 429);
  assert.ok(refused.headers.get('retry-after'));
});
