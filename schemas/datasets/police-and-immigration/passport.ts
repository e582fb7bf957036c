/** 護照資料 (dataset 91). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const passport = defineDataset({
  no: 91,
  id: 'API.KIMwlrfQ9L',
  idIs: 'assumed',
  name: { 'zh-Hant': '護照資料', en: 'Passport' },
  ministry: '外交部',
  unit: '領事局',
  ...offices.consular,
  category: 'police-and-immigration',
  identity: ['citizen-certificate', 'tw-fido'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
