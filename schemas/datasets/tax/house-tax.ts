/** 申請核發房屋稅繳納證明 (dataset 13). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const houseTax = defineDataset({
  no: 13,
  id: 'API.LWUBwspg0n',
  idIs: 'observed',
  name: { 'zh-Hant': '申請核發房屋稅繳納證明', en: 'House tax payment certificate' },
  ministry: '財政部',
  unit: '財政資訊中心',
  ...offices.tax,
  category: 'tax',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 60,
  parameters: [parameters.year, parameters.houseTaxNumber],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
