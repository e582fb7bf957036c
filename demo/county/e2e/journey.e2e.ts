/** The whole way of a resident through emergency relief, from the list of services to the look-up of progress. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startKit, type Kit } from './kit.ts';
import { acceptTerms, arrive, decide, leaveForPlatform, look, proveByCard, type Person } from './person.ts';
import { choose, confirmAll, contact, declarations, event, means, members, next } from './relief-form.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

test('a resident fills in emergency relief from MyData and looks its progress up', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  const { page, resident } = person;
  await page.goto(kit.urls.county);
  await look(person);
  await page.getByRole('link', { name: /急難救助/ }).click();
  await page.waitForURL('**/services/emergency-relief');
  await page.getByRole('heading', { name: /急難救助/, level: 1 }).waitFor();
  await look(person);
  await page
    .getByRole('link', { name: /MyData/ })
    .first()
    .click();
  await page.getByLabel('身分證統一編號').waitFor();
  await look(person);

  await leaveForPlatform(kit, person);
  await look(person);
  await acceptTerms(person);
  await look(person);
  await proveByCard(person);
  await look(person);
  await decide(person, '同意傳送');
  await page.waitForURL(`${kit.urls.county}/services/emergency-relief/apply`);

  await page
    .getByText(/已由 MyData 帶入/)
    .first()
    .waitFor();
  await page.getByText('陳筱玲').first().waitFor();
  await look(person);
  await fillRelief(person, 4);
  await page.screenshot({ path: '/tmp/shots/check.png', fullPage: true });
  await look(person);
  await page.getByRole('button', { name: /送出/ }).click();
  await page.waitForURL('**/done');
  await look(person);
  const applicationNo = (await page.locator('body').innerText()).match(/CY\d{7}-[A-Z0-9-]+/)?.[0];
  assert.ok(applicationNo, 'an application number is shown');

  await page.goto(`${kit.urls.county}/progress`);
  await page.getByLabel('案件編號').or(page.getByLabel('申請編號')).fill(applicationNo);
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await page.getByRole('button', { name: /查詢/ }).click();
  await page.getByText('已收件').first().waitFor();
  await look(person);
  assert.deepEqual(person.complaints, []);
});

async function fillRelief(person: Person, household: number): Promise<void> {
  const { page } = person;
  await confirmAll(person);
  await contact(person);
  await next(person, '發生什麼事');
  await event(person);
  await next(person, '家庭狀況');
  await confirmAll(person);
  await members(person, household);
  await means(person);
  await next(person, '領款方式');
  await choose(page, '領款方式', '到公所領取');
  await next(person, '證明文件與聲明');
  await choose(page, '手邊有證明文件嗎？', '還沒有，之後再補');
  await declarations(person);
  await next(person, /確認/);
}
