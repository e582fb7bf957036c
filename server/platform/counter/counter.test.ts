/** The counter, through the app's front door: the way of the data, and the boundaries of the handbook (手冊 貳-一-(二)-2). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { Browser, household, lowIncome } from '../app.fixture.ts';
import { Resident } from '../me/me.fixture.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import {
  counterClient,
  counterWorld,
  DeskCaller,
  minutes,
  otherClient,
  renewed,
  sentCode,
  serialOf,
  toBarcode,
  toCounterConsent,
  type Answer,
} from './counter.fixture.ts';
import { enteringAt } from './desk.ts';
import { codeOf } from './serial.ts';

const seconds = (count: number): number => count * 1000;
/** Not the one that was sent. */
/** Neither as one nor in groups. */
const assertWithout = (text: string, code: string): void => {
  assert.match(code, /^\d{8}$/);
  assert.ok(!text.replace(/[\s-]/g, '').includes(code), 'the code stands here');
};

const wrong = (code: string): string => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

for (const [name, storage] of [
  ['memory', memoryPlatformStorage],
  ['sqlite', () => sqlitePlatformStorage(':memory:')],
] as const) {
  test(`${name}: from one button to the desk that takes the data, whose copy is then deleted`, async () => {
    const world = await counterWorld(storage());
    const shown = await toBarcode(world);
    assert.match(shown.page.path, /\/journey\/[\w-]{22}\/barcode$/);
    assert.match(shown.page.text, /<mydata-barcode/);
    const serial = await serialOf(shown);
    assert.match(serial, /^[a-z0-9]{8}$/);
    assert.ok(shown.page.text.includes(`${serial.slice(0, 4)} ${serial.slice(4)}`), 'the serial without script');

    const desk = new DeskCaller(world.app);
    const presented = await desk.present(serial);
    const { sent, expires_in, resend_after } = presented.body;
    assert.deepEqual([presented.status, sent, expires_in, resend_after], [200, true, 120, 120]);
    const page = await shown.browser.open(shown.page.path);
    const code = (await sentCode(world)) ?? '';
    assert.match(page.text, /嘉義縣社會局 3 號櫃檯/);
    assertWithout(page.text, code);

    const taken = await desk.code(presented.body.attempt, code);
    assert.equal(taken.status, 200);
    assert.equal(taken.body.agent, undefined);
    const data = await world.app.request('/service/data', {
      headers: { permission_ticket: taken.body.permission_ticket, tx_id: taken.body.tx_id },
    });
    assert.equal(data.status, 200);
    assert.deepEqual(await world.storage.packages(taken.body.tx_id), []);
    const numbers = (await world.storage.events(taken.body.tx_id)).map(({ number }) => number);
    for (const number of [240, 320, 330, 310, 340, 350]) {
      if (number === 340) await world.app.sendMessages();
      const now = number === 340 ? (await world.storage.events(taken.body.tx_id)).map((one) => one.number) : numbers;
      assert.ok(now.includes(number), String(number));
    }
    assert.match((await shown.browser.open(shown.page.path)).text, /櫃檯已經取走資料/);
    assert.deepEqual(
      overAnswer(await desk.code(presented.body.attempt, code)),
      [410, 'barcode-over', 'taken'],
      'one use',
    );
    assert.equal((await renewed(shown)).response.status, 410);
  });
}

test('a counter service: required, at least one of these, bring; too few ticked is said', async () => {
  const world = await counterWorld();
  const browser = new Browser(world.app);
  const page = await browser.open(`/service/counter/${counterClient.client_id}`);
  assert.match(page.text, /國民身分證正本/);
  assert.match(page.text, /請至少選 1 項/);
  assert.match(page.text, /一鍵取得/);
  const lacking = await browser.post(page, counterClient.client_id);
  assert.equal(lacking.response.status, 422);
  assert.match(lacking.text, /請至少勾選 1 項/);
  assert.equal((await browser.open('/service/counter/CLI.abcdefghij')).response.status, 404, 'online only');
  const shown = await toBarcode(world);
  const journey = await world.storage.journey(shown.journeyId);
  assert.deepEqual(journey?.resources, [household, lowIncome]);
});

