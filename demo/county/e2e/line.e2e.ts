/**
 * The whole line in browsers, at Hualien: what a designer makes and sends, and others approve and publish, fills a resident's
 * form with no restart. Asked for more, the notice, the platform's consent and the form keep to what is registered until the
 * reviewer has decided; then all three follow. (What each provider is asked is held in `server/testing/line.test.ts`.)
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { formOf } from './answers.ts';
import { signedIn, view, type AtBuilder } from './designers.ts';
import { at, startKit, type Kit } from './kit.ts';
import { arrive, assertAccessible, leave, type Person } from './person.ts';
import { acceptTerms, decide, filled, insertCard, leaveForPlatform, readConsent } from './platform-screens.ts';

let all: Kit;
let kit: Kit;
const staff: AtBuilder[] = [];
before(async () => {
  all = await startKit();
  kit = at(all, 'hualien');
});
after(() => all?.stop());

const id = 'parking-renewal';
const name = '停車識別證換發';
/** What the form asks at first, and what is put to it. */
const first = ['個人戶籍資料', '車籍資料', '駕籍資料', '出生日期'];
const more = ['身心障礙資格', '證明編號', '出生地'];

async function open(login: string, next: string, where = kit): Promise<Page> {
  const one = await signedIn(where, login, next);
  one.page.setDefaultTimeout(20_000);
  staff.push(one);
  return one.page;
}

const panel = (page: Page): Locator => page.locator('mydata-builder-publish');

/** From a line of the list to the input that it is about; then from the keyboard. */
async function goTo(page: Page, finding: RegExp, ...typed: readonly string[]): Promise<void> {
  await panel(page)
    .getByRole('button', { name: new RegExp(`^前往：.*${finding.source}`) })
    .click();
  for (const [n, text] of typed.entries()) {
    if (n) await page.keyboard.press('Tab');
    if (/^(Arrow|Space)/.test(text)) await page.keyboard.press(text);
    else await page.keyboard.insertText(text);
  }
}

/** Three people, each in a browser of their own. */
async function publish(designer: Page, approver: Page, publisher: Page): Promise<void> {
  await panel(designer).getByText('檢查都通過了').waitFor();
  await designer.getByRole('button', { name: '送核', exact: true }).click();
  await panel(designer).getByText('等待核定').waitFor();
  await approver.goto(`${kit.urls.county}/builder/${id}?view=review`);
  await approver.getByRole('button', { name: '核定這次修改' }).click();
  await approver.locator('mydata-builder-review #news', { hasText: '已核定' }).waitFor();
  await publisher.goto(`${kit.urls.county}/builder/${id}?view=publish`);
  await publisher.getByLabel('這次改了什麼、為什麼').fill('依處務會議的決議。');
  await panel(publisher).getByText('檢查都通過了').waitFor();
  await publisher.getByRole('button', { name: '發布新版本' }).click();
}

async function says(where: Page | Locator, words: readonly string[], not: readonly string[]): Promise<void> {
  for (const one of words) await where.getByText(one).first().waitFor({ state: 'attached' });
  for (const one of not) assert.equal(await where.getByText(one).count(), 0, `${one} is not said yet`);
}

/** A resident from the notice to the form: each station says exactly this. */
async function agrees(person: Person, words: readonly string[], not: readonly string[] = []): Promise<void> {
  const { page } = person;
  await page.goto(`${kit.urls.county}/services/${id}/consent`);
  await says(page.locator('mydata-consent'), words, not);
  await leaveForPlatform(person, id);
  await acceptTerms(person);
  await insertCard(person);
  await page.waitForURL('**/parameters');
  await page.getByRole('button', { name: '下一步：取得資料' }).click();
  await page.waitForURL('**/preview');
  await readConsent(person);
  await says(page, words, not);
  await decide(person, '同意傳送');
  await filled(person, id);
  const questions = (some: readonly string[]) => some.filter((one) => !one.endsWith('資料') && !one.endsWith('資格'));
  await says(formOf(page), [person.resident.name, ...questions(words)], questions(not));
  await leave(person);
}

