/**
 * The resident's half of a counter service in a real browser: one button, barcode, the desk that asks on the page, renewal,
 * burnt and taken, cancelling, slow data, without script, and an agent. The desk is played by its three calls.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look, type Person } from './person.ts';
import { insertCard } from './platform-screens.ts';

const household = 'API.7QovE2Gev6';
const wholeHousehold = 'API.UDauDOLyZg';
const lowIncome = 'API.AbAYGIjoYw';
const income = 'API.syWqjr4flJ';

const shared = { client_secret: '0123456789abcdef', cbc_iv: 'fedcba9876543210', modes: ['counter'] };
const quick = {
  ...shared,
  client_id: 'CLI.counterone',
  name: '嘉義縣急難救助（測試櫃檯）',
  return_url: 'http://localhost:9/back',
  sp_api_url: 'http://localhost:9/sp',
  resources: [household, wholeHousehold, lowIncome],
  counter: {
    atLeast: [{ n: 1, of: [wholeHousehold, lowIncome] }],
    bring: ['國民身分證正本', '金融機構存摺'],
  },
  acts_for_another: '行政程序法第 24 條：當事人得委任代理人。',
};
const slow = {
  ...shared,
  client_id: 'CLI.countertwo',
  name: '嘉義縣租屋補助（測試櫃檯）',
  resources: [household, income],
};

let kit: Kit;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counter-'));
  const file = join(folder, 'clients.json');
  const addresses = { return_url: quick.return_url, sp_api_url: quick.sp_api_url };
  await writeFile(file, JSON.stringify([quick, { ...slow, ...addresses }]));
  // An hour of the agency is a dozen seconds here.
  kit = await startKit({ MYDATA_CLIENTS: file, MYDATA_MINUTE_SECONDS: '0.2' });
});
after(async () => {
  await kit.stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly attempt: string;
  readonly permission_ticket: string;
  readonly tx_id: string;
  readonly agent?: { readonly name: string; readonly acts_for: string };
}

async function desk(what: string, body: object, id = 'desk'): Promise<{ status: number; body: Answer }> {
  const at = { id, agency: '嘉義縣社會局', counter: '3 號櫃檯', clerk: `clerk at ${id}` };
  const response = await fetch(`${kit.urls.platform}/service/counter/${what}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${quick.client_id}:${quick.client_secret}`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(what === 'present' ? { ...body, desk: at } : body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const heading = ({ page }: Person, name: string) => page.getByRole('heading', { level: 1, name });
const onPage = { viewport: { width: 390, height: 844 } };

async function begin(person: Person, client = quick.client_id): Promise<void> {
  const { page } = person;
  await page.goto(`${kit.urls.platform}/service/counter/${client}`);
  await look(person);
}

async function proveAndAgree(person: Person): Promise<void> {
  const { page } = person;
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '下一步：驗證身分' }).click();
  await insertCard(person);
  await page.waitForURL('**/preview');
  await page.getByRole('button', { name: '下一步：決定是否同意' }).click();
  await page.getByText('到櫃檯出示條碼、當面提供驗證密碼').waitFor();
  await look(person);
  await page.getByRole('button', { name: '同意，給我條碼' }).click();
  await heading(person, '請向櫃檯出示條碼').waitFor();
}

async function toBarcode(person: Person): Promise<void> {
  const { page } = person;
  await begin(person);
  await page.getByLabel('現戶全戶戶籍資料').check();
  await page.getByRole('button', { name: '一鍵取得' }).click();
  await heading(person, '服務條款與隱私權說明').waitFor();
  await proveAndAgree(person);
}

async function shownSerial({ page }: Person): Promise<string> {
  const answer = await page.request.get(page.url().replace(/\/barcode$/, '/barcode.json'));
  return ((await answer.json()) as { serial: string }).serial;
}