test('refusing, and a dataset that can’t be had, end on the service’s page without a barcode', async () => {
  const world = await counterWorld();
  const browser = new Browser(world.app);
  const consent = await toCounterConsent(world, browser);
  assert.match(consent.text, /到櫃檯出示條碼、當面提供驗證密碼/);
  const refused = await browser.post(consent, 'consent', { decision: 'refuse' });
  assert.match(refused.path, /\/service\/counter\/CLI\.counter001\?ended=205/);
  world.dp[household] = { status: 500 };
  const failed = await browser
    .post(await toCounterConsent(world, new Browser(world.app)), 'consent')
    .catch(() => undefined);
  assert.ok(failed);
});

test('whichever process the desk spoke to, every other one of the same storage shows the code and the desk', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const other = { ...world, app: world.restart() };
  await new DeskCaller(world.app).present(await serialOf(shown));
  const code = (await sentCode(world)) ?? '';
  const words = `<p class="code" translate="no">${code.slice(0, 4)} ${code.slice(4)}</p>`;
  for (const one of [world, other]) {
    const me = new Resident(one);
    await me.signIn('lin');
    assert.ok((await me.open('/me')).text.includes(words));
  }
  const page = await other.app.request(shown.page.path, { headers: shown.browser.cookieHeader() });
  const beside = await page.text();
  assert.match(beside, /3 號櫃檯<\/strong>」正在請您提供驗證密碼/);
  assertWithout(beside, code);
  world.clock.pass(minutes(2));
  const me = new Resident(other);
  await me.signIn('lin');
  assertWithout((await me.open('/me')).text, code);
});

test('codes differ from sending to sending, and without the platform’s key nothing tells the next', () => {
  const key = (byte: number) => ({ hashKey: new Uint8Array(32).fill(byte) });
  const sending = { of: 'barcode', desk: 'desk', at: new Date(0) };
  const code = codeOf(key(1), sending);
  assert.match(code, /^\d{8}$/);
  assert.equal(codeOf(key(1), { ...sending }), code);
  const others = [
    codeOf(key(2), sending),
    codeOf(key(1), { ...sending, of: 'another' }),
    codeOf(key(1), { ...sending, desk: 'another' }),
    codeOf(key(1), { ...sending, at: new Date(1) }),
  ];
  assert.equal(new Set([code, ...others]).size, 5);
});

test('the code stands on the signed-in page of who shows the barcode, and never beside the barcode', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const headers = shown.browser.cookieHeader();
  const stream = await world.app.request(`/journey/${shown.journeyId}/barcode/events`, { headers });
  const presented = await new DeskCaller(world.app).present(await serialOf(shown));
  const code = (await sentCode(world)) ?? '';
  const page = await shown.browser.open(shown.page.path);
  assert.match(page.text, /「<strong>嘉義縣社會局 3 號櫃檯<\/strong>」正在請您提供驗證密碼/);
  const json = await shown.browser.open(`/journey/${shown.journeyId}/barcode.json`);
  const reader = stream.body!.getReader();
  let told = '';
  while (!told.includes('event: desk')) told += Buffer.from((await reader.read()).value ?? []).toString();
  await reader.cancel();
  for (const text of [page.text, json.text, told, JSON.stringify(presented.body)]) assertWithout(text, code);

  const me = new Resident(world);
  await me.signIn('lin');
  assert.ok(
    (await me.open('/me')).text.includes(`<p class="code" translate="no">${code.slice(0, 4)} ${code.slice(4)}</p>`),
  );
  const another = new Resident(world);
  await another.signIn('wang');
  assertWithout((await another.open('/me')).text, code);
  assert.match((await shown.browser.open('/me')).path, /sign-in/, 'the browser with the barcode alone is not enough');
  world.clock.pass(minutes(2));
  assertWithout((await me.open('/me')).text, code);
});

test('barcode, 20 minutes: good at 19:59, none at 20:01, where the page has another', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const desk = new DeskCaller(world.app);
  const serial = await serialOf(shown);
  world.clock.pass(minutes(20) - seconds(1));
  assert.equal(await serialOf(shown), serial);
  const first = await desk.present(serial);
  assert.equal((await desk.code(first.body.attempt, (await sentCode(world)) ?? '')).status, 200);

  const second = await toBarcode(world, { who: 'wang' });
  const old = await serialOf(second);
  world.clock.pass(minutes(20) + seconds(1));
  const before = await sentCode(world);
  const late = await desk.present(old);
  assert.deepEqual(overAnswer(late), [410, 'barcode-over', 'expired']);
  assert.equal(await sentCode(world), before, 'no code');
  assert.notEqual(await serialOf(second), old);
});

