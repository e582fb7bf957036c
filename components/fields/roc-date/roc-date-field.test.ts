import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-roc-date.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldRocDate } from './roc-date-field.ts';
import { answerOf, mayBeBeforeRepublic, partsOf } from './roc-date-parts.ts';

const field = {
  type: 'roc-date',
  id: 'birthDate',
  label: { 'zh-Hant': '出生日期', en: 'Date of birth' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
  autocomplete: 'bday',
} as const;

createFieldTests({
  tag: 'mydata-field-roc-date',
  field,
  value: '1980-01-02',
  other: '1999-12-31',
  answer: (element) => {
    type(element, '#year', '６９');
    type(element, '#month', '1');
    type(element, '#day', '02');
  },
  sent: '1980-01-02',
  shown: '民國69年1月2日',
});

describe('mydata-field-roc-date', () => {
  const parts = (year: string, month: string, day: string, before = false) => ({ before, year, month, day });

  it('reads years of the Republic, before it, and Gregorian ones', () => {
    expect(answerOf(parts('114', '2', '28'))).to.equal('2025-02-28');
    expect(answerOf(parts('1', '1', '1'))).to.equal('1912-01-01');
    expect(answerOf(parts('1', '12', '31', true))).to.equal('1911-12-31');
    expect(answerOf(parts('1985', '3', '5'))).to.equal('1985-03-05');
  });
  it('keeps what is no whole day as it was typed, and gives it back', () => {
    for (const typed of [
      parts('114', '2', '30'),
      parts('114', '', ''),
      parts('', '5', ''),
      parts('0', '1', '1'),
      parts('9', '2', '', true),
    ]) {
      const answer = answerOf(typed);
      expect(answer).not.to.match(/^\d{4}-\d\d-\d\d$/);
      expect(partsOf(answer)).to.deep.equal(typed);
    }
    expect(answerOf(parts('', ' ', ''))).to.equal(undefined);
  });
  it('offers 民國前 only where it can be needed', async () => {
    expect(mayBeBeforeRepublic(undefined, undefined)).to.equal(false);
    expect(mayBeBeforeRepublic('1900-01-01', undefined)).to.equal(true);
    expect(mayBeBeforeRepublic('1912-01-01', undefined)).to.equal(false);
    const element = await fixture<MydataFieldRocDate>(
      html`<mydata-field-roc-date .field=${field} .value=${'1911-02-12'}></mydata-field-roc-date>`,
    );
    const era = element.renderRoot.querySelector('select')!;
    expect(era.value).to.equal('-');
    era.value = '';
    era.dispatchEvent(new Event('change', { bubbles: true }));
    expect(element.value).to.equal('1912-02-12');
  });
  it('shows a Gregorian year as what it is understood as', async () => {
    const element = await fixture<MydataFieldRocDate>(
      html`<mydata-field-roc-date .field=${field}></mydata-field-roc-date>`,
    );
    const tokens = [...element.renderRoot.querySelectorAll('input')].map((input) => input.autocomplete);
    expect(tokens).to.deep.equal(['bday-year', 'bday-month', 'bday-day']);
    type(element, '#month', '3');
    type(element, '#day', '5');
    type(element, '#year', '1985');
    expect(element.value).to.equal('1985-03-05');
    expect(element.renderRoot.querySelector<HTMLInputElement>('#year')!.value).to.equal('74');
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).to.equal('已讀成：民國74年3月5日');
  });
  it('takes a whole date that is pasted into any box', async () => {
    for (const [box, text] of [
      ['year', '民國75年9月21日'],
      ['month', '1986-09-21'],
      ['day', '75.9.21'],
    ] as const) {
      const element = await fixture<MydataFieldRocDate>(
        html`<mydata-field-roc-date .field=${field}></mydata-field-roc-date>`,
      );
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
      element.renderRoot.querySelector(`#${box}`)!.dispatchEvent(paste);
      expect(paste.defaultPrevented, text).to.equal(true);
      expect(element.value, text).to.equal('1986-09-21');
      expect([...element.renderRoot.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal([
        '75',
        '9',
        '21',
      ]);
    }
  });
  it('marks the part that is wrong and no other', async () => {
    const element = await fixture<MydataFieldRocDate>(
      html`<mydata-field-roc-date .field=${field} .value=${answerOf(parts('75', '13', '2'))} error="x">
      </mydata-field-roc-date>`,
    );
    const marked = [...element.renderRoot.querySelectorAll('[aria-invalid=true]')].map(({ id }) => id);
    expect(marked).to.deep.equal(['month']);
  });
  it('keeps a slash that was typed into a box', () => {
    const typed = parts('114', '3/', '5');
    expect(partsOf(answerOf(typed))).to.deep.equal(typed);
    expect(partsOf('114/3/')).to.deep.equal(parts('114', '3', ''));
  });
});
