/** 申請核發無違章欠稅證明(地方稅) (dataset 20). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const noArrearsLocalTax = defineDataset({
  no: 20,
  id: 'API.1r147UtU2p',
  idIs: 'assumed',
  name: { 'zh-Hant': '申請核發無違章欠稅證明(地方稅)', en: 'Certificate of no violation and no arrears (local taxes)' },
  ministry: '財政部',
  unit: '財政資訊中心',
  ...offices.localTax,
  category: 'tax',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 60,
  parameters: [parameters.county],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
