/** The builder under the keys of somebody without a pointer: every view, every way to a question, every shortcut. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { builderPage, type BuilderPage } from './builder-page.ts';
import { assertWalkable } from './tab-walk.ts';

let site: BuilderPage;
before(async () => {
  site = await builderPage();
});
after(() => site.stop());

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(50);
  }
};
const type = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.insertText(text);
  await page.waitForTimeout(60);
};
/** By the command palette to one of the views. */
const show = async (page: Page, view: string): Promise<void> => {
  await press(page, 'Control+k');
  await type(page, `前往「${view}`);
  await press(page, 'Enter');
};

/** What has the focus, what is selected, and of what the settings tell: they must be one. */
const state = (page: Page): Promise<{ focus: string; ref: string; selected: string; settings: string }> =>
  page.evaluate(`(() => {
    let node = document.activeElement;
    while (node && node.shadowRoot && node.shadowRoot.activeElement) node = node.shadowRoot.activeElement;
    const builder = document.querySelector('mydata-form-builder');
    const panel = builder.shadowRoot.querySelector('mydata-builder-properties');
    const id = panel && panel.shadowRoot.querySelector('input.id');
    const part = node && node.closest('[data-ref]');
    return {
      focus: node ? node.localName + (node.id ? '#' + node.id : '') : '',
      ref: part ? part.dataset.ref : '',
      selected: builder.builder.session.selected.join(),
      settings: id ? id.value : '',
    };
  })()`);

async function assertOne(page: Page, ref: string, way: string): Promise<void> {
  await page.waitForTimeout(120);
  const now = await state(page);
  assert.deepEqual(
    { ref: now.ref, selected: now.selected, settings: now.settings },
    { ref, selected: ref, settings: ref.split(/[./]/).at(-1) },
    way,
  );
}

test('Tab and Shift+Tab lead through every view and out again, and the focus is seen', async () => {
  const { page, problems } = await site.open('doc=relief');
  const edit = await assertWalkable(page, 'edit');
  for (const panel of ['mydata-form-builder button', 'palette input', 'palette div', 'canvas li', 'properties input'])
    assert.ok(
      edit.reached.some((one) => one.startsWith(panel)),
      `${panel} among ${edit.reached.join(' | ')}`,
    );
  for (const view of ['對應表', '規則', '預覽', '編輯紀錄']) {
    await show(page, view);
    await page.waitForTimeout(200);
    await assertWalkable(page, view);
  }
  assert.deepEqual(problems, []);
});

test('whoever arrives at a question has it selected, in the settings and under the focus, by whichever way', async () => {
  const { page, problems } = await site.open('doc=relief');
  await press(page, 'F6');
  await assertOne(page, 'field/applicantName', 'the first key goes to the form');
  await press(page, 'ArrowDown');
  await assertOne(page, 'field/applicantId', 'arrow');
  await press(page, 'Escape', 'Shift+Tab', 'Tab');
  await assertOne(page, 'field/applicantId', 'Tab back to it after nothing was selected');
  await press(page, 'Control+k');
  await type(page, '前往「電子郵件');
  await press(page, 'Enter');
  await assertOne(page, 'field/email', 'command palette');

  // By the table, then typed into the settings: the words are those of the question that was gone to.
  await show(page, '對應表');
  await page.locator('mydata-builder-mapping button.name', { hasText: '婚姻狀況' }).first().focus();
  await press(page, 'Enter');
  await assertOne(page, 'field/maritalStatus', 'mapping');
  await press(page, 'F6');
  await press(page, 'Tab');
  await press(page, 'Control+a');
  await type(page, 'Marital status now');
  const label = await page.evaluate(
    () =>
      JSON.stringify(
        (document.querySelector('mydata-form-builder') as unknown as { document: { form: unknown } }).document.form,
      ).match(/"en":"Marital status now"/g)?.length,
  );
  assert.equal(label, 1);
  assert.equal((await state(page)).selected, 'field/maritalStatus');

  await show(page, '規則');
  await page.locator('mydata-builder-rules button.name').first().focus();
  await press(page, 'Enter');
  const ruled = await state(page);
  await assertOne(page, ruled.selected, 'rules');

  // An event is all that problems, review and changes send.
  await show(page, '編輯紀錄');
  await page.evaluate(() => {
    const panel = document.querySelector('mydata-form-builder')!.shadowRoot!.querySelector('mydata-builder-history')!;
    panel.dispatchEvent(
      new CustomEvent('mydata-part-chosen', { detail: { ref: 'field/email' }, bubbles: true, composed: true }),
    );
  });
  await assertOne(page, 'field/email', 'whatever names a part');

  await press(page, 'Control+d');
  const copy = await state(page);
  assert.notEqual(copy.selected, 'field/email');
  await assertOne(page, copy.selected, 'duplicate');
  await press(page, 'Delete');
  const next = await state(page);
  await assertOne(page, next.selected, 'delete');
  await press(page, 'Control+z');
  await assertOne(page, copy.selected, 'undo');
  await press(page, 'Alt+ArrowUp');
  await assertOne(page, copy.selected, 'moved');
  assert.deepEqual(problems, []);
});

