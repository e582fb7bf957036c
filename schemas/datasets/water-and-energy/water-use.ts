/** 用水及繳費資料 (dataset 35). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const waterUse = defineDataset({
  no: 35,
  id: 'API.tz4TWJLEUc',
  idIs: 'assumed',
  name: { 'zh-Hant': '用水及繳費資料', en: 'Water use and payments' },
  ministry: '經濟部',
  unit: '台水公司',
  ...offices.waterSupply,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.waterNumber],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
