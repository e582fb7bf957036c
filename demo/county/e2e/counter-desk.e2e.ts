/**
 * Two browsers side by side: a resident with a barcode, and a clerk who scans it, types the code and has the form filled;
 * then the application on the resident's behalf, or the documents saved. By keyboard where a scanner types.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look, type Person } from './person.ts';
import { insertCard } from './platform-screens.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit.stop());

/** The county registers by itself; a moment after the start it knows under which id. */
async function clientOf(service: string): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    const { counterClient } = await kit.read<{ counterClient?: string }>('county', `/api/services/${service}`);
    if (counterClient) return counterClient;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`${service} is not registered`);
}

/** → the serial that the resident's page shows */
async function toBarcode(person: Person, service: string): Promise<string> {
  const { page } = person;
  await page.goto(`${kit.urls.platform}/service/counter/${await clientOf(service)}`);
  await page.getByRole('button', { name: '一鍵取得' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '下一步：驗證身分' }).click();
  await insertCard(person);
  await page.waitForURL('**/preview');
  await page.getByRole('button', { name: '下一步：決定是否同意' }).click();
  await page.getByRole('button', { name: '同意，給我條碼' }).click();
  await page.getByRole('heading', { level: 1, name: '請向櫃檯出示條碼' }).waitFor();
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

interface Staff {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}

/** A desk of the office is opened after the second factor. */
async function atDesk(login: string, desk: string, options?: Parameters<typeof arrive>[2]): Promise<Person> {
  const clerk = await arrive(kit, 'lin-chih-yuan', options);
  const { page } = clerk;
  await page.goto(`${kit.urls.county}/desk`);
  await look(clerk);
  const { staff } = await kit.read<{ staff: Staff[] }>('county', '/sandbox/staff');
  const { password, code } = staff.find((one) => one.login === login)!;
  await page.getByLabel('帳號').fill(login);
  await page.getByLabel('密碼').fill(password);
  await page.getByLabel('驗證碼').fill(code!);
  await page.getByRole('button', { name: '登入' }).click();
  await page.waitForURL('**/staff/desk**');
  await look(clerk);
  await page.getByLabel('櫃檯', { exact: true }).selectOption({ label: desk });
  await page.getByRole('button', { name: '開始受理' }).click();
  await page.getByRole('heading', { name: '請掃描民眾的資料條碼' }).waitFor();
  return clerk;
}

/** As a keyboard-wedge scanner: a burst of keys and Enter, wherever the focus is. */
const scan = ({ page }: Person, serial: string): Promise<void> => page.keyboard.type(`${serial}\n`);

async function typeCode({ page }: Person, code: string): Promise<void> {
  // A person's pace; a burst would be a scanner's.
  await page.keyboard.type(code, { delay: 70 });
  await page.keyboard.press('Enter');
}

test('scan, code, and the form is filled in less than twenty seconds; values and documents beside it', async () => {
  const resident = await arrive(kit, 'lin-chih-yuan', { viewport: { width: 390, height: 844 } });
  const serial = await toBarcode(resident, 'senior-card');
  const clerk = await atDesk('clerk', '社會局 3 號櫃檯（一樓服務臺）');
  const { page } = clerk;
  const began = Date.now();
  await scan(clerk, serial);
  await page.getByRole('heading', { name: '受理項目：敬老卡' }).waitFor();
  await look(clerk);
  await typeCode(clerk, await readCode(resident));
  await page.getByRole('tab', { name: '申請表' }).waitFor();
  await page.locator('mydata-form').getByText(resident.resident.name).first().waitFor();
  assert.ok(Date.now() - began < 20_000);
  await look(clerk);

  await page.getByRole('tab', { name: '申請表' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('cell', { name: resident.resident.nationalId }).waitFor();
  await look(clerk);
  await page.keyboard.press('ArrowRight');
  const [document] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /^檢視/ }).first().click(),
  ]);
  assert.match(document.url(), /\/api\/counter\/cases\/[\w-]+\/files\//);
  await document.close();
  await look(clerk);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存下並結束' }).click(),
  ]);
  assert.match(saved.suggestedFilename(), /^API\.\w+\.zip$/);
  await page.getByText('資料已存下，案件已結束。').waitFor();
  await page.getByText('已存下資料').waitFor();
  await look(clerk);
  assert.deepEqual([...clerk.complaints, ...resident.complaints], []);
  await leave(clerk);
  await leave(resident);
});

test('a barcode that nobody has says so, and five put the counter out of use; on a phone, too', async () => {
  const clerk = await atDesk('clerk2', '社會局 4 號櫃檯（二樓聯合服務中心）', {
    viewport: { width: 390, height: 844 },
  });
  const { page } = clerk;
  const out = page.getByRole('heading', { name: '這個櫃檯暫停使用' });
  for (let tries = 1; tries <= 4; tries += 1) {
    await scan(clerk, `zzzz222${tries}`);
    await page.getByRole('alert').getByText('沒有這個資料條碼').waitFor();
    await page.getByRole('heading', { name: '請掃描民眾的資料條碼' }).waitFor();
  }
  await look(clerk);
  await scan(clerk, 'zzzz2229');
  await out.waitFor();
  await look(clerk);
  await page.reload();
  await out.waitFor();
  await leave(clerk);
});
