import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-evidence.ts';
import type { MydataFieldEvidence } from './evidence-field.ts';

const field = {
  type: 'evidence',
  id: 'taxProof',
  label: { 'zh-Hant': '所得證明', en: 'Proof of income' },
  dataset: 'API.1111111111',
} as const;
const digest = '0123456789abcdef'.repeat(4);
const document_ = {
  dataset: 'API.1111111111',
  datasetName: { 'zh-Hant': '個人所得資料', en: 'Income' },
  agency: { 'zh-Hant': '財政部', en: 'Ministry of Finance' },
  filename: '所得.pdf',
  issuedAt: '2026-11-23T14:05:00+08:00',
  digest,
};

describe('mydata-field-evidence', () => {
  it('lists the documents of its dataset with source, time and digest', async () => {
    const element = await fixture<MydataFieldEvidence>(
      html`<mydata-field-evidence
        .field=${field}
        .documents=${[document_, { ...document_, dataset: 'API.2222222222', filename: '別的.pdf' }]}
      ></mydata-field-evidence>`,
    );
    const text = element.renderRoot.textContent!.replace(/\s+/g, ' ');
    expect(text).to.contain('所得.pdf').and.to.contain('財政部').and.to.contain('民國115年11月23日 14:05');
    expect(text).to.contain('01234567…89abcdef');
    expect(text).not.to.contain('別的.pdf');
    expect(text).not.to.contain('選填');
    expect(element.renderRoot.querySelector('details code')!.textContent).to.equal(digest);
    await expect(element).to.be.accessible();
    expect(element.value).to.equal(undefined);
  });
  it('says so when there is none', async () => {
    const element = await fixture<MydataFieldEvidence>(
      html`<mydata-field-evidence .field=${field}></mydata-field-evidence>`,
    );
    expect(element.renderRoot.textContent).to.contain('目前沒有收到文件');
    await expect(element).to.be.accessible();
  });
});
