/** 客語能力認證證書資料 (dataset 101). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const hakkaLanguageCertificate = defineDataset({
  no: 101,
  id: 'API.ZsUqWQRceI',
  idIs: 'assumed',
  name: { 'zh-Hant': '客語能力認證證書資料', en: 'Certificates of proficiency in Hakka' },
  ministry: '客委會',
  unit: '',
  ...offices.hakka,
  category: 'culture',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
