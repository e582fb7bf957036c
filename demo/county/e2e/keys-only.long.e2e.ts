/** A designer without a pointer: eight questions and more, from the list of forms to the version that residents get. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { signedIn } from './designers.ts';
import { startKit, type Kit } from './kit.ts';
import { assertWalkable } from './tab-walk.ts';

let kit: Kit;
before(async () => (kit = await startKit()));
after(() => kit.stop());

interface At {
  readonly name: string;
  readonly tag: string;
  readonly lang: string;
  readonly value: string;
  readonly host: string;
}

/** Keys and typed text, nothing else. */
class Keys {
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.page.waitForTimeout(60);
    }
  }
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
    await this.page.waitForTimeout(60);
  }
  at(): Promise<At> {
    return this.page.evaluate(`(() => {
      let node = document.activeElement;
      while (node.shadowRoot && node.shadowRoot.activeElement) node = node.shadowRoot.activeElement;
      const label = node.labels && node.labels[0] ? node.labels[0].textContent : '';
      return {
        name: (node.getAttribute('aria-label') || label || node.textContent).replace(/\\s+/g, ' ').trim(),
        tag: node.localName, lang: node.lang, value: node.value || '',
        host: node.getRootNode().host ? node.getRootNode().host.localName : '',
      };
    })()`);
  }
  /** Tab by Tab. */
  async to(wanted: (at: At) => boolean, what: string, key = 'Tab'): Promise<At> {
    const passed: string[] = [];
    for (let presses = 0; presses < 150; presses += 1) {
      const now = await this.at();
      if (presses && wanted(now)) return now;
      passed.push(`${now.host} ${now.tag} ${now.name}`.slice(0, 60));
      await this.page.keyboard.press(key);
    }
    throw new Error(`no ${what} among\n${passed.join('\n')}`);
  }
  async button(name: RegExp, key = 'Tab'): Promise<void> {
    await this.to((at) => ['button', 'a'].includes(at.tag) && name.test(at.name), String(name), key);
    await this.press('Enter');
  }
  async command(words: string): Promise<void> {
    await this.press('Control+k');
    await this.type(words);
    await this.press('Enter');
    await this.page.waitForTimeout(150);
  }
}

const formOf = (page: Page): Promise<FormDefinition> =>
  page.evaluate(
    () =>
      (document.querySelector('mydata-form-builder') as unknown as { document: { form: FormDefinition } }).document
        .form,
  );
const fieldsOf = async (page: Page): Promise<readonly Field[]> =>
  (await formOf(page)).steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));

const english: Readonly<Record<string, string>> = {
  使用日期: 'Date of use',
  使用目的: 'Purpose',
  場地: 'Room',
  大禮堂: 'Great hall',
  會議室: 'Meeting room',
  舞台設備: 'Stage equipment',
  工作人員: 'Staff on site',
  姓名: 'Name',
  手機: 'Mobile phone',
  通訊地址: 'Postal address',
  人數: 'Number of people',
};