test('a number that is still being typed goes to the question that it was typed for', async () => {
  const { page, problems } = await site.open('doc=none');
  await press(page, 'Alt+l');
  await type(page, '第一題\n第二題');
  await press(page, 'Control+Enter');
  await page.waitForTimeout(100);
  await press(page, 'Home', 'ArrowDown', 'ArrowDown');
  await page.locator('mydata-builder-properties input[type=number]').first().focus();
  await page.keyboard.type('3');
  // Nobody has left the input yet.
  await page.evaluate(() => {
    const { session } = (
      document.querySelector('mydata-form-builder') as unknown as {
        builder: { session: { select(refs: readonly string[]): void; document: unknown } };
      }
    ).builder;
    session.select(['field/question2']);
  });
  const least = (): Promise<readonly (number | undefined)[]> =>
    page.evaluate(() =>
      (
        document.querySelector('mydata-form-builder') as unknown as {
          document: { form: { steps: { sections: { fields: { minLength?: number }[] }[] }[] } };
        }
      ).document.form.steps[0]!.sections[0]!.fields.map(({ minLength }) => minLength),
    );
  assert.deepEqual(await least(), [3, undefined]);
  await page.locator('mydata-builder-properties input[type=number]').first().focus();
  await page.keyboard.type('5');
  await press(page, 'Control+z');
  assert.deepEqual(await least(), [3, undefined], 'what was typed is what is taken back');
  await press(page, 'Control+y');
  assert.deepEqual(await least(), [3, 5]);
  assert.deepEqual(problems, []);
});

test('keys hold wherever the focus is, and not where a letter is text', async () => {
  const { page, problems } = await site.open('doc=relief');
  const open = (tag: string): Promise<boolean> =>
    page
      .locator(`${tag} dialog[open]`)
      .count()
      .then((n) => n > 0);
  const places: readonly [string, () => Promise<void>][] = [
    ['the page', () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())],
    ['the toolbar', () => page.getByRole('button', { name: '對應線' }).focus()],
    ['the datasets', () => page.locator('mydata-builder-palette [role=treeitem]').first().focus()],
    ['a card', () => page.locator('mydata-builder-canvas .card').first().focus()],
    ['a box of the settings', () => page.locator('mydata-builder-properties input[type=checkbox]').first().focus()],
  ];
  for (const [place, go] of places) {
    for (const [key, tag] of [
      ['Control+k', 'mydata-builder-commands'],
      ['Alt+l', 'mydata-builder-quick'],
      ['?', 'mydata-builder-keys'],
    ] as const) {
      await go();
      const before = await state(page);
      await press(page, key);
      assert.ok(await open(tag), `${key} from ${place}`);
      await press(page, 'Escape');
      assert.ok(!(await open(tag)), `Escape after ${key} from ${place}`);
      assert.equal((await state(page)).focus, before.focus, `the focus is back at ${place} after ${key}`);
    }
  }
  const typed = page.locator('mydata-builder-properties input[lang=en]').first();
  await page.locator('mydata-builder-canvas .card').first().focus();
  for (const box of [typed, page.locator('mydata-builder-palette input[type=search]')]) {
    await box.focus();
    await press(page, 'End', '?', '/');
    assert.match(await box.inputValue(), /\?\/$/);
    assert.ok(!(await open('mydata-builder-keys')));
    await press(page, 'Alt+l');
    assert.ok(await open('mydata-builder-quick'), 'Alt types nothing');
    await press(page, 'Escape');
  }
  // A search is taken back by the browser, the form is not touched.
  const done = (): Promise<number> =>
    page.evaluate(
      () =>
        (document.querySelector('mydata-form-builder') as unknown as { history: { done: unknown[] } }).history.done
          .length,
    );
  const before = await done();
  await press(page, 'Control+z');
  assert.equal(await done(), before);
  assert.deepEqual(problems, []);
});

test('the list of keys says what holds', async () => {
  const { page, problems } = await site.open('doc=relief');
  await press(page, '?');
  const said = await page.locator('mydata-builder-keys kbd').allInnerTexts();
  for (const key of ['Ctrl+K', 'Alt+L', 'Alt+P', 'Alt+M', 'Alt+I', 'F6', 'Shift+F6', '?', '/', 'Ctrl+Z', 'Delete'])
    assert.ok(said.includes(key), `${key} among ${said.join(' ')}`);
  await press(page, 'Escape');
  // Round all panels, from each view.
  for (const view of ['編輯', '對應表', '規則', '預覽', '編輯紀錄']) {
    await show(page, view);
    const seen = new Set<string>();
    for (let n = 0; n < 4; n += 1) {
      await press(page, 'F6');
      seen.add(
        await page.evaluate(
          () => (document.querySelector('mydata-form-builder')!.shadowRoot!.activeElement as HTMLElement).localName,
        ),
      );
    }
    assert.equal(seen.size, view === '編輯' ? 4 : 2, `${view}: ${[...seen].join()}`);
  }
  assert.deepEqual(problems, []);
});
