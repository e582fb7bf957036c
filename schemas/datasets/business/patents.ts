/** 專利權資料 (dataset 29). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const patents = defineDataset({
  no: 29,
  id: 'API.LDveGYLuFa',
  idIs: 'assumed',
  name: { 'zh-Hant': '專利權資料', en: 'Patent rights' },
  ministry: '經濟部',
  unit: '智慧局',
  ...offices.intellectualProperty,
  category: 'business',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
