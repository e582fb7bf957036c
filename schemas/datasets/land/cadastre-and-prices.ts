/** 地籍及實價資料 (dataset 5). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const cadastreAndPrices = defineDataset({
  no: 5,
  id: 'API.KvvyRZSc5K',
  idIs: 'observed',
  name: { 'zh-Hant': '地籍及實價資料', en: 'Land registration and actual transaction prices' },
  ministry: '內政部',
  unit: '地政司',
  ...offices.land,
  category: 'land',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['csv', 'pdf'],
  minutes: 5,
  parameters: [parameters.county],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