test('renewed: the old one is dead at once, and so is its code', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const desk = new DeskCaller(world.app);
  const serial = await serialOf(shown);
  const presented = await desk.present(serial);
  const code = (await sentCode(world)) ?? '';
  const answer = await renewed(shown);
  assert.equal(answer.response.status, 200);
  const next = (JSON.parse(answer.text) as { serial: string }).serial;
  assert.notEqual(next, serial);
  assert.deepEqual(overAnswer(await desk.code(presented.body.attempt, code)), [410, 'barcode-over', 'renewed']);
  assert.deepEqual(overAnswer(await desk.present(serial)), [410, 'barcode-over', 'renewed']);
  assert.equal(await sentCode(world), code, 'no code for the old one');
  assert.equal(await serialOf(shown), next);
  const forged = await shown.browser.open(`/journey/${shown.journeyId}/barcode.json`, { method: 'POST' });
  assert.equal(forged.response.status, 403, 'needs our own script');
});

test('code, 2 minutes: good at 1:59, refused at 2:01', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  const one = await toBarcode(world);
  const first = await desk.present(await serialOf(one));
  const code = (await sentCode(world)) ?? '';
  world.clock.pass(minutes(2) - seconds(1));
  assert.equal((await desk.code(first.body.attempt, code)).status, 200);
  const two = await toBarcode(world, { who: 'wang' });
  const second = await desk.present(await serialOf(two));
  const late = (await sentCode(world)) ?? '';
  world.clock.pass(minutes(2) + seconds(1));
  for (const typed of [late, wrong(late)])
    assert.deepEqual(overAnswer(await desk.code(second.body.attempt, typed)), [410, 'code-over', undefined]);
  await four(desk);
});

test('resend: refused at 1:59, sent at 2:01, and the code before is dead', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  const shown = await toBarcode(world);
  const { body } = await desk.present(await serialOf(shown));
  const code = (await sentCode(world)) ?? '';
  world.clock.pass(minutes(2) - seconds(1));
  const early = await desk.resend(body.attempt);
  assert.deepEqual([early.status, early.retryAfter], [429, '1']);
  world.clock.pass(seconds(2));
  assert.equal((await desk.resend(body.attempt)).status, 200);
  const next = (await sentCode(world)) ?? '';
  assert.notEqual(next, code);
  assert.equal((await desk.code(body.attempt, code)).status, 403);
  assert.equal((await desk.code(body.attempt, next)).status, 200);
});

/** Wrong entries, none of which is the fifth. */
async function four(desk: DeskCaller): Promise<void> {
  for (let n = 0; n < 4; n += 1) assert.equal((await desk.present(`none000${n}`)).status, 404, `entry ${n + 1}`);
}
const lastOf = ({ status, body }: Answer) => [status, body.error?.code];
const overAnswer = ({ status, body }: Answer) => [status, body.error?.code, body.error?.why];
const lockedAnswer = ({ status, body, retryAfter }: Answer) => [status, body.error?.code, retryAfter];

test('5 mistakes in 15 minutes: the fifth says that the desk is out of use, other desks go on', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  await four(desk);
  for (const entry of ['none0004', 'none0009'])
    assert.deepEqual(lockedAnswer(await desk.present(entry)), [423, 'desk-locked', '900']);
  const shown = await toBarcode(world);
  const serial = await serialOf(shown);
  assert.equal((await desk.present(serial)).status, 423, 'whatever is presented');
  assert.equal((await new DeskCaller(world.app, 'desk-4').present(serial)).status, 200);
});

test('a clerk who changes the desk’s number takes the five mistakes along; colleagues and their desks go on', async () => {
  const world = await counterWorld();
  const at = (id: string, clerk: string) => new DeskCaller(world.app, id, undefined, clerk);
  for (let n = 0; n < 4; n += 1) assert.equal((await at(`d${n}`, 'k').present(`none000${n}`)).status, 404);
  for (const id of ['d8', 'd9'])
    assert.deepEqual(lockedAnswer(await at(id, 'k').present('none0009')), [423, 'desk-locked', '900']);
  for (const id of ['d0', 'd9']) assert.equal((await at(id, 'l').present('none0010')).status, 404);
});

