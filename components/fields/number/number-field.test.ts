import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-number.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldNumber } from './number-field.ts';
import { parseNumber } from './parse.ts';

const field = {
  type: 'number',
  id: 'people',
  label: { 'zh-Hant': '人數', en: 'People' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  integer: true,
  unit: { 'zh-Hant': '人', en: 'people' },
} as const;

createFieldTests({
  tag: 'mydata-field-number',
  field,
  value: 3,
  other: 4,
  answer: (element) => type(element, '#i', '３'),
  sent: '3',
  shown: '3 人',
});

describe('mydata-field-number', () => {
  it('keeps what is no number as text, for the validation to name', () => {
    const rows: [string, number | string | undefined][] = [
      ['1,234', 1234],
      ['１２．５', 12.5],
      ['-2', -2],
      ['.5', 0.5],
      ['十二', '十二'],
      ['1e9', '1e9'],
      ['1.2.3', '1.2.3'],
      ['  ', undefined],
    ];
    for (const [typed, answer] of rows) expect(parseNumber(typed), typed).to.equal(answer);
  });
  it('shows the unit and describes the input by it', async () => {
    const element = await fixture<MydataFieldNumber>(html`<mydata-field-number .field=${field}></mydata-field-number>`);
    const input = element.renderRoot.querySelector('input')!;
    expect(input.inputMode).to.equal('numeric');
    expect(input.getAttribute('aria-describedby')!.split(' ')).to.include('u');
    expect(element.renderRoot.querySelector('#u')!.textContent).to.equal('人');
  });
});
