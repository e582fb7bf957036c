import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-email.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldEmail } from './email-field.ts';

const field = {
  type: 'email',
  id: 'email',
  label: { 'zh-Hant': '電子郵件', en: 'E-mail' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  autocomplete: 'email',
} as const;

createFieldTests({
  tag: 'mydata-field-email',
  field,
  value: 'a@example.tw',
  other: 'b@example.tw',
  answer: (element) => type(element, '#i', ' a@example.tw '),
  sent: 'a@example.tw',
  shown: 'a@example.tw',
});

describe('mydata-field-email', () => {
  it('brings the e-mail keyboard and no capitals', async () => {
    const element = await fixture<MydataFieldEmail>(html`<mydata-field-email .field=${field}></mydata-field-email>`);
    const input = element.renderRoot.querySelector('input')!;
    expect([input.type, input.autocapitalize]).to.deep.equal(['email', 'none']);
    type(element, '#i', 'ａ＠example.tw');
    expect(element.value).to.equal('a@example.tw');
  });
});