test('wrong codes count for the clerk and the desk, wherever the barcode was presented; the fifth says it', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const serial = await serialOf(shown);
  const at = (id: string, clerk: string) => new DeskCaller(world.app, id, undefined, clerk);
  for (let n = 0; n < 4; n += 1) {
    const { body } = await at(`d${n}`, 'k').present(serial);
    assert.equal((await at('', '').code(body.attempt, wrong((await sentCode(world)) ?? ''))).status, 403);
  }
  const { body } = await at('d4', 'k').present(serial);
  const fifth = await at('', '').code(body.attempt, wrong((await sentCode(world)) ?? ''));
  assert.deepEqual(lockedAnswer(fifth), [423, 'desk-locked', '900']);
  assert.equal((await at('d5', 'k').present('none0009')).status, 423, 'the clerk');
  assert.equal((await at('d4', 'l').present('none0009')).status, 404, 'the desk had one');
});

test('of 50 wrong entries at once at one desk five are looked at', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const serial = await serialOf(shown);
  const desk = new DeskCaller(world.app);
  const { body } = await desk.present(serial);
  const code = wrong((await sentCode(world)) ?? '');
  await Promise.all(Array.from({ length: 50 }, () => desk.code(body.attempt, code)));
  const barcode = await world.storage.barcodeOf((await world.storage.journey(shown.journeyId))?.txId ?? '');
  assert.deepEqual([barcode?.attacks, barcode?.state], [5, 'burnt']);
  const other = await toBarcode(world, { who: 'wang' });
  const blind = new DeskCaller(world.app, 'desk-4');
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => blind.present(`none00${10 + n}`)));
  assert.ok(answers.filter(({ status }) => status === 200).length <= 4);
  assert.equal((await blind.present(await serialOf(other))).status, 423);
});

test('the right code six times at once: one has the data, and no other counts as wrong', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  const { body } = await desk.present(await serialOf(await toBarcode(world)));
  const code = (await sentCode(world)) ?? '';
  const answers = await Promise.all(Array.from({ length: 6 }, () => desk.code(body.attempt, code)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 410, 410, 410, 410, 410]);
  await four(desk);
});

test('another service provider that names the same desk and clerk does not put them out of use', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const stranger = new DeskCaller(world.app, 'desk-3', otherClient as unknown as typeof counterClient, 'k');
  await four(stranger);
  assert.equal((await stranger.present('none0004')).status, 423);
  const own = new DeskCaller(world.app, 'desk-3', undefined, 'k');
  const presented = await own.present(await serialOf(shown));
  assert.equal(presented.status, 200);
  for (let n = 0; n < 5; n += 1) await stranger.code(presented.body.attempt, '00000000');
  assert.equal((await own.code(presented.body.attempt, (await sentCode(world)) ?? '')).status, 200);
});

test('the services of one organisation share its desks and clerks; those without one have their own', async () => {
  const platform = { keys: { hashKey: Buffer.alloc(32) } } as unknown as Platform;
  const at = (clientId: string, organisationId?: string) =>
    enteringAt(platform, { clientId, standing: { organisationId } } as Client, {
      id: 'd',
      agency: '',
      counter: '',
      clerk: 'k',
    });
  assert.deepEqual(at('CLI.a', 'ORG.a'), at('CLI.b', 'ORG.a'));
  const each = [at('CLI.a', 'ORG.a'), at('CLI.a', 'ORG.b'), at('CLI.a'), at('CLI.b')];
  assert.equal(new Set(each.flatMap(({ desk, clerk }) => [desk, clerk])).size, 8);
});

test('out of use for 15 minutes: still at 14:59, in use at 15:01', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  for (let n = 0; n < 5; n += 1) await desk.present(`none000${n}`);
  world.clock.pass(minutes(15) - seconds(1));
  const still = await desk.present('none0005');
  assert.deepEqual([still.status, still.retryAfter], [423, '1']);
  world.clock.pass(seconds(2));
  assert.equal((await desk.present('none0005')).status, 404);
});

test('mistakes older than 15 minutes do not count', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  for (let n = 0; n < 4; n += 1) await desk.present(`none000${n}`);
  world.clock.pass(minutes(15) + seconds(1));
  for (let n = 4; n < 8; n += 1) assert.equal((await desk.present(`none000${n}`)).status, 404);
  assert.equal((await desk.present('none0009')).status, 423, 'the fifth of these');
});

