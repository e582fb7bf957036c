/** 就業考試進修補助 (dataset 87). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const veteranExamSubsidy = defineDataset({
  no: 87,
  id: 'API.GXbHcX8Pqb',
  idIs: 'assumed',
  name: { 'zh-Hant': '就業考試進修補助', en: 'Subsidy for veterans’ further study for employment examinations' },
  ministry: '退輔會',
  unit: '',
  ...offices.veterans,
  category: 'military',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
