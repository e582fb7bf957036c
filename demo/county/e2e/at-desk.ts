/** The two sides of a counter: a resident who gets a barcode, and a clerk who sits at a desk and has a scanner. */
import assert from 'node:assert/strict';
import type { Kit } from './kit.ts';
import { arrive, look, type Person } from './person.ts';
import { insertCard } from './platform-screens.ts';

/** The county registers by itself; a moment after the start it knows under which id. */
async function clientOf(kit: Kit, service: string): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    const { counterClient } = await kit.read<{ counterClient?: string }>('county', `/api/services/${service}`);
    if (counterClient) return counterClient;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`${service} is not registered`);
}

/** → the serial that the resident's page shows */
export async function toBarcode(kit: Kit, person: Person, service: string): Promise<string> {
  const { page } = person;
  await page.goto(`${kit.urls.platform}/service/counter/${await clientOf(kit, service)}`);
  // Where the resident chooses, the first will do.
  const choice = page.locator('input[name=dataset]').first();
  if (await choice.count()) await choice.check();
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
export async function readCode(kit: Kit, { page }: Person): Promise<string> {
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
export async function atDesk(
  kit: Kit,
  login: string,
  desk: string,
  options?: Parameters<typeof arrive>[2],
): Promise<Person> {
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
export const scan = ({ page }: Person, serial: string): Promise<void> => page.keyboard.type(`${serial}\n`);

export async function typeCode({ page }: Person, code: string): Promise<void> {
  // A person's pace; a burst would be a scanner's.
  await page.keyboard.type(code, { delay: 70 });
  await page.keyboard.press('Enter');
}
