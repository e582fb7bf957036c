/** 獎助資料 (dataset 80). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const cultureAwards = defineDataset({
  no: 80,
  id: 'API.Jm2jKHKIPr',
  idIs: 'assumed',
  name: { 'zh-Hant': '獎助資料', en: 'Awards for culture' },
  ministry: '文化部',
  unit: '',
  ...offices.culture,
  category: 'culture',
  identity: ['citizen-certificate', 'tw-fido', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
