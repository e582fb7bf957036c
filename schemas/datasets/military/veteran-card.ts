/** 榮民證 (dataset 81). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const veteranCard = defineDataset({
  no: 81,
  id: 'API.Nd2nfYqE75',
  idIs: 'assumed',
  name: { 'zh-Hant': '榮民證', en: 'Veteran’s card' },
  ministry: '退輔會',
  unit: '',
  ...offices.veterans,
  category: 'military',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
