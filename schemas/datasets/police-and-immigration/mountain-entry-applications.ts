/** 近一年入山申請資料 (dataset 6). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const mountainEntryApplications = defineDataset({
  no: 6,
  id: 'API.vA2bT9EG16',
  idIs: 'assumed',
  name: { 'zh-Hant': '近一年入山申請資料', en: 'Mountain entry applications of the past year' },
  ministry: '內政部',
  unit: '警政署',
  ...offices.police,
  category: 'police-and-immigration',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
