/** 客語薪傳師資料 (dataset 100). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const hakkaLanguageTeacher = defineDataset({
  no: 100,
  id: 'API.r8rOZh7zFT',
  idIs: 'assumed',
  name: { 'zh-Hant': '客語薪傳師資料', en: 'Hakka language teachers' },
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
