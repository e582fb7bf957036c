/** 海勤經歷資料 (dataset 46). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const seaServiceRecord = defineDataset({
  no: 46,
  id: 'API.0Bl1c2qe8e',
  idIs: 'assumed',
  name: { 'zh-Hant': '海勤經歷資料', en: 'Sea service record' },
  ministry: '交通部',
  unit: '航港局',
  ...offices.maritime,
  category: 'transport',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
