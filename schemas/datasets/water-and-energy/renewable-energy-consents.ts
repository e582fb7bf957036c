/** 再生能源發電設備同意設備案 (dataset 31). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const renewableEnergyConsents = defineDataset({
  no: 31,
  id: 'API.rIB1rqs40K',
  idIs: 'assumed',
  name: { 'zh-Hant': '再生能源發電設備同意設備案', en: 'Consents to renewable energy generation equipment' },
  ministry: '經濟部',
  unit: '能源局',
  ...offices.energy,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