test('a barcode attacked 5 times is burnt, its owner told, and a new one is one press away', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const { body } = await new DeskCaller(world.app).present(await serialOf(shown));
  const code = (await sentCode(world)) ?? '';
  const desk = new DeskCaller(world.app);
  for (let n = 0; n < 4; n += 1) assert.equal((await desk.code(body.attempt, wrong(code))).status, 403);
  assert.equal((await desk.code(body.attempt, wrong(code))).status, 423, 'the fifth');
  assert.equal((await desk.code(body.attempt, code)).status, 423, 'the desk');
  const page = await shown.browser.open(shown.page.path);
  assert.match(page.text, /這個條碼已經作廢/);
  const outbox = await (await world.app.request('/sandbox/outbox')).text();
  assert.match(outbox, /barcode-attacked/);
  assert.equal((await shown.browser.open(`/journey/${shown.journeyId}/barcode.json`)).response.status, 410);
  const again = await shown.browser.post(page, 'barcode');
  assert.match(again.text, /<mydata-barcode/);
  const other = new DeskCaller(world.app, 'desk-4');
  const next = await other.present(await serialOf(shown));
  assert.equal((await other.code(next.body.attempt, (await sentCode(world)) ?? '')).status, 200);
});

test('stored data, 8 hours: taken at 7:59:59, expired at 8:00:01', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  const one = await toBarcode(world);
  world.clock.pass(minutes(480) - seconds(1));
  const first = await desk.present(await serialOf(one));
  const taken = await desk.code(first.body.attempt, (await sentCode(world)) ?? '');
  assert.equal(taken.status, 200);
  const two = await toBarcode(world, { who: 'wang' });
  const serial = await serialOf(two);
  world.clock.pass(minutes(480) + seconds(1));
  await world.app.sweep();
  await desk.present(serial);
  const page = await two.browser.open(two.page.path);
  assert.match(page.text, /資料已經過期/);
  const txId = (await world.storage.journey(two.journeyId))?.txId ?? '';
  assert.deepEqual(await world.storage.packages(txId), []);
});

test('cancelled: the barcode is dead, the data is gone', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const serial = await serialOf(shown);
  const txId = (await world.storage.journey(shown.journeyId))?.txId ?? '';
  assert.equal((await world.storage.packages(txId)).length, 2);
  const page = await shown.browser.post(shown.page, 'cancel');
  assert.match(page.text, /沒有交給任何櫃檯/);
  assert.deepEqual(await world.storage.packages(txId), []);
  const before = await sentCode(world);
  await new DeskCaller(world.app).present(serial);
  assert.equal(await sentCode(world), before);
});

test('of 50 right codes at once one has the ticket; of 50 scans one sends a code', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const desk = new DeskCaller(world.app);
  const serial = await serialOf(shown);
  const scans = await Promise.all(Array.from({ length: 50 }, () => desk.present(serial)));
  assert.ok(scans.every(({ status }) => status === 200));
  const barcode = await world.storage.barcodeOf((await world.storage.journey(shown.journeyId))?.txId ?? '');
  assert.equal(barcode?.codes, 1);
  const code = (await sentCode(world)) ?? '';
  const answers = await Promise.all(scans.map(({ body }) => desk.code(body.attempt, code)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
});

test('50 wrong codes at once burn once; at desks whose code another had sent anew none is compared', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const serial = await serialOf(shown);
  const desks = Array.from({ length: 50 }, (_, n) => new DeskCaller(world.app, `desk-${n}`));
  const attempts = await Promise.all(desks.map((desk) => desk.present(serial)));
  const code = (await sentCode(world)) ?? '';
  const good = attempts.filter(({ status }) => status === 200).map(({ body }) => body.attempt);
  const answers = await Promise.all(good.map((attempt) => desks[0]!.code(attempt, wrong(code))));
  assert.ok(answers.filter(({ status }) => status === 403).length <= 1);
  const last = new DeskCaller(world.app, 'desk-9');
  world.clock.pass(minutes(2));
  await renewed(shown);
  const { body } = await last.present(await serialOf(shown));
  const next = (await sentCode(world)) ?? '';
  await Promise.all(Array.from({ length: 50 }, () => last.code(body.attempt, wrong(next))));
  const outbox = (await (await world.app.request('/sandbox/outbox')).json()) as readonly { kind: string }[];
  assert.equal(outbox.filter(({ kind }) => kind === 'barcode-attacked').length, 1);
});

