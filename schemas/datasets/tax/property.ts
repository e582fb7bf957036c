/** 財產資料 (dataset 11). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const property = defineDataset({
  no: 11,
  id: 'API.Mo23SDWhsn',
  idIs: 'observed',
  name: { 'zh-Hant': '財產資料', en: 'Property' },
  ministry: '財政部',
  unit: '財政資訊中心',
  ...offices.tax,
  category: 'tax',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 60,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
