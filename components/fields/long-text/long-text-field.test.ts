import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-long-text.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldLongText } from './long-text-field.ts';

const field = {
  type: 'long-text',
  id: 'reason',
  label: { 'zh-Hant': '原因', en: 'Reason' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  maxLength: 10,
} as const;

createFieldTests({
  tag: 'mydata-field-long-text',
  field,
  value: '突然失業',
  other: '住院',
  answer: (element) => type(element, '#i', '突然失業'),
  sent: '突然失業',
  shown: '突然失業',
});

describe('mydata-field-long-text', () => {
  it('counts characters, not UTF-16 units, and says when there are too many', async () => {
    const element = await fixture<MydataFieldLongText>(
      html`<mydata-field-long-text .field=${field}></mydata-field-long-text>`,
    );
    const count = () => element.renderRoot.querySelector('#n')!.textContent;
    expect(count()).to.equal('還可以輸入 10 個字');
    type(element, '#i', '𠮷𠮷');
    expect(count()).to.equal('還可以輸入 8 個字');
    type(element, '#i', '一二三四五六七八九十十一');
    expect(count()).to.equal('超過 2 個字，請刪減');
    expect(element.value).to.equal('一二三四五六七八九十十一');
    element.value = undefined;
    await element.updateComplete;
    expect(count()).to.equal('還可以輸入 10 個字');
  });
});
