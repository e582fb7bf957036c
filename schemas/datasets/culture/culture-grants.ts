/** 補助資料 (dataset 79). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const cultureGrants = defineDataset({
  no: 79,
  id: 'API.6XzwUPBuNa',
  idIs: 'assumed',
  name: { 'zh-Hant': '補助資料', en: 'Grants for culture' },
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
