import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-declaration.ts';
import { createFieldTests } from '../../testing/field-suite.ts';
import type { MydataFieldDeclaration } from './declaration-field.ts';

const field = {
  type: 'declaration',
  id: 'truth',
  label: { 'zh-Hant': '切結', en: 'Declaration' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  statement: { 'zh-Hant': '以上所填都是真實的。', en: 'All of the above is true.' },
} as const;

createFieldTests({
  tag: 'mydata-field-declaration',
  field,
  value: true,
  other: undefined,
  answer: (element) => element.renderRoot.querySelector('input')!.click(),
  sent: 'true',
  shown: '已閱讀並同意',
});

describe('mydata-field-declaration', () => {
  it('has no answer when it is not ticked', async () => {
    const element = await fixture<MydataFieldDeclaration>(
      html`<mydata-field-declaration .field=${field} .value=${true}></mydata-field-declaration>`,
    );
    element.renderRoot.querySelector('input')!.click();
    expect(element.value).to.equal(undefined);
  });
});
