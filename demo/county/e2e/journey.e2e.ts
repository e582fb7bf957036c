/** The whole way of a resident through emergency relief, from the list of services to the look-up of progress. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { shown, submit } from './answers.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look } from './person.ts';
import { acceptTerms, decide, filled, leaveForPlatform, proveByCard } from './platform-screens.ts';
import { fillRelief } from './relief-form.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

test('a resident fills in emergency relief from MyData and looks its progress up', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  const { page, resident } = person;
  await page.goto(kit.urls.county);
  await page.getByRole('link', { name: /急難救助/ }).waitFor();
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

  await leaveForPlatform(person);
  await look(person);
  await acceptTerms(person);
  await look(person);
  await proveByCard(person);
  await look(person);
  await decide(person, '同意傳送');
  await filled(person);
  assert.equal(await shown(person, '姓名'), resident.name);
  await look(person);
  await fillRelief(person, 4);
  await look(person);
  const applicationNo = await submit(person);
  await look(person);

  await page.goto(`${kit.urls.county}/progress`);
  await page.getByLabel(/^(案件|申請)編號/).fill(applicationNo);
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await page.getByRole('button', { name: /查詢/ }).click();
  await page.getByText('已收件').first().waitFor();
  await look(person);
  await leave(person);
});
