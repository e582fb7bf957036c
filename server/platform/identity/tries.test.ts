/** Who tries is limited, and not whom they try: each test is one thing that a stranger did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDigit } from '../../sandbox/generator/numbers.ts';
import { Browser, type Page } from '../app.fixture.ts';
import { Resident, ready, titleOf } from '../me/me.fixture.ts';
import { staffedWorld, trySignIn } from '../staff/staff.fixture.ts';

const minute = 60_000;

async function wrong(browser: Resident, who = 'lin', more: Record<string, string> = {}): Promise<Page> {
  const door = await browser.open('/me/sign-in?method=tw-fido');
  return browser.post(door, 'sign-in', { ...browser.secrets(who), method: 'nhi-card', nhiPassword: 'x', ...more });
}

test('strangers who know her number keep her out of nothing: certificate, and any way where she has passed', async () => {
  const { made } = await ready();
  const known = new Resident(made, '198.51.100.1');
  await known.post(await known.signInWith('nhi-card'), 'sign-out');
  for (let n = 0; n < 40; n += 1) {
    const stranger = new Resident(made, `203.0.${n}.9`);
    await wrong(stranger);
  }
  const certificate = new Resident(made, '198.51.100.2');
  assert.equal(titleOf(await certificate.signIn()), '我的 MyData');
  assert.equal(titleOf(await known.signInWith('two-document')), '我的 MyData', 'this browser is known');
  const journey = new Browser(made.app, '198.51.100.3');
  const identity = await journey.toIdentity();
  assert.match((await journey.prove(made, identity)).path, /preview$/);
});

test('a password that strangers try is slowed for the network that tries, and its owner comes in from another', async () => {
  const { made } = await ready();
  let refused = 0;
  for (let n = 0; n < 20; n += 1)
    if ((await wrong(new Resident(made, `203.0.113.${n}`))).response.status === 429) refused += 1;
  assert.equal(refused, 14, 'six were looked at');
  const asked = async (from: Resident) =>
    from.post(await from.open('/me/sign-in?method=tw-fido'), 'sign-in', { ...from.secrets(), method: 'nhi-card' });
  const neighbour = new Resident(made, '203.0.113.200');
  const slowed = await asked(neighbour);
  assert.deepEqual([slowed.response.status, slowed.response.headers.get('retry-after')], [429, '30']);
  assert.match(slowed.text, /請 30 秒後再試/);
  assert.equal(titleOf(await asked(new Resident(made, '198.51.100.4'))), '我的 MyData');
  made.clock.pass(30_000);
  assert.equal(titleOf(await asked(neighbour)), '我的 MyData');
});

test('a hundred guesses at one person in a day from all networks, two more from each, and the owner still comes in', async () => {
  const { made } = await ready();
  const networks = 20;
  let looked = 0;
  for (let n = 0; n < 24 * 12; n += 1) {
    if ((await wrong(new Resident(made, `203.0.${n % networks}.9`))).response.status === 422) looked += 1;
    made.clock.pass(5 * minute);
  }
  assert.ok(looked > 20 && looked <= 100 + 2 * networks, `${looked}`);
  const owner = new Resident(made, '198.51.100.4');
  const door = await owner.open('/me/sign-in?method=tw-fido');
  assert.equal(titleOf(await owner.post(door, 'sign-in', { ...owner.secrets(), method: 'nhi-card' })), '我的 MyData');
});

test('in a browser of several, one who passes gives the others no more tries', async () => {
  const { made } = await ready();
  const shared = new Resident(made, '198.51.100.1');
  for (const who of ['lin', 'wang']) {
    const door = await shared.open('/me/sign-in?method=tw-fido');
    await shared.post(await shared.post(door, 'sign-in', { ...shared.secrets(who), method: 'nhi-card' }), 'sign-out');
  }
  let looked = 0;
  for (let round = 0; round < 10; round += 1) {
    for (let n = 0; n < 4; n += 1) if ((await wrong(shared, 'wang')).response.status === 422) looked += 1;
    const door = await shared.open('/me/sign-in?method=tw-fido');
    await shared.post(await shared.post(door, 'sign-in', { ...shared.secrets(), method: 'nhi-card' }), 'sign-out');
  }
  assert.equal(looked, 5);
});

test('one address that tries many people is stopped, its neighbours later, and others not at all', async () => {
  const { made } = await ready();
  const numbers = (n: number) => ({ nationalId: checkDigit(`A1${String(1_000_000 + n)}`) });
  const statuses = [];
  for (let n = 0; n < 120; n += 1)
    statuses.push((await wrong(new Resident(made, '203.0.113.7'), 'lin', numbers(n))).response.status);
  assert.equal(statuses.filter((status) => status === 422).length, 30);
  assert.equal((await wrong(new Resident(made, '203.0.113.8'), 'wang')).response.status, 422, 'a neighbour goes on');
  for (let n = 0; n < 200; n += 1) await wrong(new Resident(made, `203.0.113.${10 + n}`), 'lin', numbers(200 + n));
  assert.equal((await wrong(new Resident(made, '203.0.113.250'), 'wang')).response.status, 429, 'the whole network');
  assert.equal((await wrong(new Resident(made, '198.51.100.5'), 'wang')).response.status, 422);
  const six = (n: number) => new Resident(made, `2001:db8:1:${n.toString(16)}::${n.toString(16)}`);
  for (let n = 1; n <= 160; n += 1) await wrong(six(n), 'lin', numbers(500 + n));
  assert.equal((await wrong(six(200), 'wang')).response.status, 429, 'addresses of one IPv6 customer are one');
});

test('the resident is told: by one letter a day, and each try stands in the usage records', async () => {
  const { made, browser } = await ready();
  const sent = async (): Promise<number> =>
    (await made.storage.messages(50)).filter(({ kind }) => kind === 'wrong-tries').length;
  for (let n = 0; n < 2; n += 1) await wrong(new Resident(made, `203.0.${n}.9`));
  await made.app.sweep();
  assert.equal(await sent(), 0, 'two are a slip of the hand');
  for (let n = 2; n < 5; n += 1) await wrong(new Resident(made, `203.0.${n}.9`));
  await wrong(new Resident(made, '203.0.9.9'), 'lin', { nationalId: 'A199999999' });
  await made.app.sweep();
  await made.app.sweep();
  assert.equal(await sent(), 1);
  const outbox = await browser.open('/outbox');
  assert.match(outbox.text, /失敗了 5 次（健保卡/);
  made.clock.pass(70 * minute);
  for (let n = 2; n < 6; n += 1) await wrong(new Resident(made, `203.1.${n}.9`));
  await made.app.sweep();
  assert.equal(await sent(), 1, 'not one for each hour');
  await browser.signIn('lin', '/me/records');
  const records = await browser.open('/me/records');
  assert.match(records.text, /驗證身分失敗的紀錄/);
  assert.match(records.text, /健保卡[^<]*，5 次/);
  const other = new Resident(made);
  assert.doesNotMatch((await other.signIn('wang', '/me/records')).text, /驗證身分失敗/);
});

test('staff: a colleague’s account is not spoilt from elsewhere, and one address tries thirty accounts, not more', async () => {
  const made = await staffedWorld();
  const own = new Browser(made.app, '198.51.100.1');
  assert.equal((await trySignIn(made, own, { login: 'operator' })).response.status, 200);
  for (let n = 0; n < 40; n += 1)
    await trySignIn(made, new Browser(made.app, `203.0.${n}.9`), { login: 'operator', password: 'x', code: '000000' });
  made.clock.pass(60_000);
  await own.post(await own.open('/operator/account'), 'sign-out');
  assert.equal((await trySignIn(made, own, { login: 'operator' })).response.status, 200, 'a known browser');
  const statuses = [];
  for (let n = 0; n < 40; n += 1) {
    const spray = { login: `somebody${n}`, password: 'x', code: '000000' };
    statuses.push((await trySignIn(made, new Browser(made.app, '203.0.113.7'), spray)).response.status);
  }
  assert.equal(statuses.filter((status) => status === 422).length, 30);
});

test('a crowd of certificate proofs waits in turn, some are told to come back, and that was no try', async () => {
  const { made } = await ready();
  const visitors = await Promise.all(
    Array.from({ length: 120 }, async (_, n) => {
      const from = new Resident(made, `203.${n}.113.9`);
      return { from, door: await from.open('/me/sign-in?method=citizen-certificate') };
    }),
  );
  const wrongCard = { ...new Resident(made).secrets('wang'), certificate: 'none', signature: 'none' };
  const proof = ({ from, door }: (typeof visitors)[number]) => from.post(door, 'sign-in', wrongCard);
  const pages = await Promise.all(visitors.map(proof));
  const statuses = pages.map(({ response }) => response.status);
  assert.equal(statuses.filter((status) => status === 503).length, 120 - 65);
  assert.equal(pages[statuses.indexOf(503)]!.response.headers.get('retry-after'), '5');
  const refused = visitors[statuses.indexOf(503)]!;
  for (let n = 0; n < 5; n += 1) assert.equal((await proof(refused)).response.status, 422, `${n}`);
  assert.equal((await proof(refused)).response.status, 429);
});
