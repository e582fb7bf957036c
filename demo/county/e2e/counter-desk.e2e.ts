/**
 * Two browsers side by side: a resident with a barcode, and a clerk who scans it, types the code and has the form filled;
 * then the application on the resident's behalf, or the documents saved. By keyboard where a scanner types.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { atDesk, readCode, scan, toBarcode, typeCode } from './at-desk.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look } from './person.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit.stop());

test('scan, code, and the form is filled in less than twenty seconds; values and documents beside it', async () => {
  const resident = await arrive(kit, 'lin-chih-yuan', { viewport: { width: 390, height: 844 } });
  const serial = await toBarcode(kit, resident, 'senior-card');
  const clerk = await atDesk(kit, 'clerk', '社會局 3 號櫃檯（一樓服務臺）');
  const { page } = clerk;
  const began = Date.now();
  await scan(clerk, serial);
  await page.getByRole('heading', { name: '受理項目：敬老卡' }).waitFor();
  await look(clerk);
  await typeCode(clerk, await readCode(kit, resident));
  await page.getByRole('heading', { level: 1, name: resident.resident.name }).waitFor();
  await page.locator('mydata-desk-form').getByText(resident.resident.nationalId).first().waitFor();
  assert.ok(Date.now() - began < 20_000);
  await look(clerk);

  await page.getByText('逐項資料，可以複製').click();
  await page.getByRole('cell', { name: resident.resident.nationalId }).waitFor();
  await look(clerk);
  await page.getByText('文件，或只存下資料').click();
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
  const clerk = await atDesk(kit, 'clerk2', '社會局 4 號櫃檯（二樓聯合服務中心）', {
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

test('a blank form is printed on A4 of the same definition, from the service and from the desk', async () => {
  const resident = await arrive(kit, 'lin-chih-yuan');
  const { page } = resident;
  await page.goto(`${kit.urls.county}/services/emergency-relief`);
  await page.getByRole('link', { name: /^下載空白表單/ }).click();
  await page.waitForURL('**/blank-forms/emergency-relief');
  await look(resident);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  // Where that program is; without it the page's own words are what is printed.
  const text = (read.error ? await page.locator('main').innerText() : read.stdout).replaceAll(/\s+/g, '');
  for (const words of ['急難救助', '申請人簽名或蓋章', '若第', '家人3', '我已閱讀並確認以上內容', '請交給'])
    assert.ok(text.includes(words), words);
  assert.ok(!text.includes('這是空白表單'), 'what is said on the screen is not printed');
  assert.match(pdf.toString('latin1'), /MediaBox \[\s*0 0 59[45](\.\d+)? 84[12]/);
  await leave(resident);
});
