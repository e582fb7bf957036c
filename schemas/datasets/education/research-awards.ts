/** 研究人員受科技部獎勵資訊 (dataset 98). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const researchAwards = defineDataset({
  no: 98,
  id: 'API.HOsPLLtXez',
  idIs: 'assumed',
  name: {
    'zh-Hant': '研究人員受科技部獎勵資訊',
    en: 'Awards of the Ministry of Science and Technology to researchers',
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
