/** 受補助單位研究人員歷年補助計畫資訊 (dataset 97). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const researchGrants = defineDataset({
  no: 97,
  id: 'API.jzXhnsXLcn',
  idIs: 'assumed',
  name: {
    'zh-Hant': '受補助單位研究人員歷年補助計畫資訊',
    en: 'Research grants received over the years at subsidised institutions',
  },
  ministry: '科技部',
  unit: '',
  ...offices.science,
  category: 'education',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
