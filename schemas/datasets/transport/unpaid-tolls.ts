/** ETC欠費資料 (dataset 40). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const unpaidTolls = defineDataset({
  no: 40,
  id: 'API.hAechdGCiP',
  idIs: 'observed',
  name: { 'zh-Hant': 'ETC欠費資料', en: 'Unpaid electronic tolls' },
  ministry: '交通部',
  unit: '高速公路局',
  ...offices.freeway,
  category: 'transport',
  identity: ['citizen-certificate', 'tw-fido'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.plateNumber],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
