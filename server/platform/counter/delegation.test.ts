/** Acting for another (手冊 參-一-(七)): named, accepted with one's own identity, presented, withdrawn, over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decryptField } from '../../protocol/mydata-1/fields.ts';
import type { World } from '../app.fixture.ts';
import { Resident } from '../me/me.fixture.ts';
import {
  counterClient,
  counterWorld,
  DeskCaller,
  minutes,
  otherClient,
  sentCode,
  serialOf,
  toBarcode,
  type Shown,
} from './counter.fixture.ts';

const wang = { name: '王大明', nationalId: 'B123456780' };

async function named(shown: Shown): Promise<string> {
  const page = await shown.browser.open(`/journey/${shown.journeyId}/delegation`);
  const done = await shown.browser.post(page, 'delegation', wang);
  const id = /\/me\/delegation\/([\w-]{22})/.exec(done.text)?.[1];
  assert.ok(id, done.text);
  return id;
}

async function agent(world: World): Promise<Resident> {
  const made = new Resident(world);
  await made.signIn('wang');
  return made;
}

/** The owner's barcode, and the agent who has accepted. */
async function accepted() {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const id = await named(shown);
  const browser = await agent(world);
  const page = await browser.open(`/me/delegation/${id}`);
  const done = await browser.post(page, 'accept');
  return { world, shown, id, browser, page, done };
}

const kinds = async (world: World) => {
  const outbox = await (await world.app.request('/sandbox/outbox')).json();
  return (outbox as readonly { kind: string; to?: string; email?: string; subject: string }[]).filter(
    ({ kind }) => kind === 'delegation',
  );
};

test('the agent accepts and presents; the desk learns who, and for whom; both are told of each step', async () => {
  const { world, shown, id, browser, page, done } = await accepted();
  assert.match(page.text, /林○美/);
  assert.ok(!page.text.includes('林小美'));
  assert.match(done.text, /您已經接受委託/);
  assert.equal((await kinds(world)).length, 2);

  const barcode = await browser.open(`/journey/${shown.journeyId}/barcode`);
  assert.match(barcode.text, /條碼顯示在別的裝置/, 'the owner shows it');
  const own = await browser.post(barcode, 'barcode');
  assert.match(own.text, /代理出示/);
  assert.ok(!own.text.includes('取消，刪除資料'));
  const serial = await serialOf({ browser, journeyId: shown.journeyId, page: own });
  const desk = new DeskCaller(world.app);
  const { body } = await desk.present(serial);
  const outbox = await (await world.app.request('/sandbox/outbox')).json();
  const code = (outbox as readonly { kind: string; email?: string; to?: string }[]).find(
    ({ kind }) => kind === 'verification-code',
  );
  assert.match(JSON.stringify(code), /wang@example\.test/);
  const taken = await desk.code(body.attempt, (await sentCode(world)) ?? '');
  assert.equal(taken.status, 200);
  const secrets = { clientSecret: counterClient.client_secret, cbcIv: counterClient.cbc_iv };
  assert.deepEqual(
    [taken.body.agent?.name, decryptField(secrets, taken.body.agent?.uid ?? ''), taken.body.agent?.acts_for],
    ['王大明', 'B123456780', '林小美'],
  );
  assert.equal((await kinds(world)).length, 4, 'both, when it was presented');
  const numbers = (await world.storage.events(taken.body.tx_id)).map(({ number }) => number);
  for (const number of [901, 902, 320, 330]) assert.ok(numbers.includes(number), String(number));
  const data = await world.app.request('/service/data', {
    headers: { permission_ticket: taken.body.permission_ticket, tx_id: taken.body.tx_id },
  });
  assert.equal(data.status, 200);
  assert.match((await browser.open(`/me/delegation/${id}`)).text, /已經結束/);
});

test('withdrawn at any time: the agent’s barcode and code are dead at once', async () => {
  const { world, shown, browser } = await accepted();
  const own = await browser.post(await browser.open(`/journey/${shown.journeyId}/barcode`), 'barcode');
  const serial = await serialOf({ browser, journeyId: shown.journeyId, page: own });
  const desk = new DeskCaller(world.app);
  const { body } = await desk.present(serial);
  const code = (await sentCode(world)) ?? '';
  const page = await shown.browser.open(`/journey/${shown.journeyId}/delegation`);
  const after = await shown.browser.post(page, 'withdraw');
  assert.match(after.text, /委託已經撤回/);
  assert.equal((await desk.code(body.attempt, code)).status, 410);
  assert.equal((await browser.open(`/journey/${shown.journeyId}/barcode.json`)).response.status, 404);
  assert.equal((await kinds(world)).length, 4);
  const mine = await shown.browser.open(`/journey/${shown.journeyId}/barcode`);
  assert.match(mine.text, /<mydata-barcode/, 'the owner shows another');
});

test('who was not named, finds nothing; who is called otherwise, is told; declining ends it', async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const page = await shown.browser.open(`/journey/${shown.journeyId}/delegation`);
  const done = await shown.browser.post(page, 'delegation', { ...wang, name: '王小明' });
  const id = /\/me\/delegation\/([\w-]{22})/.exec(done.text)?.[1] ?? '';
  const lin = new Resident(world);
  await lin.signIn('lin');
  assert.equal((await lin.open(`/me/delegation/${id}`)).response.status, 404);
  const browser = await agent(world);
  assert.match((await browser.open('/me')).text, /有人委託您代辦/);
  const refused = await browser.post(await browser.open(`/me/delegation/${id}`), 'accept');
  assert.equal(refused.response.status, 422);
  assert.match(refused.text, /和您登入的姓名不同/);
  assert.equal((await browser.open(`/journey/${shown.journeyId}/barcode.json`)).response.status, 404);
  const declined = await browser.post(refused, 'decline');
  assert.match(declined.text, /您沒有接受/);
});

test('only where the law of the service lets another act; not oneself, not twice, not nonsense; 8 hours', async () => {
  const world = await counterWorld();
  const without = await toBarcode(world, { clientId: otherClient.client_id });
  assert.ok(!without.page.text.includes('委託代理人'));
  assert.equal((await without.browser.open(`/journey/${without.journeyId}/delegation`)).response.status, 404);
  const shown = await toBarcode(world);
  const page = await shown.browser.open(`/journey/${shown.journeyId}/delegation`);
  for (const typed of [
    { name: '林小美', nationalId: 'A123456789' },
    { name: '王大明', nationalId: 'B12' },
    { name: ' ', nationalId: wang.nationalId },
  ])
    assert.equal((await shown.browser.post(page, 'delegation', typed)).response.status, 422);
  const id = await named(shown);
  assert.equal((await shown.browser.post(page, 'delegation', wang)).response.status, 422, 'one at a time');
  world.clock.pass(minutes(480));
  await world.app.sweep();
  const browser = await agent(world);
  assert.match((await browser.open(`/me/delegation/${id}`)).text, /已經結束/);
  assert.equal((await world.storage.delegation(id))?.named, undefined);
});
