/** The whole journey without a mouse. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formOf } from './answers.ts';
import { Keyboard } from './keyboard.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave } from './person.ts';
import { application } from './records.ts';
import { situation, steps } from './relief-form.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

test('emergency relief by keyboard alone, from the list of services to the application number', async () => {
  const person = await arrive(kit, 'li-chen-chiu-yueh');
  const { page, resident } = person;
  const keys = new Keyboard(person);
  const arriveAt = (title: string): Promise<void> =>
    formOf(page).getByRole('heading', { level: 2, name: title, exact: true }).waitFor();

  await page.goto(kit.urls.county);
  await page.getByRole('link', { name: /急難救助/ }).waitFor();
  await keys.to(/跳到主要內容/);
  await keys.press('Enter');
  await keys.follow(/急難救助/);
  await page.waitForURL('**/services/emergency-relief');
  await page.getByRole('heading', { name: /急難救助/, level: 1 }).waitFor();
  await keys.follow(/MyData/);
  await page.getByLabel('身分證統一編號').waitFor();
  await keys.fill(/^身分證統一編號/, resident.nationalId);
  await keys.follow('前往 MyData 平臺');

  await page.waitForURL('**/facts');
  await keys.follow('下一步：閱讀條款');
  await page.waitForURL('**/terms');
  await keys.tick(/我已閱讀並同意/);
  await keys.follow('下一步：驗證身分');
  await page.waitForURL('**/identity');
  await keys.fill(/^身分證統一編號/, resident.nationalId);
  await keys.fill(/^年（民國）/, resident.rocBirthday);
  await keys.fill(/^自然人憑證卡號/, resident.card.number);
  await keys.fill(/^PIN 碼/, resident.card.pin);
  await keys.press('Enter');
  await page.waitForURL('**/preview');
  await keys.follow('下一步：決定是否同意');
  await page.waitForURL('**/consent');
  await keys.follow('同意傳送');
  await page.waitForURL(`${kit.urls.county}/**/apply`);
  await page.getByText(/個欄位已由 MyData 帶入/).waitFor();

  await keys.follow('下一步');
  const summary = formOf(page).locator('mydata-error-summary').getByRole('alert');
  await summary.waitFor();
  assert.match((await keys.focused()).name, /還有 \d+ 個地方需要修改/, 'the list of mistakes has the focus');
  await keys.follow(/聯絡電話/);
  assert.match((await keys.focused()).name, /^聯絡電話/, 'a mistake leads to its question');
  await keys.type('0912345678');
  await keys.choose('您現在住的地方，和戶籍地址一樣嗎？', '一樣');
  for (let confirmed = 0; confirmed < 2; confirmed += 1) {
    await keys.to('正確', { back: true });
    await keys.press('Space');
  }
  await keys.follow('下一步');

  await arriveAt(steps.event);
  assert.equal((await keys.focused()).name, steps.event, 'a new page begins at its title');
  await keys.choose('遇到變故的是誰？', '我本人');
  await keys.choose('最主要的原因', '負擔家計的人失業');
  await keys.fill('年（民國）', '115', '什麼時候發生的？');
  await keys.fill('月', '10', '什麼時候發生的？');
  await keys.fill('日', '5', '什麼時候發生的？');
  await keys.fill(/^原來的工作/, '餐廳廚師');
  await keys.fill(/^請說明現在的困難/, situation);
  await keys.tick('生活費', '最急的需要');
  await keys.follow('下一步');

  await arriveAt(steps.household);
  await keys.tick('正確');
  await keys.to(/^目前狀況/);
  for (let step = 0; step < 2; step += 1) await keys.press('ArrowDown');
  await keys.fill(/^戶籍不在一起/, '0');
  await keys.fill(/^全家上個月的總收入/, '3000');
  await keys.choose('現在住的房子', '借住');
  await keys.choose('最近六個月', '沒有');
  await keys.follow('下一步');

  await arriveAt(steps.payment);
  await keys.choose('領款方式', '到公所領取');
  await keys.follow('下一步');

  await arriveAt(steps.proof);
  await keys.choose('手邊有證明文件嗎？', '還沒有，之後再補');
  for (let declared = 0; declared < 4; declared += 1) await keys.tick(/我已閱讀並確認以上內容/);
  await keys.follow(/^下一步/);

  await arriveAt(steps.check);
  await keys.follow('送出申請');
  await page.waitForURL('**/done');
  const number = page.getByText(/^CY\d{7}-[A-Z0-9-]+$/).first();
  await number.waitFor();
  const { answers } = await application(kit, (await number.innerText()).trim());
  assert.equal(answers['situation'], situation);
  assert.deepEqual(answers['urgentNeeds'], ['living']);
  assert.equal((answers['householdMembers'] as { memberSituation: string }[])[0]?.memberSituation, 'unemployed');
  await leave(person);
});
