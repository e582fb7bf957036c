/** Two designers in two browsers change one form at once, in several ways: nothing is lost, and both can name what happened. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { signedIn, view } from './designers.ts';
import { startKit, type Kit } from './kit.ts';
import { assertAccessible, type Person } from './person.ts';

let kit: Kit;
before(async () => (kit = await startKit()));
after(() => kit.stop());

const card = (page: Page, id: string) => page.locator(`mydata-builder-canvas [data-ref="field/${id}"]`).first();
const settings = (page: Page) => page.locator('mydata-builder-properties');
const saved = (page: Page) => page.locator('mydata-builder-saved', { hasText: '已儲存' }).waitFor();

async function label(page: Page, id: string, text: string): Promise<void> {
  await card(page, id).click();
  await settings(page).locator('input[lang="zh-Hant"]').first().fill(text);
}

async function draft(page: Page, form: string): Promise<{ readonly text: string; readonly ids: readonly string[] }> {
  return page.evaluate(async (id) => {
    const answer = await fetch(`/api/builder/forms/${id}/draft`);
    const { document } = (await answer.json()) as {
      document: { form: { steps: { sections: { fields: { id: string }[] }[] }[] } };
    };
    const ids = document.form.steps.flatMap(({ sections }) =>
      sections.flatMap(({ fields }) => fields.map((field) => field.id)),
    );
    return { text: JSON.stringify(document), ids };
  }, form);
}

test('one edits, adds, deletes and moves; the other does so without a line: all of it comes together', async () => {
  const form = 'emergency-relief';
  const [ann, ben] = [
    await signedIn(kit, 'designer', `/builder/${form}`),
    await signedIn(kit, 'designer2', `/builder/${form}`),
  ];
  await card(ben.page, 'email').waitFor();
  await ben.page.context().setOffline(true);

  await label(ann.page, 'applicantName', '甲的姓名');
  await label(ann.page, 'email', '甲的信箱');
  await card(ann.page, 'lastEmployer').focus();
  await ann.page.keyboard.press('Delete');
  await card(ann.page, 'phone').focus();
  await ann.page.keyboard.press('Alt+ArrowDown');
  await ann.page.keyboard.press('Control+d');
  await saved(ann.page);

  await label(ben.page, 'householdAddress', '乙的地址');
  await label(ben.page, 'email', '乙的信箱');
  await label(ben.page, 'lastEmployer', '乙的公司');
  await label(ben.page, 'phone', '乙的電話');
  await card(ben.page, 'phone').focus();
  await ben.page.keyboard.press('Control+d');
  await ben.page.locator('mydata-builder-saved', { hasText: '離線' }).waitFor();
  await ben.page.context().setOffline(false);

  const dialog = ben.page.locator('mydata-builder-conflict dialog[open]');
  await dialog.waitFor();
  for (const words of ['甲的姓名', '乙的地址', '乙的電話', '王怡君'])
    await dialog.filter({ hasText: words }).waitFor({ timeout: 5000 });
  await assertAccessible({ page: ben.page, context: ben.page.context() } as Person);
  assert.equal(await dialog.locator('fieldset').count(), 2);
  const merge = ben.page.getByRole('button', { name: '合併並繼續' });
  await merge.click();
  await dialog.getByRole('alert').filter({ hasText: '還有 2 項' }).waitFor();
  // From the keyboard: the focus is where something is left to choose.
  await ben.page.keyboard.press('Space');
  await merge.click();
  await ben.page.keyboard.press('Space');
  await merge.click();
  await dialog.waitFor({ state: 'hidden' });
  await ben.page.locator('mydata-builder-news [role=status]', { hasText: '合在一起' }).waitFor();
  await saved(ben.page);

  const { text, ids } = await draft(ben.page, form);
  for (const words of ['甲的姓名', '乙的地址', '乙的電話', '乙的信箱', '乙的公司'])
    assert.ok(text.includes(words), `${words} is there`);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.filter((id) => /^phone\d*$/.test(id)).length, 3, 'what both called phone2 is two');
  assert.ok(ids.indexOf('phone') > ids.indexOf('email'), 'it is where the one moved it');

  // Both can name what happened.
  for (const { page } of [ann, ben]) {
    if (page === ann.page) await page.reload();
    await view(page, '編輯紀錄');
    await page.locator('mydata-builder-history', { hasText: '合併' }).filter({ hasText: '乙的地址' }).waitFor();
  }

  // What was not chosen is kept, with a name, and comes back by one press.
  await ben.page.getByRole('button', { name: '知道了' }).click();
  await view(ben.page, '保留的內容');
  const kept = ben.page.locator('mydata-builder-kept');
  await kept.locator('article', { hasText: '王怡君' }).first().waitFor();
  await kept.locator('article', { hasText: '王怡君' }).first().getByRole('button', { name: /比較/ }).click();
  await kept.locator('#shown', { hasText: '甲的信箱' }).waitFor();
  await kept.locator('article', { hasText: '王怡君' }).first().getByRole('button', { name: /還原/ }).click();
  await ben.page.locator('mydata-builder-restore dialog[open]').getByRole('button', { name: '還原' }).click();
  await kept.locator('#news').waitFor();
  assert.ok((await draft(ben.page, form)).text.includes('甲的信箱'));
  await ben.page.locator('.acts button', { hasText: '復原' }).click();
  await ben.page.locator('mydata-builder-saved', { hasText: '有修改' }).waitFor();
  await saved(ben.page);
  assert.ok((await draft(ben.page, form)).text.includes('乙的信箱'));
  assert.deepEqual([...ann.problems, ...ben.problems], []);
});

test('the same person in two windows is two designers to the form', async () => {
  const { page, problems } = await signedIn(kit, 'designer2', '/builder/senior-card');
  await card(page, 'applicantName').waitFor();
  const other = await page.context().newPage();
  await other.goto(`${kit.urls.county}/builder/senior-card`);
  await card(other, 'applicantName').waitFor();
  await label(page, 'applicantName', '甲改的題目');
  await saved(page);
  await label(other, 'applicantBirthDate', '乙改的題目');
  const dialog = other.locator('mydata-builder-conflict dialog[open]');
  await dialog.filter({ hasText: '您的另一個視窗' }).waitFor();
  await other.getByRole('button', { name: '合併並繼續' }).click();
  await card(other, 'applicantName').filter({ hasText: '甲改的題目' }).waitFor();
  await saved(other);
  const { text } = await draft(other, 'senior-card');
  assert.ok(text.includes('甲改的題目') && text.includes('乙改的題目'), 'both are there');
  assert.deepEqual(problems, []);
});
