import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import { noDocument, reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import { writeDocument } from '../../model/document.ts';
import { partsOf } from '../../model/locate.ts';
import type { MydataFormBuilder } from './form-builder.ts';

const open = async (document = reliefDocument): Promise<MydataFormBuilder> => {
  const element = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder
      style="block-size: 880px"
      .document=${document}
      .catalogue=${palette}
    ></mydata-form-builder>`,
  );
  await element.updateComplete;
  // What is in view gets its real size within two frames.
  await nextFrame();
  await nextFrame();
  return element;
};

const part = (element: Element, tag: string): ShadowRoot => element.shadowRoot!.querySelector(tag)!.shadowRoot!;
const canvas = (element: Element) => part(element, 'mydata-builder-canvas');
const card = (element: Element, id: string) => canvas(element).querySelector<HTMLElement>(`[data-ref="field/${id}"]`)!;
const middle = (node: Element): [number, number] => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + Math.min(width / 2, 60)), Math.round(top + height / 2)];
};
const fieldsOf = (element: MydataFormBuilder): string[] =>
  [...partsOf(element.document!).keys()].filter((ref) => ref.startsWith('field/')).map((ref) => ref.slice(6));

const chord = async (held: string, key: string): Promise<void> => {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
};

before(async () => setViewport({ width: 1280, height: 900 }));
after(async () => setViewport({ width: 800, height: 600 }));
afterEach(async () => resetMouse());

it('draws every step, section and question with the real field elements', async () => {
  const element = await open();
  const ids = fieldsOf(element);
  expect(canvas(element).querySelectorAll('.card')).to.have.length(ids.length);
  expect(card(element, 'applicantName').querySelector('mydata-field-text')).to.exist;
  expect(card(element, 'applicantName').textContent).to.contain('由「個人戶籍資料」帶入');
});

it('moves a question with the mouse, and back by undo, byte for byte', async () => {
  const element = await open();
  const before = writeDocument(element.document!);
  const grip = card(element, 'applicantName').querySelector('.grip')!;
  await sendMouse({ type: 'move', position: middle(grip) });
  await sendMouse({ type: 'down' });
  const below = card(element, 'applicantBirthDate').getBoundingClientRect();
  await sendMouse({ type: 'move', position: [middle(grip)[0] + 30, Math.round(below.bottom - 4)] });
  await sendMouse({ type: 'up' });
  expect(fieldsOf(element).slice(0, 3)).to.deep.equal(['applicantId', 'applicantBirthDate', 'applicantName']);
  await chord('Control', 'z');
  expect(writeDocument(element.document!)).to.equal(before);
});

it('Escape leaves everything as it was', async () => {
  const element = await open();
  const before = writeDocument(element.document!);
  const grip = card(element, 'applicantName').querySelector('.grip')!;
  await sendMouse({ type: 'move', position: middle(grip) });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [middle(grip)[0], middle(grip)[1] + 180] });
  await sendKeys({ press: 'Escape' });
  await sendMouse({ type: 'up' });
  expect(writeDocument(element.document!)).to.equal(before);
});

it('a field of a dataset dropped on the canvas is a question; on a question it fills it', async () => {
  const element = await open(noDocument);
  const root = part(element, 'mydata-builder-palette');
  const search = root.querySelector<HTMLInputElement>('input[type=search]')!;
  search.value = '個人戶籍資料 姓名';
  search.dispatchEvent(new InputEvent('input'));
  await nextFrame();
  const row = root.querySelector('.field .sample')!;
  const empty = canvas(element).querySelector('.fields')!;
  await sendMouse({ type: 'move', position: middle(row) });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: middle(empty) });
  await sendMouse({ type: 'up' });
  const [id] = fieldsOf(element);
  expect(id).to.equal('personName');
  const question = element.document!.form.steps[0]!.sections[0]!.fields[0]!;
  expect(question.fill?.from).to.deep.equal([{ dataset: 'API.7QovE2Gev6', path: '$.person_name' }]);
  expect(element.document!.service.datasets).to.deep.equal(['API.7QovE2Gev6']);
});

it('from the keyboard: arrows lead through the form, Alt with arrows moves, Enter edits the label in place', async () => {
  const element = await open();
  card(element, 'applicantName').focus();
  await chord('Alt', 'ArrowDown');
  await nextFrame();
  expect(fieldsOf(element).slice(0, 2)).to.deep.equal(['applicantId', 'applicantName']);
  expect(canvas(element).activeElement).to.equal(card(element, 'applicantName'));
  await sendKeys({ press: 'Enter' });
  await chord('Control', 'a');
  await sendKeys({ type: '申請人全名' });
  await sendKeys({ press: 'Enter' });
  await nextFrame();
  const field = element.document!.form.steps[0]!.sections[0]!.fields[1]!;
  expect(field.label['zh-Hant']).to.equal('申請人全名');
  expect(element.history!.done).to.have.length(2);
  await sendKeys({ press: 'ArrowUp' });
  await nextFrame();
  expect(canvas(element).activeElement).to.equal(card(element, 'applicantId'));
});

it('says why something can not be removed, and leaves it', async () => {
  const element = await open();
  card(element, 'maritalStatus').focus();
  await sendKeys({ press: 'Delete' });
  await nextFrame();
  expect(element.shadowRoot!.querySelector('.refused')!.textContent).to.contain('配偶姓名');
  expect(fieldsOf(element)).to.include('maritalStatus');
});

it('the menu of a part duplicates and removes; Ctrl+K finds anything', async () => {
  const element = await open();
  card(element, 'email').querySelector<HTMLElement>('.menu')!.click();
  await nextFrame();
  const menu = part(element, 'mydata-builder-menu');
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  expect(items[0]).to.equal(menu.activeElement);
  items.find((item) => item.textContent.includes('複製一份'))!.click();
  await nextFrame();
  expect(fieldsOf(element)).to.include('email2');
  await chord('Control', 'k');
  await nextFrame();
  await sendKeys({ type: '新增題目：數字' });
  await sendKeys({ press: 'Enter' });
  await nextFrame();
  const ids = fieldsOf(element);
  expect(ids[ids.indexOf('email2') + 1]).to.equal('question1');
});

it('copies and pastes within and between forms', async () => {
  const element = await open();
  card(element, 'spouseName').focus();
  card(element, 'spouseName').click();
  await chord('Control', 'c');
  await nextFrame();
  const other = await open(noDocument);
  canvas(other).querySelector<HTMLElement>('.section > .title')!.click();
  canvas(other).querySelector<HTMLElement>('.section > .title')!.focus();
  await chord('Control', 'v');
  await nextFrame();
  await nextFrame();
  const [pasted] = other.document!.form.steps[0]!.sections[0]!.fields;
  expect(pasted?.id).to.equal('spouseName');
  // What it depended on is not here.
  expect(pasted?.show).to.equal(undefined);
});

it('is accessible', async () => {
  const element = await open();
  await expect(element).to.be.accessible();
});

it('F6 leads back to the tab that was open, and Ctrl+K offers every type there', async () => {
  const element = await open();
  canvas(element).querySelector<HTMLElement>('[data-ref="field/applicantName"]')!.focus();
  const palettePanel = part(element, 'mydata-builder-palette');
  palettePanel.querySelector<HTMLElement>('#tab-types')!.click();
  await nextFrame();
  await sendKeys({ press: 'F6' });
  for (let presses = 0; presses < 4 && !palettePanel.activeElement; presses += 1) {
    await sendKeys({ press: 'F6' });
    await nextFrame();
  }
  expect(palettePanel.querySelector('#tab-types')!.getAttribute('aria-selected')).to.equal('true');
  expect(palettePanel.activeElement?.textContent.trim()).to.equal('單行文字');
  const offered = [...palettePanel.querySelectorAll('.types .item')].map((one) => one.textContent.trim());
  for (const name of offered) {
    await chord('Control', 'k');
    const dialog = part(element, 'mydata-builder-commands');
    const input = dialog.querySelector('input')!;
    input.value = `新增題目：${name}`;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await nextFrame();
    expect(dialog.querySelector('[role=option]')?.textContent, name).to.contain(name);
    await sendKeys({ press: 'Escape' });
  }
});

it('says a condition that was chosen from the keyboard, and why there is none to choose', async () => {
  const element = await open();
  const commands = part(element, 'mydata-builder-commands');
  const [first = '', second = ''] = fieldsOf(element);
  card(element, first).click();
  card(element, first).focus();
  await chord('Alt', 'i');
  await nextFrame();
  expect(commands.querySelector('.none')?.textContent).to.contain('前面還沒有可以用來判斷的題目');
  await sendKeys({ press: 'Escape' });
  card(element, second).click();
  card(element, second).focus();
  await chord('Alt', 'i');
  await nextFrame();
  await sendKeys({ press: 'Enter' });
  await nextFrame();
  expect(element.shadowRoot!.querySelector('.announcer')?.textContent).to.contain('顯示條件');
});
