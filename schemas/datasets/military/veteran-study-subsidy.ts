/** 就學補助 (dataset 85). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const veteranStudySubsidy = defineDataset({
  no: 85,
  id: 'API.sEz7eC8ELV',
  idIs: 'assumed',
  name: { 'zh-Hant': '就學補助', en: 'Study subsidy for veterans' },
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
