/** 用電及繳費資料 (dataset 33). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const electricityUse = defineDataset({
  no: 33,
  id: 'API.aDO48gPXp7',
  idIs: 'assumed',
  name: { 'zh-Hant': '用電及繳費資料', en: 'Electricity use and payments' },
  ministry: '經濟部',
  unit: '台電公司',
  ...offices.electricity,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.electricityNumber],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
