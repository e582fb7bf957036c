/** 綜合所得稅稅籍資料 (dataset 18). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const incomeTaxRegistration = defineDataset({
  no: 18,
  id: 'API.YSclUkv7Lj',
  idIs: 'observed',
  name: { 'zh-Hant': '綜合所得稅稅籍資料', en: 'Income tax registration' },
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
