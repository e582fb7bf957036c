/** 個人所得資料 (dataset 12). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const personalIncome = defineDataset({
  no: 12,
  id: 'API.syWqjr4flJ',
  idIs: 'observed',
  name: { 'zh-Hant': '個人所得資料', en: 'Personal income' },
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
