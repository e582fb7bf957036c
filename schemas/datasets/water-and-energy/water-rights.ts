/** 申辦水權/臨時用水 (dataset 28). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const waterRights = defineDataset({
  no: 28,
  id: 'API.nGpQe3HsCi',
  idIs: 'assumed',
  name: { 'zh-Hant': '申辦水權/臨時用水', en: 'Applications for water rights and temporary use of water' },
  ministry: '經濟部',
  unit: '水利署',
  ...offices.water,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
