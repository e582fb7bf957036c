/**
 * A service of twenty questions built with the mouse, and again from the keyboard alone: twelve filled from three datasets
 * (one of them a repeating group), eight of its own, two conditions, two steps. Actions are counted: a drag, a click, a key or
 * chord, a typed text (a line, where several are typed) are one each. Minutes are estimated, one pause of a person each.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { builderPage, type BuilderPage } from './builder-page.ts';

let site: BuilderPage;
before(async () => {
  site = await builderPage();
});
after(() => site.stop());

/** Seconds that a practised person takes for one of each, in the manner of the keystroke-level model. */
const seconds = { drag: 3, click: 2, key: 0.8, typed: 4 } as const;

class Hands {
  readonly counts = { drag: 0, click: 0, key: 0, typed: 0 };
  readonly #start = performance.now();
  constructor(readonly page: Page) {}

  async click(target: Locator): Promise<void> {
    this.counts.click += 1;
    await target.click();
  }
  async press(key: string): Promise<void> {
    this.counts.key += 1;
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(60);
  }
  async type(text: string): Promise<void> {
    this.counts.typed += text.split('\n').length;
    await this.page.keyboard.insertText(text);
    await this.page.waitForTimeout(60);
  }
  async drag(from: Locator, to: Locator, at: 'top' | 'bottom' = 'bottom'): Promise<void> {
    this.counts.drag += 1;
    await to.scrollIntoViewIfNeeded();
    await from.scrollIntoViewIfNeeded();
    const [a, b] = [await from.boundingBox(), await to.boundingBox()];
    assert.ok(a && b, 'both ends of a drag are there');
    const { mouse } = this.page;
    const y = at === 'bottom' ? Math.min(b.y + b.height - 3, 820) : b.y + 3;
    await mouse.move(a.x + 40, a.y + 12);
    await mouse.down();
    await mouse.move(a.x + 60, a.y + 20, { steps: 2 });
    await mouse.move(b.x + b.width / 2, y, { steps: 4 });
    await mouse.up();
    await this.page.waitForTimeout(80);
  }
  report(way: string): number {
    const actions = Object.values(this.counts).reduce((sum, one) => sum + one, 0);
    const minutes =
      Object.entries(this.counts).reduce((sum, [kind, n]) => sum + n * seconds[kind as keyof typeof seconds], 0) / 60;
    const machine = (performance.now() - this.#start) / 1000;
    console.log(
      `${way}: ${actions} actions (${JSON.stringify(this.counts)}), about ${minutes.toFixed(1)} minutes for a person; the page itself took ${machine.toFixed(1)} s`,
    );
    assert.ok(actions < 40, `${actions} actions`);
    assert.ok(minutes < 5, `${minutes} minutes`);
    return actions;
  }
}

const formOf = (page: Page): Promise<FormDefinition> =>
  page.evaluate(
    () =>
      (document.querySelector('mydata-form-builder') as unknown as { document: { form: FormDefinition } }).document
        .form,
  );

function check(form: FormDefinition): void {
  const fields = form.steps.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const all = fields.flatMap((field): Field[] => (field.type === 'group' ? [field, ...field.fields] : [field]));
  const mapped = all.filter((field) => field.fill || (field.type === 'group' && field.rows));
  const datasets = new Set(
    all
      .flatMap((field) => [...(field.fill?.from ?? []), ...(field.type === 'group' ? (field.rows?.from ?? []) : [])])
      .map(({ dataset }) => dataset),
  );
  const own = all.filter((field) => !mapped.includes(field));
  assert.equal(form.steps.length, 2);
  assert.equal(datasets.size, 3);
  assert.ok(
    fields.some(({ type }) => type === 'group'),
    'a repeating group',
  );
  assert.ok(mapped.length >= 12, `${mapped.length} mapped`);
  assert.equal(own.length, 8, own.map(({ label }) => label['zh-Hant']).join());
  assert.ok(new Set(own.map(({ type }) => type)).size >= 5, 'of several types');
  assert.equal(all.filter(({ show }) => show).length, 2);
  assert.ok(mapped.length + own.length >= 20);
}

const lines = [
  '申請原因',
  '聯絡電話',
  '電子郵件',
  '領取方式：匯款／支票',
  '撥款帳戶',
  '是否領有其他補助',
  '其他補助說明',
  '上傳證明文件',
].join('\n');

test('with the mouse', async () => {
  const { page, problems } = await site.open('doc=none');
  const hands = new Hands(page);
  const dataset = (name: string) => page.locator('mydata-builder-palette .head .name').getByText(name, { exact: true });
  const list = page.locator('mydata-builder-canvas .section .fields').first();
  const dialog = page.locator('mydata-builder-choose-fields dialog');
  for (const [n, name] of ['個人戶籍資料', '現戶全戶戶籍資料', '低收及中低收列冊資料'].entries()) {
    if (n === 2) {
      await hands.click(page.locator('mydata-builder-palette input[type=search]'));
      await hands.type('低收');
    }
    await hands.drag(dataset(name), list);
    await hands.click(dialog.getByRole('button', { name: /^加入/ }));
  }
  await hands.click(page.getByRole('button', { name: '新增步驟' }));
  await hands.type('申請內容');
  await hands.click(page.getByRole('tab', { name: '題型' }));
  await hands.click(page.getByRole('button', { name: '一次新增多題' }));
  await hands.type(lines);
  await hands.click(page.locator('mydata-builder-quick').getByRole('button', { name: /^新增 8 題/ }));
  for (const name of ['撥款帳戶', '其他補助說明']) {
    await hands.click(page.locator('mydata-builder-canvas').getByRole('listitem', { name: new RegExp(`「${name}」`) }));
    await page.getByLabel('什麼時候才問').selectOption('if');
    hands.counts.click += 2;
  }
  check(await formOf(page));
  hands.report('mouse');
  assert.deepEqual(problems, []);
});

test('from the keyboard alone', async () => {
  const { page, problems } = await site.open('doc=none');
  const hands = new Hands(page);
  await page.locator('mydata-builder-canvas .title').first().focus();
  for (const name of ['個人戶籍', '全戶', '低收']) {
    await hands.press('Control+k');
    await hands.type(`從 ${name}`);
    await hands.press('Enter');
    await page.locator('mydata-builder-choose-fields dialog[open]').waitFor();
    await hands.press('Enter');
  }
  await hands.press('Alt+p');
  await hands.type('申請內容');
  await hands.press('Enter');
  await hands.press('Alt+l');
  await hands.type(lines);
  await hands.press('Control+Enter');
  for (const name of ['撥款帳戶', '其他補助說明']) {
    await hands.press('Control+k');
    await hands.type(name);
    await hands.press('Enter');
    await hands.press('Alt+i');
    await hands.press('Enter');
  }
  check(await formOf(page));
  hands.report('keyboard');
  assert.deepEqual(problems, []);
});
