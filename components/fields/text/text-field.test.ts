import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-text.ts';
import type { MydataFieldText } from './text-field.ts';

const field = { type: 'text', id: 'name', label: { 'zh-Hant': '姓名', en: 'Name' }, required: true } as const;

describe('mydata-field-text', () => {
  it('shows a value', async () => {
    const el = await fixture<MydataFieldText>(html`<mydata-field-text .field=${field} .value=${'王小明'} .error=${'請輸入姓名'}></mydata-field-text>`);
    const input = el.shadowRoot!.querySelector('input')!;
    expect(input.value).to.equal('王小明');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(el.matches(':state(invalid)')).to.equal(true);
  });
});
