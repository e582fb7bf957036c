/** A dataset that takes minutes, at the county: the resident leaves the platform, fills in what is open, and the rest comes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answer, choose, declare, next, submit, type } from './answers.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look, openTab, type Person } from './person.ts';
import { acceptTerms, insertCard, leaveForPlatform } from './platform-screens.ts';
import { application } from './records.ts';

const service = 'land-use-zoning';
const phone = '聯絡電話';

let kit: Kit;
before(async () => {
  // The five minutes of the land register are a quarter of one here.
  kit = await startKit({ MYDATA_MINUTE_SECONDS: '3' });
});
after(() => kit?.stop());

/** Agreed before the land register was ready, and back at the county. */
async function leaveEarly(person: Person): Promise<void> {
  const { page } = person;
  await page.goto(`${kit.urls.county}/services/${service}/consent`);
  await page.getByText('約需 5 分鐘準備，可以先離開，準備好會用電子郵件通知您').waitFor();
  await page.getByText('會請您提供：縣市').waitFor();
  await look(person);
  await leaveForPlatform(person, service);
  await acceptTerms(person);
  await insertCard(person);
  await page.waitForURL('**/parameters');
  await page.getByRole('button', { name: '下一步：取得資料' }).click();
  await page.getByRole('button', { name: '先看同意內容，再離開' }).click();
  await page.waitForURL('**/later');
  await page.getByRole('button', { name: '同意備妥後傳送' }).click();
  await page.waitForURL(`${kit.urls.county}/services/${service}/apply`);
  await page.getByRole('heading', { name: '資料還在準備中' }).waitFor();
}

const rest = async (person: Person) => {
  await next(person, '用途和領取');
  await answer(
    person,
    choose('做什麼用', '申請建築'),
    type('每筆土地要幾份', '1'),
    choose('怎麼領', '到縣政府領取'),
    declare('資料屬實'),
  );
};

test('what is still coming is marked, fills in while something else is typed, and the form can be sent', async () => {
  const person = await arrive(kit, 'yeh-shu-chuan', { viewport: { width: 390, height: 844 } });
  const { page } = person;
  await leaveEarly(person);
  const marks = page.getByText(/^資料準備中，預計 \d\d:\d\d 前帶入$/);
  await marks.first().waitFor();
  assert.ok((await marks.count()) >= 3);
  await look(person);

  const box = page.getByLabel(phone);
  await box.fill('0912345678');
  await box.evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 5));
  // Another tab of the same browser, as after an e-mail the next day: it goes on from where it stands.
  const other = await openTab(person.context, person.complaints);
  await other.goto(`${kit.urls.county}/services/${service}/apply`);
  await other.getByRole('heading', { name: '資料還在準備中' }).waitFor();
  await other.close();

  await page.getByText(/已帶入 \d+ 個欄位/).waitFor({ timeout: 40_000 });
  await page.getByRole('heading', { name: '資料已經帶入表單' }).waitFor();
  assert.equal(await box.inputValue(), '0912345678');
  const caret = await box.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd]);
  assert.deepEqual(caret, [2, 5], 'neither focus nor caret moved');
  assert.ok(await box.evaluate((input: HTMLInputElement) => input.matches(':focus')));
  assert.equal(await marks.count(), 0);
  await look(person);

  await next(person, '土地');
  await look(person);
  for (const wanted of await page.getByRole('radio', { name: '要', exact: true }).all()) await wanted.check();
  await rest(person);
  await next(person, '確認內容');
  const number = await submit(person);
  const { answers, origins } = await application(kit, number);
  assert.equal(answers['applicantName'], person.resident.name);
  assert.equal(origins['parcels']?.source, 'mydata');
  await page.goBack();
  await page.getByText(number).first().waitFor();
  await leave(person);
});

test('who does not want to wait fills in by hand, and the package that comes later takes nothing away', async () => {
  const person = await arrive(kit, 'lin-chih-yuan');
  const { page, resident } = person;
  await leaveEarly(person);
  await answer(person, type(phone, '0912345678'));
  await next(person, '土地');
  await rest(person);
  await next(person, '確認內容');
  await page.getByText(/還在等資料的題目：.*姓名/).waitFor();
  assert.equal(await page.getByRole('button', { name: '送出申請' }).count(), 0);
  await look(person);
  await page.getByRole('button', { name: '不等了，自己填寫' }).click();
  await page.getByRole('heading', { name: '申請人', exact: true }).waitFor();
  await page.getByText('請輸入姓名').first().waitFor();
  await look(person);
  await answer(person, type('姓名', '林志遠（手寫）'));
  await page.getByText(/已帶入 \d+ 個欄位/).waitFor({ timeout: 40_000 });
  await page.getByLabel(phone).focus();
  await page.getByText('您先前填的：林志遠（手寫）').waitFor();
  assert.ok(await page.getByText(resident.name, { exact: true }).first().isVisible());
  await look(person);
  await leave(person);
});
