/** 出監（院所校）證明 (dataset 95). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const releaseFromCustody = defineDataset({
  no: 95,
  id: 'API.omPrjE6Qub',
  idIs: 'assumed',
  name: {
    'zh-Hant': '出監（院所校）證明',
    en: 'Certificate of release from prison, detention house or correctional school',
  },
  ministry: '法務部',
  unit: '',
  ...offices.corrections,
  category: 'justice',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