test('a new service fills a form at once, and what it asks more waits for the reviewer', async () => {
  const [designer, approver, publisher] = await Promise.all([
    open('designer', '/builder'),
    open('approver', '/staff'),
    open('publisher', '/staff'),
  ]);
  await designer.getByRole('button', { name: /^複製「身心障礙者專用停車位識別證」/ }).click();
  await designer.getByLabel('服務名稱（中文）').fill(name);
  await designer.getByLabel(/^服務名稱（英文/).fill('Renewal of the parking permit');
  await designer.getByLabel('代號').fill(id);
  await designer.getByRole('button', { name: '建立', exact: true }).click();
  await designer.waitForURL(`**/builder/${id}`);
  await view(designer, '發布');
  await goTo(designer, /電子郵件/, 'social@hualien.example.gov.tw');
  await goTo(designer, /中央機關/, 'ArrowDown');
  await publish(designer, approver, publisher);
  await panel(publisher).getByText('第 1 版已發布').first().waitFor();

  const state = async () =>
    (await kit.read<{ mydata?: { state: string } }>('county', `/api/services/${id}`)).mydata?.state;
  const until = Date.now() + 30_000;
  while ((await state()) !== 'offered') {
    assert.ok(Date.now() < until, 'it is registered within the minute');
    await new Promise((done) => setTimeout(done, 200));
  }
  await agrees(await arrive(kit, 'kuo-chien-chih'), first, more);

  await view(designer, '編輯');
  const dialog = designer.locator('mydata-builder-choose-fields dialog');
  for (const [dataset, path] of [
    ['個人戶籍', '$.birth_place'],
    ['身心障礙資格', '$.certificate_no'],
  ]) {
    await designer.locator('[data-ref="field/householdAddress"]').first().click();
    await designer.keyboard.press('Control+k');
    await designer.keyboard.insertText(`從 ${dataset}`);
    await designer.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '全部取消' }).click();
    await dialog.locator(`input[value="${path}"]`).check();
    await dialog.getByRole('button', { name: '加入 1 題' }).click();
  }
  await view(designer, '發布');
  const rule = '身心障礙者專用停車位設置管理辦法第 4 條';
  await goTo(
    designer,
    /請寫明「身心障礙資格」/,
    '身心障礙證明影本',
    'Copy of the certificate',
    rule,
    'The rules, article 4',
  );
  await goTo(designer, /自行查調「身心障礙資格」/, 'ArrowDown');
  const basis = [
    '個資法第 6 條第 1 項第 2 款、身心障礙者權益保障法第 56 條',
    'Article 6 of the Act, article 56 of the other',
  ];
  await goTo(designer, /特種個人資料/, ...basis, 'Space');
  await publish(designer, approver, publisher);
  await panel(publisher).getByText('第 2 版已發布').first().waitFor();
  await panel(publisher).getByText('送審中').waitFor();
  await panel(publisher).getByText('民眾看到的是第 1 版').waitFor();
  await assertAccessible({ page: publisher, context: publisher.context() } as Person);
  await agrees(await arrive(kit, 'lin-chih-yuan'), first, more);

  // Whoever has the old notice open while the reviewer decides reads the new one first.
  const late = await arrive(kit, 'tseng-kuo-hui');
  await late.page.goto(`${kit.urls.county}/services/${id}/consent`);
  await late.page.getByLabel('身分證統一編號').fill(late.resident.nationalId);

  const reviewer = await open('reviewer', '/operator/services', {
    ...all,
    urls: { ...all.urls, county: all.urls.platform },
    read: (_party, path) => all.read('platform', path),
  });
  await reviewer
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await says(reviewer, more, []);
  for (const answer of await reviewer.getByLabel('您的判斷與理由').all()) await answer.fill('依規定需要，同意。');
  await reviewer.getByLabel('決定', { exact: true }).selectOption({ label: '同意' });
  await reviewer.getByLabel('決定的理由').fill('資料與目的相符。');
  await reviewer.getByRole('button', { name: '存入決定' }).click();
  await reviewer.waitForURL(/done=decided/);

  await late.page.getByRole('button', { name: '前往 MyData 平臺' }).click();
  await late.page.getByRole('alert').filter({ hasText: '剛剛更新了' }).waitFor();
  await agrees(late, [...first, ...more]);
  await panel(publisher).getByText('已登錄').first().waitFor();
  assert.deepEqual(
    staff.flatMap(({ problems }) => problems),
    [],
  );
});
