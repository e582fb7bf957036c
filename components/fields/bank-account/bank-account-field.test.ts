import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-bank-account.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldBankAccount } from './bank-account-field.ts';

const field = {
  type: 'bank-account',
  id: 'account',
  label: { 'zh-Hant': '撥款帳戶', en: 'Account' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
} as const;

createFieldTests({
  tag: 'mydata-field-bank-account',
  field,
  value: { institution: '700', account: '00511230123456', holder: '王小明' },
  other: { institution: '004', branch: '0123', account: '123456789012', holder: '王小明' },
  answer: async (element) => {
    type(element, '#institution', '７００');
    await element.updateComplete;
    type(element, '#account', '0051123-0123456');
    type(element, '#holder', '王小明');
  },
  sent: JSON.stringify({ institution: '700', account: '00511230123456', holder: '王小明' }),
  shown: '700 中華郵政 00511230123456 王小明',
});

describe('mydata-field-bank-account', () => {
  it('says the name of the bank, and asks no branch of the post office', async () => {
    const element = await fixture<MydataFieldBankAccount>(
      html`<mydata-field-bank-account .field=${field}></mydata-field-bank-account>`,
    );
    type(element, '#institution', '004');
    type(element, '#branch', '0123');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).to.equal('臺灣銀行');
    type(element, '#institution', '700');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('#branch')).to.equal(null);
    expect(element.value).to.deep.equal({ institution: '700' });
  });
});
