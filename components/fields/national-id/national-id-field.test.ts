import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-national-id.ts';
import { createFieldTests, type } from '../../testing/field-suite.ts';
import type { MydataFieldNationalId } from './national-id-field.ts';

const field = {
  type: 'national-id',
  id: 'nationalId',
  label: { 'zh-Hant': '身分證統一編號', en: 'National id' },
  hint: { 'zh-Hant': '請照證件填寫', en: 'As on your papers' },
  required: true,
} as const;

createFieldTests({
  tag: 'mydata-field-national-id',
  field,
  value: 'A123456789',
  other: 'A800000014',
  answer: (element) => type(element, '#i', 'ａ12345 6789'),
  sent: 'A123456789',
  shown: 'A123456789',
});

describe('mydata-field-national-id', () => {
  it('shows the id in its own form once the resident leaves the input', async () => {
    const element = await fixture<MydataFieldNationalId>(
      html`<mydata-field-national-id .field=${field}></mydata-field-national-id>`,
    );
    type(element, '#i', 'a12345 6789');
    expect(element.renderRoot.querySelector('input')!.value).to.equal('A123456789');
  });
});
