import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-text.ts';
import { createFieldTests, officialOf, type } from '../../testing/field-suite.ts';
import type { MydataFieldText } from './text-field.ts';

const field = {
  type: 'text',
  id: 'name',
  label: { 'zh-Hant': '姓名', en: 'Name' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  autocomplete: 'name',
} as const;

createFieldTests({
  tag: 'mydata-field-text',
  field,
  value: '王小明',
  other: '陳大華',
  answer: (element) => type(element, '#i', ' 王小明 '),
  sent: '王小明',
  shown: '王小明',
});

describe('mydata-field-text', () => {
  const mount = () => fixture<MydataFieldText>(html`<mydata-field-text .field=${field}></mydata-field-text>`);

  it('gives the browser its autofill token and a name of its own on the native input', async () => {
    const { autocomplete, name } = (await mount()).renderRoot.querySelector('input')!;
    expect([autocomplete, name]).to.deep.equal(['name', 'name']);
  });
  it('takes what autofill puts in as an answer', async () => {
    const element = await mount();
    const input = element.renderRoot.querySelector('input')!;
    input.value = '王小明';
    // Chrome tells it without a key, on an input that may never have had the focus.
    for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
    expect(element.value).to.equal('王小明');
  });
  it('leaves the sending to whoever manages the form', async () => {
    const form = await fixture<HTMLFormElement>(html`<form data-managed></form>`);
    const element = await mount();
    form.append(element);
    type(element, '#i', '王小明');
    expect(element.form).to.equal(form);
    expect([...new FormData(form)]).to.deep.equal([]);
  });
  it('reads what fits the pattern of its author but for case, width, blanks and dashes', async () => {
    const element = await mount();
    for (const [pattern, typed, read] of [
      ['[A-Z][0-9]{7}', 'q1020304', 'Q1020304'],
      ['[A-Z][0-9]{7}', 'Ｑ１０２０-３０４', 'Q1020304'],
      ['[0-9A-Z-]+', 'ab—12', 'AB-12'],
      ['[0-9A-Za-z-]+', 'ab-12', 'ab-12'],
      ['[甲乙]第 \\d', '甲第　１', '甲第 1'],
      ['[0-9]+', '1-5', '1-5'],
      ['[0-9]{1,2}', '1-5', '1-5'],
      ['[0-9]+', '1234-5678', '12345678'],
      ['[A-Z]{2}', '王 ', '王'],
      ['[A-Z', 'a', 'a'],
    ] as const) {
      element.field = { ...field, pattern };
      type(element, '#i', typed);
      expect(element.value, pattern).to.equal(read);
    }
  });
  it('has no answer when only blanks are typed', async () => {
    const element = await mount();
    type(element, '#i', '   ');
    expect(element.value).to.equal(undefined);
  });
  it('does not touch the input while the caret is in it', async () => {
    const element = await mount();
    const input = element.renderRoot.querySelector('input')!;
    input.value = '王 ';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    element.error = '錯';
    await element.updateComplete;
    expect(input.value).to.equal('王 ');
    expect(element.value).to.equal('王');
  });
  it('takes a new definition', async () => {
    const element = await mount();
    element.field = { ...field, autocomplete: undefined, label: { 'zh-Hant': '別名', en: 'Alias' } };
    await element.updateComplete;
    expect(element.renderRoot.querySelector('input')!.hasAttribute('autocomplete')).to.equal(false);
    expect(element.renderRoot.textContent).to.contain('別名');
  });
  it('stays empty when the resident emptied an official value, even when that is told again', async () => {
    const element = await mount();
    element.official = officialOf('editable', '王小明');
    await element.updateComplete;
    type(element, '#i', '');
    element.official = officialOf('editable', '王小明');
    await element.updateComplete;
    expect(element.value).to.equal(undefined);
    expect(element.renderRoot.querySelector('input')!.value).to.equal('');
    expect(element.renderRoot.textContent).to.contain('官方資料為：王小明');
  });
  it('tells a form that validates by itself at once', async () => {
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    const element = await mount();
    form.append(element);
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    element.value = '王小明';
    expect(form.checkValidity()).to.equal(true);
    type(element, '#i', '');
    expect(form.checkValidity()).to.equal(false);
  });
});
