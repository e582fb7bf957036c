import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { signedIn, view } from './designers.ts';
import { startKit, type Kit } from './kit.ts';
import { assertAccessible, type Person } from './person.ts';

let kit: Kit;
before(async () => (kit = await startKit()));
after(() => kit.stop());

/** Whose turn it is, as the page of forms tells it. */
async function told(page: Page, text: RegExp): Promise<void> {
  await page.goto(`${kit.urls.county}/builder`);
  await page.locator('mydata-builder-notices').getByRole('link', { name: text }).waitFor();
}

test('sent, given back with a reason, mended, approved, published: each is told when it is their turn, and residents see it', async () => {
  const designer = await signedIn(kit, 'designer', '/builder');
  await designer.page
    .getByRole('link', { name: /急難救助/ })
    .first()
    .click();
  await designer.page.waitForURL('**/builder/emergency-relief');
  const { page } = designer;
  await page.locator('[data-ref="field/email"]').first().click();
  const required = page.locator('mydata-builder-properties').getByRole('checkbox', { name: '一定要填' });
  await required.check();
  const label = page
    .locator('mydata-builder-properties textarea, mydata-builder-properties input[lang="zh-Hant"]')
    .first();
  await label.fill('常用的電子郵件');
  await page.locator('mydata-builder-properties input[lang="en"]').first().fill('The e-mail you use');
  await page.locator('mydata-builder-saved', { hasText: '已儲存' }).waitFor();
  // What was saved is there after a reload, with what can be undone.
  await page.reload();
  await page.locator('[data-ref="field/email"]', { hasText: '常用的電子郵件' }).first().waitFor();
  await page.locator('.acts button:enabled', { hasText: '復原' }).waitFor();
  await view(page, '發布');
  await page.locator('mydata-builder-publish', { hasText: '檢查都通過了' }).waitFor();
  await page.getByLabel('給核定人員的說明').fill('電子郵件改為必填，方便通知。');
  await page.getByRole('button', { name: '送核', exact: true }).click();
  await page.locator('mydata-builder-publish', { hasText: '等待核定' }).waitFor();
  await page.locator('mydata-builder-saved', { hasText: '再修改就會撤回' }).waitFor();
  assert.deepEqual(designer.problems, []);

  const approver = await signedIn(kit, 'approver', '/staff');
  await approver.page.getByRole('link', { name: /待您核定：急難救助/ }).click();
  const review = approver.page.locator('mydata-builder-review');
  await review.locator('.change', { hasText: '題目「常用的電子郵件」的題目文字' }).waitFor();
  await review.locator('.side.old', { hasText: '電子郵件' }).first().waitFor();
  await review.locator('mydata-form').waitFor();
  await assertAccessible({ page: approver.page, context: approver.page.context() } as Person);
  await review.getByRole('button', { name: '退回給設計人員' }).click();
  await review.getByText('請寫下退回的理由').waitFor();
  await review.getByLabel('意見').fill('沒有電子郵件的民眾怎麼辦？');
  await review.getByRole('button', { name: '退回給設計人員' }).click();
  await review.getByText('已退回，已通知設計人員。').waitFor();

  await told(page, /退回給您修改/);
  await page.getByRole('button', { name: /待我修改 1/ }).click();
  await page.locator('tbody tr').first().getByText('沒有電子郵件的民眾怎麼辦？').waitFor();
  await page
    .locator('mydata-builder-notices')
    .getByRole('link', { name: /退回給您修改/ })
    .click();
  await page.locator('[data-ref="field/email"]').first().click();
  await required.uncheck();
  await page.locator('mydata-builder-saved', { hasText: '已儲存' }).waitFor();
  await view(page, '發布');
  await page.locator('mydata-builder-publish', { hasText: '檢查都通過了' }).waitFor();
  await page.getByRole('button', { name: '送核', exact: true }).click();
  await page.locator('mydata-builder-publish', { hasText: '等待核定' }).waitFor();

  await told(approver.page, /待您核定/);
  await approver.page.getByRole('button', { name: /去核定/ }).click();
  await review.getByRole('button', { name: '核定這次修改' }).click();
  await review.getByText('已核定，已通知發布人員。').waitFor();
  assert.deepEqual(approver.problems, []);

  const publisher = await signedIn(kit, 'publisher', '/staff');
  await publisher.page.getByRole('link', { name: /待您發布：急難救助/ }).click();
  await publisher.page.locator('mydata-builder-publish', { hasText: '核定人員 黃國棟已於' }).waitFor();
  await publisher.page.getByLabel('這次改了什麼、為什麼').fill('電子郵件改了稱呼。');
  const press = publisher.page.getByRole('button', { name: '發布新版本' });
  await publisher.page.locator('mydata-builder-publish', { hasText: '檢查都通過了' }).waitFor();
  await press.click();
  await publisher.page.locator('mydata-builder-publish', { hasText: '第 2 版已發布' }).waitFor();
  await view(publisher.page, '版本');
  await publisher.page.getByRole('button', { name: '和前一版比較' }).click();
  await publisher.page.locator('#diff', { hasText: '常用的電子郵件' }).waitFor();
  assert.deepEqual(publisher.problems, []);
  await told(page, /您改的「急難救助.*」已發布為第 2 版/);

  const resident = await (await kit.browser.newContext()).newPage();
  await resident.goto(`${kit.urls.county}/services/emergency-relief/apply`);
  const draft = await resident.evaluate(async () => {
    const answer = await fetch('/api/services/emergency-relief/draft');
    return (await answer.json()) as { formVersion: number; form: unknown };
  });
  assert.equal(draft.formVersion, 2);
  assert.match(JSON.stringify(draft.form), /常用的電子郵件/);
});

test('every view of a form is accessible, under the page’s own policy', async () => {
  const { page, problems } = await signedIn(kit, 'administrator', '/builder/senior-card');
  const person = { page, context: page.context() } as Person;
  await page.locator('[data-ref="field/applicantName"], .card').first().waitFor();
  for (const name of ['編輯', '對應表', '規則', '預覽', '編輯紀錄', '審閱', '發布', '版本', '保留的內容']) {
    await view(page, name);
    await page
      .locator('mydata-form-builder')
      .evaluate((node) => (node as unknown as { updateComplete: unknown }).updateComplete);
    await assertAccessible(person);
  }
  await page.goto(`${kit.urls.county}/builder`);
  await page
    .getByRole('link', { name: /敬老卡/ })
    .first()
    .waitFor();
  await assertAccessible(person);
  assert.deepEqual(problems, []);
});
