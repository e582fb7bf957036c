/** A resident takes their own data home, and looks up who has used it: with script, without, and with a weak proof first. */
import assert from 'node:assert/strict';
import { createHash, createVerify, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import type { Download } from 'playwright-core';
import { assertNowhereInClear, platformRows } from '../../county/e2e/at-rest.ts';
import { plugInAuthenticator } from '../../county/e2e/authenticator.ts';
import { startKit, type Kit } from '../../county/e2e/kit.ts';
import { arrive, leave, look, type Person } from '../../county/e2e/person.ts';
import { fillDate, insertCard } from '../../county/e2e/platform-screens.ts';

let kit: Kit;
before(async () => {
  // Tax data takes 60 minutes: long enough to be seen waiting, not long enough to wait for.
  kit = await startKit({ MYDATA_MINUTE_SECONDS: '0.05' });
});
after(() => kit.stop());

const heading = ({ page }: Person, name: string) => page.getByRole('heading', { level: 1, name });

async function signIn(person: Person, path = '/me'): Promise<void> {
  await person.page.goto(`${kit.urls.platform}${path}`);
  await look(person);
  await insertCard(person);
  await person.page.waitForURL(`**${path}`);
}

async function unpacked(download: Download): Promise<Map<string, Buffer>> {
  const files = unzipSync(await readFile(await download.path()));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

/** The four steps of the README, but for the chain. */
function assertSigned(files: Map<string, Buffer>, folder: string): void {
  const file = (name: string): Buffer => files.get(`${folder}/${name}`) ?? assert.fail(`${folder}/${name}`);
  const manifest = file('META-INFO/manifest.xml');
  const { publicKey } = new X509Certificate(file('META-INFO/certificate.cer'));
  assert.ok(createVerify('sha256').update(manifest).verify(publicKey, file('META-INFO/manifest.sha256withrsa')));
  const own = [...files.keys()].filter((name) => name.startsWith(`${folder}/`) && !name.includes('META-INFO'));
  assert.ok(own.length);
  for (const name of own) {
    const digest = createHash('sha256').update(files.get(name)!).digest('hex');
    assert.ok(manifest.includes(digest), name);
  }
}

test('choose, answer, agree, watch, look, save, and find it among the records', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling', { viewport: { width: 390, height: 844 } });
  const { page, resident } = person;
  await page.goto(kit.urls.platform);
  await page.getByRole('link', { name: '下載我的資料' }).click();
  await heading(person, '登入我的 MyData').waitFor();
  await signIn(person, '/me/download');

  await page.getByLabel('找資料').fill('戶籍');
  await page.getByText('找到', { exact: false }).waitFor();
  await page.getByLabel('個人戶籍資料', { exact: true }).check();
  await page.getByLabel('找資料').fill('所得');
  await page.getByLabel('個人所得資料', { exact: true }).check();
  await look(person);
  await page.getByRole('button', { name: '下一步' }).click();

  await heading(person, '機關需要您補充').waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('alert').getByText('請選擇年度').waitFor();
  await look(person);
  await page.getByLabel('年度').selectOption({ index: 1 });
  await page.getByRole('button', { name: '下一步' }).click();

  await heading(person, '您是否同意取得這些資料？').waitFor();
  const words = await page.locator('#words p').allTextContents();
  await look(person);
  await page.getByRole('button', { name: '同意並取得資料' }).click();
  await heading(person, '正在向機關取得資料').waitFor();
  await page.locator('[data-dataset="API.7QovE2Gev6"][data-state="had"]').waitFor();
  await look(person);

  await heading(person, '資料已備妥').waitFor({ timeout: 30_000 });
  assert.match(await page.locator('[data-left]').innerText(), /^7 小時 59 分$/);
  await look(person);
  const inClear = [resident.nationalId, resident.name];
  await assertNowhereInClear(kit, inClear);

  await page.getByRole('link', { name: '先在畫面上查看' }).click();
  await page.getByText('僅供本人查看，不得作為證明文件。').waitFor();
  await page.getByText(resident.name).first().waitFor();
  await look(person);
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.getByText(resident.name).first().isVisible()), 'the screen is no proof: it does not print');
  assert.ok(await page.getByText('因此不會印出來').isVisible());
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: '回到儲存' }).click();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '儲存到我的裝置' }).click(),
  ]);
  const files = await unpacked(download);
  assert.match(files.get('README.txt')?.toString() ?? '', /第一個英文字母要大寫/);
  assertSigned(files, '個人戶籍資料_7QovE2Gev6');
  assertSigned(files, '個人所得資料_syWqjr4flJ');
  assert.ok(files.get('個人所得資料_syWqjr4flJ/API.syWqjr4flJ.pdf')?.includes('/Encrypt '), 'locked');
  await heading(person, '已儲存到您的裝置').waitFor();
  await look(person);
  assert.deepEqual(platformRows(kit, 'packages'), []);
  await assertNowhereInClear(kit, inClear);

  await page.getByRole('link', { name: '看這次的使用紀錄' }).click();
  await page.getByText('您把資料儲存到自己的裝置').waitFor();
  for (const text of words) await page.getByText(text, { exact: true }).waitFor();
  await look(person);
  const [receipt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下載同意收據' }).click(),
  ]);
  assert.match(receipt.suggestedFilename(), /^consent-receipt-\d+\.json$/);
  assert.ok((JSON.parse(await readFile(await receipt.path(), 'utf8')) as { jws?: string }).jws);

  await page.getByRole('link', { name: '使用紀錄', exact: true }).click();
  await page.getByText('篩選紀錄').click();
  await look(person);
  await page.getByLabel('結果').selectOption({ label: '您沒有同意' });
  await page.getByRole('button', { name: '套用' }).click();
  await page.getByText('沒有符合條件的紀錄').waitFor();
  assert.match(page.url(), /outcome=refused/);
  await page.getByRole('button', { name: '登出' }).click();
  await page.getByText('您已經登出').waitFor();
  await page.goto(`${kit.urls.platform}/me/records`);
  await heading(person, '登入我的 MyData').waitFor();
  await leave(person);
});

