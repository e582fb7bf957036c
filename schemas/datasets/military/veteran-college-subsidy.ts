/** 大專校院進修補助 (dataset 86). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const veteranCollegeSubsidy = defineDataset({
  no: 86,
  id: 'API.H0TaAVoS5g',
  idIs: 'assumed',
  name: { 'zh-Hant': '大專校院進修補助', en: 'Subsidy for veterans’ further study at college' },
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
