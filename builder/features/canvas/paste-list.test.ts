import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import type { ChoiceField } from '#schemas/form/definition.ts';
import { addQuestion } from '../../commands/add-question.ts';
import { setProperty } from '../../commands/set-property.ts';
import type { Json } from '../../model/json.ts';
import { findField, type Ref } from '../../model/locate.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';

const ref: Ref = 'field/question1';
const deepActive = (): HTMLInputElement => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node as HTMLInputElement;
};
const settle = async (): Promise<void> => {
  for (let n = 0; n < 6; n += 1) await nextFrame();
};
const pasteText = async (input: HTMLInputElement, text: string): Promise<boolean> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
  input.dispatchEvent(event);
  await settle();
  return event.defaultPrevented;
};

const open = async (...labels: string[]) => {
  const element = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder .document=${reliefDocument} .catalogue=${palette}></mydata-form-builder>`,
  );
  const { run, session } = element.builder!;
  run(addQuestion, { type: 'choice', to: { parent: 'section/contact', index: 0 } });
  const options = labels.map((label, n) => ({ value: `v${n}`, label: { 'zh-Hant': label, en: '' } }));
  if (labels.length) run(setProperty, { of: ref, key: 'options', value: options as unknown as Json });
  session.select([ref]);
  await settle();
  const read = (): string[] =>
    (findField(element.document!, ref)!.part as ChoiceField).options.map(({ label }) => label['zh-Hant']);
  return { element, session, read, root: (tag: string) => element.shadowRoot!.querySelector(tag)!.shadowRoot! };
};

/** The editor of an option on the canvas, by the keys that lead to it. */
const editOption = async (element: MydataFormBuilder, nth: number): Promise<HTMLInputElement> => {
  await element.shadowRoot!.querySelector('mydata-builder-canvas')!.focusOn(ref);
  element.shadowRoot!.querySelector('mydata-builder-canvas')!.edit(ref);
  await settle();
  for (let n = 0; n < nth + 2; n += 1) {
    await sendKeys({ press: 'Tab' });
    await settle();
  }
  return deepActive();
};

it('adds a pasted list behind the option that is edited, to be undone at once', async () => {
  const { element, session, read } = await open('是', '否', '不知道');
  const input = await editOption(element, 1);
  expect(input.value).to.equal('否');
  const steps = session.history.done.length;
  await pasteText(input, '1. 甲\r\n2. 乙\r\n\r\n');
  expect(read()).to.deep.equal(['是', '否', '甲', '乙', '不知道']);
  expect(session.history.done.length).to.equal(steps + 1);
  expect(deepActive().value).to.equal('乙');
  session.undo();
  expect(read()).to.deep.equal(['是', '否', '不知道']);
});

it('takes one line as text, and tells doubles where it can be read', async () => {
  const { element, read } = await open('是', '否');
  const input = await editOption(element, 0);
  expect(await pasteText(input, '同意')).to.equal(false);
  await pasteText(input, '否\n甲');
  expect(read()).to.deep.equal(['是', '甲', '否']);
  const told = element.shadowRoot!.querySelector<HTMLElement>('.refused')!;
  expect(told.hidden).to.equal(false);
  expect(told.textContent).to.contain('「否」已經有了');
});

it('does the same in the settings, and fills the English line by line', async () => {
  const { read, root, element } = await open('是', '否');
  const inputs = () => [...root('mydata-builder-properties').querySelectorAll<HTMLInputElement>('.options input')];
  await pasteText(inputs()[0]!, '甲\n乙');
  expect(read()).to.deep.equal(['是', '甲', '乙', '否']);
  const english = inputs().filter(({ lang }) => lang === 'en');
  await pasteText(english[0]!, 'Yes\nA\nB\nNo');
  const { options } = findField(element.document!, ref)!.part as ChoiceField;
  expect(options.map(({ label }) => label.en)).to.deep.equal(['Yes', 'A', 'B', 'No']);
});

it('keeps lines apart where only one fits', async () => {
  const { element, root } = await open();
  const label = root('mydata-builder-properties').querySelector<HTMLInputElement>('input[lang=zh-Hant]')!;
  label.focus();
  label.select();
  await pasteText(label, '申請人\r\n姓名\n');
  expect(findField(element.document!, ref)!.part.label['zh-Hant']).to.equal('申請人 姓名');
});
