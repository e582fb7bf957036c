import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-choice.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldChoice } from './choice-field.ts';

const field = {
  type: 'choice',
  id: 'cause',
  label: { 'zh-Hant': '事由', en: 'Cause' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  as: 'checkboxes',
  options: [
    {
      value: 'illness',
      label: { 'zh-Hant': '重病', en: 'Illness' },
      hint: { 'zh-Hant': '附診斷書', en: 'With a certificate' },
    },
    { value: 'job', label: { 'zh-Hant': '失業', en: 'Unemployment' } },
    { value: 'fire', label: { 'zh-Hant': '火災', en: 'Fire' } },
  ],
} as const;

createFieldTests({
  tag: 'mydata-field-choice',
  field,
  value: ['illness', 'fire'],
  other: ['job'],
  answer: (element) => {
    for (const box of element.renderRoot.querySelectorAll<HTMLInputElement>('[value=fire],[value=illness]'))
      box.click();
  },
  sent: ['illness', 'fire'],
  shown: '重病、火災',
});

const radio = { ...field, as: 'radio' } as const;
const select = { ...field, as: 'select' } as const;
createFieldTests({
  tag: 'mydata-field-choice',
  field: radio,
  value: 'job',
  other: 'fire',
  answer: (element) => element.renderRoot.querySelector<HTMLElement>('[value=job]')!.click(),
  sent: 'job',
  shown: '失業',
});
createFieldTests({
  tag: 'mydata-field-choice',
  field: select,
  value: 'job',
  other: 'fire',
  answer: (element) => type(element, 'select', 'job'),
  sent: 'job',
  shown: '失業',
});

describe('mydata-field-choice', () => {
  it('lets an optional radio be cleared', async () => {
    const element = await fixture<MydataFieldChoice>(
      html`<mydata-field-choice .field=${{ ...radio, required: false }}></mydata-field-choice>`,
    );
    expect(element.renderRoot.querySelector('button')).to.equal(null);
    element.renderRoot.querySelector<HTMLElement>('[value=job]')!.click();
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>('button')!.click();
    await element.updateComplete;
    expect(element.value).to.equal(undefined);
    expect(element.renderRoot.querySelector(':checked')).to.equal(null);
  });
  it('ties the hint of an option to it', async () => {
    const element = await fixture<MydataFieldChoice>(html`<mydata-field-choice .field=${field}></mydata-field-choice>`);
    const box = element.renderRoot.querySelector('[value=illness]')!;
    const ids = box.getAttribute('aria-describedby')!.split(' ');
    expect(element.renderRoot.querySelector(`#${ids[1]}`)!.textContent).to.equal('附診斷書');
  });
});