test('without script: the card apart, everything works, and a weak proof is asked for more only where it must be', async () => {
  const person = await arrive(kit, 'lin-chih-yuan', { javaScriptEnabled: false });
  const { page, resident } = person;
  await page.goto(`${kit.urls.platform}/me/download`);
  await page.getByRole('link', { name: '健保卡與註冊密碼' }).click();
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await fillDate(person, /出生日期/, resident.rocBirthday);
  await page.getByLabel('健保卡卡號').fill(resident.nhi.number);
  await page.getByLabel('健保卡註冊密碼').fill(resident.nhi.password);
  await page.getByRole('button', { name: '驗證身分' }).click();

  await heading(person, '下載我的資料').waitFor();
  await page.getByLabel('找資料').fill('低收');
  await page.getByRole('button', { name: '搜尋' }).click();
  await page.getByText('找到 1 項').waitFor();
  await page.getByLabel('低收及中低收列冊資料', { exact: true }).check();
  await page.getByLabel('找資料').fill('戶籍');
  await page.getByRole('button', { name: '搜尋' }).click();
  await page.getByText('另外已選：低收及中低收列冊資料').waitFor();
  await page.getByText('需要加強驗證').first().waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await heading(person, '您是否同意取得這些資料？').waitFor();
  await page.getByRole('button', { name: '不同意' }).click();
  await heading(person, '這次下載已取消').waitFor();

  await page.goto(`${kit.urls.platform}/me/download?q=戶籍`);
  await page.getByLabel('個人戶籍資料', { exact: true }).check();
  await page.getByRole('button', { name: '下一步' }).click();
  await heading(person, '需要更高強度的身分驗證').waitFor();
  await page.getByText('個人戶籍資料：可用自然人憑證').waitFor();
  assert.equal(await page.getByRole('link', { name: '健保卡與註冊密碼' }).count(), 0);
  await leave(person);
});

test('a device that is bound with the citizen certificate opens the own area from then on', async () => {
  const person = await arrive(kit, 'lin-chih-yuan');
  const { page, resident } = person;
  const device = await plugInAuthenticator(person);
  await signIn(person);
  await page.getByRole('link', { name: '綁定這個裝置' }).click();
  await heading(person, '綁定這個裝置').waitFor();
  await look(person);
  await page.getByRole('button', { name: '綁定這個裝置' }).click();
  await page.getByText('已綁定這個裝置').waitFor();
  assert.equal(await device.credentials(), 1);
  await page.getByRole('button', { name: '登出' }).click();
  await page.getByRole('link', { name: /TW FidO/ }).click();
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await fillDate(person, /出生日期/, resident.rocBirthday);
  await page.getByRole('button', { name: '用裝置驗證' }).click();
  await heading(person, '我的 MyData').waitFor();
  await page.getByText('這次以行動自然人憑證（TW FidO）登入').waitFor();
  await look(person);
  await leave(person);
});
