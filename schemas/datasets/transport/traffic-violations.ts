/** 違規資料 (dataset 37). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const trafficViolations = defineDataset({
  no: 37,
  id: 'API.e98PaKiAFn',
  idIs: 'observed',
  name: { 'zh-Hant': '違規資料', en: 'Traffic violations' },
  ministry: '交通部',
  unit: '公路總局',
  ...offices.road,
  category: 'transport',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