test('a form of eight questions and more is built, translated, described, sent, approved and published by keys', async () => {
  const designer = await signedIn(kit, 'designer', '/builder');
  const { page } = designer;
  const keys = new Keys(page);
  await page
    .getByRole('link', { name: /急難救助/ })
    .first()
    .waitFor();
  await assertWalkable(page, 'the list of forms');
  await page.reload();
  await page
    .getByRole('link', { name: /急難救助/ })
    .first()
    .waitFor();
  await keys.button(/^新增|新表單/);
  await page.locator('mydata-builder-forms dialog[open]').waitFor();
  for (const text of ['社區活動中心借用', 'Borrow the community hall']) {
    await keys.type(text);
    await keys.press('Tab');
  }
  if ((await keys.at()).tag === 'select') await keys.press('Tab');
  await keys.type('community-hall');
  await keys.press('Enter');
  await page.waitForURL('**/builder/community-hall');
  await page.locator('mydata-builder-canvas').waitFor();

  // The skip link leads into the form, and Tab from there to its controls.
  await keys.press('Tab');
  assert.match((await keys.at()).name, /跳到主要內容/);
  await keys.press('Enter');
  assert.equal((await keys.at()).host, 'mydata-builder-canvas');

  // Official data.
  await keys.command('從 個人戶籍');
  await page.locator('mydata-builder-choose-fields dialog[open]').waitFor();
  await keys.press('Enter');
  await page.waitForTimeout(200);

  // Own questions, several at once; then options, a group and its questions, one by one.
  await keys.press('Alt+l');
  await keys.type('使用日期*\n使用目的*\n場地*：大禮堂／會議室\n舞台設備\n人數\n通訊地址');
  await keys.press('Control+Enter');
  await keys.command('新增題目：重複群組');
  await keys.type('工作人員');
  await keys.press('Enter');
  await keys.press('Alt+l');
  await keys.type('姓名\n手機');
  await keys.press('Control+Enter');

  // Asked only for the great hall.
  await keys.command('前往「舞台設備');
  await keys.press('Alt+i');
  await keys.type('大禮堂');
  await keys.press('Enter');
  // Another place for it.
  await keys.command('前往「人數');
  await keys.press('Alt+m');
  await keys.type('「使用日期」前面');
  await keys.press('Enter');

  // Filled from the official address, from the tree.
  await keys.command('前往「通訊地址');
  await keys.press('/');
  await keys.type('個人戶籍資料 戶籍地址');
  await keys.press('ArrowDown');
  const leads = (await keys.at()).name;
  if (!/戶籍地址/.test(leads.split('例')[0] ?? '')) await keys.press('ArrowDown');
  await keys.press('Shift+Enter');
  await page.waitForTimeout(150);

  const fields = await fieldsOf(page);
  const named = (zh: string): Field => fields.find(({ label }) => label['zh-Hant'] === zh)!;
  assert.ok(fields.length >= 8, fields.map(({ label }) => label['zh-Hant']).join());
  assert.ok(new Set(fields.map(({ type }) => type)).size >= 5);
  assert.ok(named('舞台設備').show, 'a condition');
  assert.ok(named('通訊地址').fill, `a mapped question; the tree was at ${leads}`);
  const group = named('工作人員');
  assert.equal(group.type === 'group' && group.fields.length, 2);
  const order = fields.map(({ label }) => label['zh-Hant']);
  assert.equal(order.indexOf('人數'), order.indexOf('使用日期') - 1, order.join());

  // What blocks, one after the other: 前往 leads to each.
  await keys.command('前往「發布');
  const blocks = page.locator('mydata-builder-publish ul.blocks li');
  const settled = async (): Promise<void> => {
    await page.locator('mydata-builder-publish .sum.bad, mydata-builder-publish .sum.good').first().waitFor();
    await page.waitForTimeout(300);
  };
  await settled();
  for (let turns = 0; turns < 40 && (await blocks.count()); turns += 1) {
    const text = (await blocks.first().innerText()).replace(/\s+/g, ' ');
    await keys.button(/^前往/);
    await page.waitForTimeout(150);
    const at = await keys.at();
    const missing = /「([^」]*)」還沒有英文/.exec(text)?.[1];
    if (missing !== undefined && at.host === 'mydata-builder-canvas') {
      // The card has the focus, the settings are one key away.
      await keys.press('F6');
      let before = await keys.at();
      await keys.to((now) => {
        const found = now.lang === 'en' && !now.value && before.value === missing;
        before = now;
        return found;
      }, `English of ${missing}`);
      await keys.type(english[missing] ?? `${missing} (en)`);
      await keys.command('前往「發布');
    } else if (/特定目的代碼/.test(text)) {
      await keys.to(({ tag, name }) => tag === 'input' && /代碼/.test(name), 'code');
      await keys.type('057');
      await keys.press('Enter');
    } else if (/電話/.test(text)) await keys.type('05-3620123');
    else {
      assert.equal(at.tag === 'input' || at.tag === 'textarea', true, `${text} led to ${at.tag} ${at.name}`);
      for (let pairs = 0; pairs < (/紙本證明/.test(text) ? 2 : 1); pairs += 1)
        for (const words of ['依社區活動中心管理辦法辦理', 'By the rules of the hall']) {
          await keys.type(words);
          await keys.press('Tab');
        }
    }
    await page.waitForTimeout(1700);
    await settled();
  }
  assert.equal(await blocks.count(), 0, (await blocks.allInnerTexts()).join('\n'));
  await keys.to(({ tag, name }) => tag === 'textarea' && /說明/.test(name), 'notes');
  await keys.type('新的服務。');
  await keys.button(/^送核|^送出/);
  await page.locator('mydata-builder-publish', { hasText: '等待核定' }).waitFor();
  for (const name of ['審閱', '發布', '版本', '保留的內容']) {
    await keys.command(`前往「${name}`);
    await page.waitForTimeout(500);
    await assertWalkable(page, name);
  }
  assert.deepEqual(designer.problems, []);

  const approver = await signedIn(kit, 'approver', '/builder/community-hall?view=review');
  const hands = new Keys(approver.page);
  await approver.page.getByRole('button', { name: '核定這次修改' }).waitFor();
  await hands.button(/^核定這次修改/);
  await approver.page.getByText('已核定，已通知發布人員。').first().waitFor();

  const publisher = await signedIn(kit, 'publisher', '/builder/community-hall?view=publish');
  const last = new Keys(publisher.page);
  await publisher.page.locator('mydata-builder-publish', { hasText: '檢查都通過了' }).waitFor();
  await last.to(({ tag, name }) => tag === 'textarea' && /改了什麼/.test(name), 'what was changed');
  await last.type('新的服務。');
  await last.button(/^發布新版本/);
  await publisher.page.locator('mydata-builder-publish', { hasText: /第 1 版/ }).waitFor();
  assert.deepEqual([...approver.problems, ...publisher.problems], []);
});
