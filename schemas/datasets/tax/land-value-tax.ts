/** 申請核發地價稅繳納證明 (dataset 21). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const landValueTax = defineDataset({
  no: 21,
  id: 'API.HnEOpr9EoM',
  idIs: 'observed',
  name: { 'zh-Hant': '申請核發地價稅繳納證明', en: 'Land value tax payment certificate' },
  ministry: '財政部',
  unit: '財政資訊中心',
  ...offices.tax,
  category: 'tax',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 60,
  parameters: [parameters.year],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
