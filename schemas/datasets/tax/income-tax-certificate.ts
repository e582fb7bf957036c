/** 綜合所得稅納稅證明 (dataset 17). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const incomeTaxCertificate = defineDataset({
  no: 17,
  id: 'API.TeV2Md7SIx',
  idIs: 'observed',
  name: { 'zh-Hant': '綜合所得稅納稅證明', en: 'Income tax payment certificate' },
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
