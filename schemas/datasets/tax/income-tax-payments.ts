/** 綜所稅及房地合一稅繳納、欠稅及退稅紀錄 (dataset 14). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const incomeTaxPayments = defineDataset({
  no: 14,
  id: 'API.1VFIQjmY1G',
  idIs: 'observed',
  name: { 'zh-Hant': '綜所稅及房地合一稅繳納、欠稅及退稅紀錄', en: 'Income tax payments, arrears and refunds' },
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
