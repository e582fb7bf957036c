import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-phone.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldPhone } from './phone-field.ts';

const field = {
  type: 'phone',
  id: 'phone',
  label: { 'zh-Hant': '電話', en: 'Phone' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  autocomplete: 'tel',
} as const;

createFieldTests({
  tag: 'mydata-field-phone',
  field,
  value: '053620123#12',
  other: '0912345678',
  answer: (element) => type(element, '#i', '(05)362-0123 分機 12'),
  sent: '053620123#12',
  shown: '05-3620123 分機 12',
});

describe('mydata-field-phone', () => {
  it('brings the telephone keyboard and its autofill', async () => {
    const element = await fixture<MydataFieldPhone>(html`<mydata-field-phone .field=${field}></mydata-field-phone>`);
    const input = element.renderRoot.querySelector('input')!;
    expect([input.type, input.autocomplete]).to.deep.equal(['tel', 'tel']);
    type(element, '#i', '+886 912-345-678');
    expect(element.value).to.equal('0912345678');
  });
  it('says what it read where leaving changes what stands there, and takes it back', async () => {
    const element = await fixture<MydataFieldPhone>(html`<mydata-field-phone .field=${field}></mydata-field-phone>`);
    const said = () => element.renderRoot.querySelector('[role=status]')?.textContent ?? '';
    type(element, '#i', '0912345678');
    expect(said()).to.equal('');
    type(element, '#i', '０９１２－３４５－６７８');
    expect(said()).to.equal('已讀成：0912345678');
    element.value = '053620123';
    await element.updateComplete;
    expect(said()).to.equal('');
  });
});
