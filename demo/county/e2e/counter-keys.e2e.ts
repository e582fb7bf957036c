/**
 * A clerk's morning without a mouse: a scanner, a keyboard, and whatever residents bring. A wrong code, one that is too late, a
 * barcode of another office, one that was used, one that the scanner does not read; after each the next can come.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atDesk, readCode, scan, toBarcode, typeCode } from './at-desk.ts';
import { Keyboard } from './keyboard.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look, type Person } from './person.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit.stop());

const isAtScan = async (clerk: Person, keys: Keyboard): Promise<void> => {
  await clerk.page.getByRole('heading', { name: '請掃描民眾的資料條碼' }).waitFor();
  await clerk.page.waitForFunction(
    () => document.querySelector('mydata-counter')?.shadowRoot?.activeElement?.id === 'entry',
  );
  assert.match((await keys.focused()).name, /8 個字/);
};

/** 重陽節敬老禮金: what has to be typed when the payment is given up. Beginning where the focus is. */
async function fillBonus(clerk: Person, keys: Keyboard, { rocBirthday, householdNumber }: Person['resident']) {
  const first = await keys.focused();
  assert.match(first.group, /^出生日期/, 'the first that is missing has the focus');
  await keys.type(`${rocBirthday.slice(0, -4)}/${rocBirthday.slice(-4, -2)}/${rocBirthday.slice(-2)}`);
  await keys.fill(/^戶號/, householdNumber);
  await keys.fill(/^聯絡電話/, '0912-345-678');
  await keys.to(/./, { group: '這次要' });
  const { page } = clerk;
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press(presses ? 'ArrowDown' : 'Space');
    if (/停|取消|不/.test((await keys.focused()).name)) break;
  }
  await keys.tick(/./, '資料屬實');
}

test('ten things that happen at a counter, by keys alone', async () => {
  const [lin, chen] = [await arrive(kit, 'lin-chih-yuan'), await arrive(kit, 'chen-hsiao-ling')];
  const clerk = await atDesk(kit, 'clerk', '社會局 3 號櫃檯（一樓服務臺）');
  const { page } = clerk;
  const keys = new Keyboard(clerk);
  const alert = page.locator('mydata-counter').getByRole('alert');
  await isAtScan(clerk, keys);

  // Another office's: said to be that, as often as it is scanned.
  const elsewhere = await toBarcode(kit, lin, 'long-term-care');
  for (let times = 0; times < 6; times += 1) {
    await scan(clerk, elsewhere);
    await alert.getByText(/這是長期照護管理中心「.*」的條碼.*不算輸入錯誤/).waitFor();
  }
  await look(clerk);
  await isAtScan(clerk, keys);

  // A wrong code, then the right one.
  const serial = await toBarcode(kit, lin, 'double-ninth-bonus');
  await scan(clerk, serial);
  await page.getByRole('heading', { name: /^受理項目：重陽節/ }).waitFor();
  const code = await readCode(kit, lin);
  await typeCode(clerk, String((Number(code) + 1) % 100_000_000).padStart(8, '0'));
  await alert.getByText('驗證密碼不正確').waitFor();
  // As fast as the fastest typist, in full-width digits and with a blank.
  await keys.type(code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))).replace(/^..../, '$& '));
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: lin.resident.name }).waitFor();
  await page.waitForFunction(
    () => document.querySelector('mydata-desk-form')?.shadowRoot?.activeElement?.tagName === 'MYDATA-FIELD-ROC-DATE',
  );
  await look(clerk);

  // Nothing that is there already is a stop on the way to the button.
  const stops: string[] = [];
  for (let now = await keys.focused(); !/^送出申請/.test(now.name); now = await keys.focused()) {
    stops.push(`${now.group} ${now.name}`);
    assert.ok(stops.length < 30, stops.join('\n'));
    await keys.press('Tab');
  }
  assert.ok(!stops.some((stop) => /更正|姓名|身分證|戶籍地址|有誤/.test(stop)), stops.join('\n'));
  // Too early: what is missing is listed, and the list leads there.
  await keys.press('Enter');
  await page.locator('mydata-error-summary').getByRole('alert').waitFor();
  await keys.follow(/./);
  await look(clerk);
  await fillBonus(clerk, keys, lin.resident);
  await look(clerk);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '受理回條' }).waitFor();
  await isAtScan(clerk, keys);
  const number = await page.locator('.desk-receipt strong').textContent();
  await look(clerk);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.desk-receipt strong').isVisible());
  assert.ok(!(await page.locator('mydata-counter').isVisible()));
  await page.emulateMedia({ media: 'screen' });

  // The same barcode once more.
  await scan(clerk, serial);
  await alert.getByText(/已經用過/).waitFor();
  await isAtScan(clerk, keys);

  // Typed, since the scanner does not read it; and the code comes too late.
  const typed = await toBarcode(kit, chen, 'double-ninth-bonus');
  await page.keyboard.type(`${typed.slice(0, 4).toUpperCase()} ${typed.slice(4)}`, { delay: 90 });
  await keys.press('Enter');
  await page.getByRole('heading', { name: /^受理項目：重陽節/ }).waitFor();
  const late = await readCode(kit, chen);
  await page.request.post(`${kit.urls.platform}/sandbox/clock`, { data: { seconds: 125 } });
  await typeCode(clerk, late);
  await alert.getByText(/時間已經過了/).waitFor();
  await page.getByRole('button', { name: '驗證密碼已過期' }).waitFor();
  await look(clerk);
  await keys.follow(/^重送驗證密碼/);
  await page.getByText('新的驗證密碼已送出').first().waitFor();
  await typeCode(clerk, await readCode(kit, chen));
  await page.getByRole('heading', { level: 1, name: chen.resident.name }).waitFor();
  assert.equal(await page.locator('.desk-receipt').count(), 0, 'the case before is no longer there to be read');
  assert.match(number ?? '', /\d/);
  assert.deepEqual([...clerk.complaints, ...lin.complaints, ...chen.complaints], []);
  for (const person of [clerk, lin, chen]) await leave(person);
});