/** As the resident reads it from the message. */
async function readCode({ page }: Person): Promise<string> {
  await page.getByText('正在請您提供驗證密碼').first().waitFor();
  assert.equal(await page.locator('.code-box .code').count(), 0, 'never beside the barcode');
  const outbox = await kit.read<readonly { kind: string; text?: string }[]>('platform', '/sandbox/outbox');
  return /\d{8}/.exec(outbox.find(({ kind }) => kind === 'verification-code')?.text ?? '')![0];
}

test('one button, the barcode, the code by message, and the data is taken', async () => {
  const person = await arrive(kit, 'lin-chih-yuan', onPage);
  const { page } = person;
  await begin(person);
  await page.getByRole('button', { name: '一鍵取得' }).click();
  await page.getByRole('heading', { name: '請再勾選需要的資料' }).waitFor();
  await look(person);
  await page.getByLabel('現戶全戶戶籍資料').check();
  await page.getByRole('button', { name: '一鍵取得' }).click();
  await proveAndAgree(person);

  const serial = await shownSerial(person);
  await page
    .locator('mydata-barcode')
    .getByText(`${serial.slice(0, 4)} ${serial.slice(4)}`)
    .first()
    .waitFor();
  await look(person);
  await page.reload();
  assert.equal(await shownSerial(person), serial, 'looking again changes nothing');

  const presented = await desk('present', { serial });
  assert.equal(presented.status, 200);
  const code = await readCode(person);
  await page.getByText('嘉義縣社會局 3 號櫃檯').waitFor();
  await look(person);
  const taken = await desk('code', { attempt: presented.body.attempt, code });
  assert.equal(taken.status, 200);
  await heading(person, '櫃檯已經取走資料').waitFor();
  await look(person);
  const headers = { permission_ticket: taken.body.permission_ticket, tx_id: taken.body.tx_id };
  assert.equal((await fetch(`${kit.urls.platform}/service/data`, { headers })).status, 200);
  await leave(person);
});

test('by keyboard alone: a new barcode; the one that was burnt is replaced; cancelling ends all', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  const { page } = person;
  await toBarcode(person);
  const serial = await shownSerial(person);
  const presented = await desk('present', { serial }, 'burning');
  const code = await readCode(person);
  const wrong = String((Number(code) + 1) % 1e8).padStart(8, '0');
  for (const status of [403, 403, 403, 403, 423])
    assert.equal((await desk('code', { attempt: presented.body.attempt, code: wrong })).status, status);
  assert.equal((await desk('present', { serial }, 'burning')).status, 423);
  await heading(person, '這個條碼已經作廢').waitFor();
  await look(person);
  await page.getByRole('button', { name: '換一個新的條碼' }).focus();
  await page.keyboard.press('Enter');
  await heading(person, '請向櫃檯出示條碼').waitFor();
  assert.notEqual(await shownSerial(person), serial);

  // Another tab of the same browser shows the same one; another device takes it over at a press.
  const elsewhere = await arrive(kit, 'chen-hsiao-ling');
  await elsewhere.page.goto(page.url());
  await insertCard(elsewhere);
  await heading(elsewhere, '條碼顯示在別的裝置').waitFor();
  await look(elsewhere);
  await elsewhere.page.getByRole('button', { name: '改在這裡顯示條碼' }).click();
  await heading(elsewhere, '請向櫃檯出示條碼').waitFor();
  await heading(person, '條碼顯示在別的裝置').waitFor();
  await elsewhere.page.goto(`${kit.urls.platform}/me`);
  await elsewhere.page.getByRole('link', { name: '出示條碼' }).waitFor();
  await look(elsewhere);
  await leave(elsewhere);

  await page.getByRole('button', { name: '取消，刪除資料' }).focus();
  await page.keyboard.press('Enter');
  await heading(person, '已經取消').waitFor();
  await look(person);
  await leave(person);
});

