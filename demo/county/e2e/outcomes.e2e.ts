/** What else can come of a journey: no record, declined, another person, wrong tries, cancelled. Nothing typed is lost. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answer, formOf, shown, submit, type } from './answers.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look, type Person } from './person.ts';
import { acceptTerms, bringIn, decide, insertCard, leaveForPlatform, proveByCard } from './platform-screens.ts';
import { application, platformRecords } from './records.ts';
import { byHand, contact, fillRelief, fillRest } from './relief-form.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

const form = (): string => `${kit.urls.county}/services/emergency-relief/apply`;

/** The notice above the form, by what it tells of. */
async function told({ page }: Person, outcome: string, words: string): Promise<void> {
  await page.waitForURL(form());
  const notice = page.locator(`[data-outcome="${outcome}"]`);
  await notice.getByText(words).first().waitFor();
  assert.ok(await notice.evaluate((element) => element === document.activeElement), 'the notice has the focus');
}

/** What a resident types on the first page before MyData is tried. */
const early = [type('聯絡電話', '0912345678'), type('電子郵件', 'someone@mail.example')];

async function typedBefore(person: Person): Promise<void> {
  await person.page.goto(form());
  await answer(person, ...early);
}

async function assertTypedStays({ page }: Person): Promise<void> {
  assert.equal(await formOf(page).getByLabel('聯絡電話').inputValue(), '0912345678');
  assert.equal(await formOf(page).getByLabel('電子郵件').inputValue(), 'someone@mail.example');
}

test('204: without a record the form asks ordinary questions and says so', async () => {
  const person = await arrive(kit, 'huang-hsin-hung');
  const { page, resident } = person;
  await leaveForPlatform(person);
  await acceptTerms(person);
  await proveByCard(person);
  assert.equal(await page.getByText('查無資料').count(), 2);
  await look(person);
  await decide(person, '同意傳送');
  await told(person, 'filled', '查無紀錄');
  await formOf(page).getByText('機關查無資料，請您自己填寫。').first().waitFor();
  await look(person);
  const { applicant, household } = byHand(resident.name, resident.nationalId);
  await answer(person, ...applicant, ...contact);
  await fillRest(person, household);
  const made = await application(kit, await submit(person));
  assert.deepEqual([...made.noRecord].sort(), ['API.7QovE2Gev6', 'API.UDauDOLyZg']);
  assert.equal(made.origins['applicantName']?.source, 'typed');
  await leave(person);
});

test('205: who declines goes on by hand, and may consent later without losing a word', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  const { page } = person;
  await typedBefore(person);
  await leaveForPlatform(person);
  await acceptTerms(person);
  await proveByCard(person);
  await decide(person, '不同意傳送');
  await told(person, '205', '您選擇不傳送資料');
  await look(person);
  await assertTypedStays(person);
  const nameQuestion = formOf(page).getByLabel('姓名', { exact: true });
  assert.ok(await nameQuestion.isEditable(), 'the manual path goes on');
  const records = await platformRecords(kit);
  assert.equal(records.find(({ code }) => code === 205)?.consent?.given, false);

  await page.getByRole('link', { name: '再用 MyData 試一次' }).click();
  await page.waitForURL('**/consent');
  await bringIn(person);
  await assertTypedStays(person);
  assert.equal(await shown(person, '姓名'), person.resident.name);
  await fillRelief(person, 4);
  const { answers, origins } = await application(kit, await submit(person));
  assert.equal(answers['email'], 'someone@mail.example');
  assert.equal(origins['email']?.source, 'typed');
  assert.equal(origins['applicantName']?.source, 'mydata');
  await leave(person);
});

test('205: cancelling on a platform screen is declining', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  await typedBefore(person);
  await leaveForPlatform(person);
  await acceptTerms(person);
  await person.page.getByRole('button', { name: '取消，返回原服務網站' }).click();
  await told(person, '205', '您選擇不傳送資料');
  await assertTypedStays(person);
  await leave(person);
});

test('409: the person verified is not the one named at the county', async () => {
  const person = await arrive(kit, 'kuo-chien-chih');
  await typedBefore(person);
  await leaveForPlatform(person, 'emergency-relief', { nationalId: kit.resident('lin-chih-yuan').nationalId });
  await acceptTerms(person);
  await insertCard(person);
  await told(person, '409', '驗證身分的人和申請人不同');
  await look(person);
  await assertTypedStays(person);
  assert.ok((await platformRecords(kit)).some(({ code }) => code === 409));
  await leave(person);
});

test('a wrong PIN is told at the card, and the third locks it', async () => {
  const person = await arrive(kit, 'li-chen-chiu-yueh');
  const { page } = person;
  await leaveForPlatform(person);
  await acceptTerms(person);
  const problem = page.locator('[data-problem]');
  for (let slip = 0; slip < 3; slip += 1) {
    const answered = page.waitForResponse('**/sandbox/card/sign');
    await insertCard(person, { pin: '000000' });
    assert.equal((await answered).status(), 403);
    await problem.getByText('卡號或 PIN 碼不正確').waitFor();
  }
  await insertCard(person);
  await problem.getByText('這張卡已鎖住').waitFor();
  assert.match(page.url(), /\/identity/);
  await leave(person);
});

test('wrong tries: what was typed stays, the fifth is the last', async () => {
  const person = await arrive(kit, 'wu-yao-jung');
  const { page, resident } = person;
  await leaveForPlatform(person);
  await acceptTerms(person);
  for (let slip = 0; slip < 5; slip += 1) {
    const answered = page.waitForResponse('**/identity');
    await insertCard(person, { birthday: `06${slip}0101` });
    assert.equal((await answered).status(), 422);
    await page.getByRole('alert').getByText('身分驗證沒有成功').waitFor();
    assert.equal(await page.getByLabel('身分證統一編號').inputValue(), resident.nationalId);
    assert.equal(await page.getByLabel('PIN 碼').inputValue(), '');
    if (!slip) await look(person);
  }
  await insertCard(person);
  await page.getByRole('alert').getByText('這種驗證方式暫停使用').waitFor();
  await look(person);
  await leave(person);
});
