/** 空氣污染防治專責人員證書 (dataset 68). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const airPollutionSpecialistCertificate = defineDataset({
  no: 68,
  id: 'API.fCMmwKpH9u',
  idIs: 'assumed',
  name: { 'zh-Hant': '空氣污染防治專責人員證書', en: 'Certificate of air pollution control specialists' },
  ministry: '環保署',
  unit: '',
  ...offices.environment,
  category: 'environment',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