test('slow data: agrees, leaves, and finds the barcode on the page when all is there', async () => {
  const person = await arrive(kit, 'chou-yu-chen', onPage);
  const { page } = person;
  await begin(person, slow.client_id);
  await page.getByRole('button', { name: '一鍵取得' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '下一步：驗證身分' }).click();
  await insertCard(person);
  await page.waitForURL('**/parameters');
  await page.getByLabel('年度').selectOption({ index: 1 });
  await page.getByRole('button', { name: '下一步：取得資料' }).click();
  await page.getByText(/準備中，約 \d\d:\d\d 備妥/).waitFor();
  await page.getByRole('button', { name: '先看同意內容，再離開' }).click();
  await page.getByText(/尚未看過內容的是：個人所得資料/).waitFor();
  await look(person);
  await page.getByRole('button', { name: '同意，備妥後給我條碼' }).click();
  await heading(person, '資料準備中').waitFor();
  await look(person);
  await heading(person, '請向櫃檯出示條碼').waitFor({ timeout: 40_000 });
  const outbox = await kit.read<readonly { kind: string }[]>('platform', '/sandbox/outbox');
  assert.ok(outbox.some(({ kind }) => kind === 'barcode-ready'));
  await leave(person);
});

test('without script: serial and desk are on the page, a new one at a press', async () => {
  const person = await arrive(kit, 'lin-chih-yuan', { ...onPage, javaScriptEnabled: true });
  await toBarcode(person);
  const { page } = person;
  const plain = await kit.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    storageState: await person.context.storageState(),
  });
  const still = await plain.newPage();
  await still.goto(page.url());
  const serial = ((await still.locator('.serial').textContent()) ?? '').replace(/\s/g, '');
  assert.match(serial, /^[a-z0-9]{8}$/);
  await desk('present', { serial }, 'plain');
  await still.reload();
  assert.match((await still.locator('.code-box').textContent()) ?? '', /正在請您提供驗證密碼/);
  assert.equal(await still.locator('.code-box .code').count(), 0);
  await still.getByRole('button', { name: '換一個新的條碼' }).click();
  const next = ((await still.locator('.serial').textContent()) ?? '').replace(/\s/g, '');
  assert.notEqual(next, serial);
  await plain.close();
  await leave(person);
});

test('an agent accepts with their own identity, presents, and the desk learns of both', async () => {
  const owner = await arrive(kit, 'lin-chih-yuan');
  await toBarcode(owner);
  const agent = kit.resident('chen-hsiao-ling');
  await owner.page.getByRole('link', { name: '委託代理人' }).click();
  await look(owner);
  await owner.page.getByRole('button', { name: '委託', exact: true }).click();
  await owner.page.getByRole('heading', { name: '請修正以下內容' }).waitFor();
  await look(owner);
  await owner.page.getByLabel('代理人姓名').fill(agent.name);
  await owner.page.getByLabel('代理人的身分證統一編號').fill(agent.nationalId);
  await owner.page.getByRole('button', { name: '委託', exact: true }).click();
  const link = (await owner.page.locator('.link-to-give').textContent()) ?? '';
  await look(owner);

  const person = await arrive(kit, 'chen-hsiao-ling', onPage);
  await person.page.goto(link.trim());
  await insertCard(person);
  await heading(person, '代理他人到櫃檯').waitFor();
  await look(person);
  await person.page.getByRole('button', { name: '以我的身分接受委託' }).click();
  await person.page.getByRole('link', { name: '出示條碼' }).click();
  await person.page.getByRole('button', { name: '改在這裡顯示條碼' }).click();
  await heading(person, '請向櫃檯出示條碼').waitFor();
  await look(person);
  const presented = await desk('present', { serial: await shownSerial(person) }, 'agent');
  const code = await readCode(person);
  const taken = await desk('code', { attempt: presented.body.attempt, code });
  assert.deepEqual([taken.status, taken.body.agent?.name], [200, agent.name]);
  await heading(person, '櫃檯已經取走資料').waitFor();
  await leave(person);
  await leave(owner);
});
