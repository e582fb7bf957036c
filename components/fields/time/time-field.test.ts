import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-time.ts';
import { messageFor } from '../../i18n/message-for.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldTime } from './time-field.ts';

const field = {
  type: 'time',
  id: 'visit',
  label: { 'zh-Hant': '訪視時間', en: 'Time of visit' },
  hint: { 'zh-Hant': '上班時間內', en: 'In office hours' },
  required: true,
} as const;

createFieldTests({
  tag: 'mydata-field-time',
  field,
  value: '14:30',
  other: '09:00',
  answer: (element) => type(element, '#i', '下午 2 點半'),
  sent: '14:30',
  shown: '14:30',
});

describe('mydata-field-time', () => {
  it('shows what it read, and keeps what is no time', async () => {
    const element = await fixture<MydataFieldTime>(html`<mydata-field-time .field=${field}></mydata-field-time>`);
    type(element, '#i', '１４３０');
    expect(element.renderRoot.querySelector('input')!.value).to.equal('14:30');
    expect(element.renderRoot.textContent).to.contain('已讀成：14:30');
    type(element, '#i', '25:00');
    expect(element.value).to.equal('25:00');
  });
  it('says why, and what would be right', () => {
    const said = (data: string) => messageFor(field, { keyword: 'pattern', data }, 'zh-Hant');
    expect(said('25:00')).to.equal('訪視時間的時應為 0 到 23，例如 14:30');
    expect(said('三點')).to.contain('例如 14:30');
  });
});
