/** 駕籍資料 (dataset 39). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const drivingLicence = defineDataset({
  no: 39,
  id: 'API.n0c9qVZBQI',
  idIs: 'observed',
  name: { 'zh-Hant': '駕籍資料', en: 'Driving licence' },
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
