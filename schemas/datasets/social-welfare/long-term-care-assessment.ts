/** 長照評估結果 (dataset 64). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const longTermCareAssessment = defineDataset({
  no: 64,
  id: 'API.1Y94YOTwy5',
  idIs: 'assumed',
  name: { 'zh-Hant': '長照評估結果', en: 'Long-term care assessment results' },
  ministry: '衛福部',
  unit: '長照司',
  ...offices.longTermCare,
  category: 'social-welfare',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