test('what a barcode is for, and why it is good no more, is said, sends nothing and is nobody’s mistake', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world, { clientId: otherClient.client_id });
  const other = await serialOf(shown);
  const own = await toBarcode(world, { who: 'wang' });
  const replaced = await serialOf(own);
  await renewed(own);
  const good = await serialOf(own);
  const desk = new DeskCaller(world.app);
  for (let n = 0; n < 9; n += 1) {
    const { status, body } = await desk.present(other);
    const { code, client_id, service } = body.error ?? {};
    assert.deepEqual(
      [status, code, client_id, service],
      [409, 'other-service', otherClient.client_id, otherClient.name],
    );
    assert.deepEqual(overAnswer(await desk.present(replaced)), [410, 'barcode-over', 'renewed']);
  }
  assert.equal(await sentCode(world), undefined);
  const presented = await desk.present(good);
  const code = (await sentCode(world)) ?? '';
  assert.equal((await desk.code(presented.body.attempt, code)).status, 200);
  for (let n = 0; n < 9; n += 1) assert.deepEqual(overAnswer(await desk.present(good)), [410, 'barcode-over', 'taken']);
  assert.deepEqual(lastOf(await desk.code('A'.repeat(22), '00000000')), [404, 'attempt-unknown']);
  await four(desk);
});

test('scanned twice: the code that was sent is good for both, and no other is said to be sent', async () => {
  const world = await counterWorld();
  const serial = await serialOf(await toBarcode(world));
  const desk = new DeskCaller(world.app);
  await desk.present(serial);
  const code = (await sentCode(world)) ?? '';
  world.clock.pass(seconds(50));
  const again = await desk.present(serial);
  const { sent, expires_in, resend_after } = again.body;
  assert.deepEqual([again.status, sent, expires_in, resend_after], [200, false, 70, 70]);
  assert.equal(await sentCode(world), code);
  assert.equal((await desk.code(again.body.attempt, code)).status, 200);
});

test('a barcode for which no more codes are sent says so, when its last one is over', async () => {
  const world = await counterWorld();
  const serial = await serialOf(await toBarcode(world));
  const desk = new DeskCaller(world.app);
  for (let n = 0; n < 5; n += 1) {
    assert.equal((await desk.present(serial)).body.sent, true);
    world.clock.pass(minutes(2));
  }
  assert.deepEqual(overAnswer(await desk.present(serial)), [410, 'barcode-over', 'spent']);
});

test('malformed is said, with the field; strangers and services without a counter are refused', async () => {
  const world = await counterWorld();
  const desk = new DeskCaller(world.app);
  const at = { id: 'd', agency: 'a', counter: 'c', clerk: 'k' };
  for (const [what, body] of [
    ['present', { serial: 'short', desk: at }],
    ['present', { serial: 'abcd1234', desk: { ...at, agency: '' } }],
    ['present', { serial: 'abcd1234', desk: { ...at, counter: 'x\u202ey' } }],
    ['present', { serial: 'abcd1234' }],
    ['present', []],
    ['resend', { attempt: 'x' }],
    ['code', { attempt: 'A'.repeat(22), code: '123' }],
  ] as const)
    assert.equal((await desk.send(what, body)).status, 400, JSON.stringify(body));
  assert.equal((await desk.send('resend', { attempt: 'A'.repeat(22) })).status, 404);
  const badSecret = { ...counterClient, client_secret: 'wrongwrongwrong0' };
  assert.equal((await new DeskCaller(world.app, 'd', badSecret).present('abcd1234')).status, 401);
  const online = new DeskCaller(world.app, 'd', { ...counterClient, client_id: 'CLI.abcdefghij' });
  assert.equal((await online.present('abcd1234')).status, 403);
  assert.equal((await desk.present(' ABCD-1234 ')).status, 404, 'capitals and groups');
});

test('another browser sees nothing; nothing is kept but hashes', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const serial = await serialOf(shown);
  const stranger = new Browser(world.app);
  assert.equal((await stranger.open(`/journey/${shown.journeyId}/barcode.json`)).response.status, 404);
  assert.match((await stranger.open(`/journey/${shown.journeyId}/barcode`)).path, /\/me\/sign-in/);
  const { body } = await new DeskCaller(world.app).present(serial);
  const code = (await sentCode(world)) ?? '';
  const txId = (await world.storage.journey(shown.journeyId))?.txId ?? '';
  const kept = JSON.stringify([await world.storage.barcodeOf(txId), await world.storage.counterAttempt(body.attempt)]);
  assert.ok(!kept.includes(serial) && !kept.includes(code));
});
