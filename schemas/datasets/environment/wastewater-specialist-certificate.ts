/** 廢(污)水處理專責人員證書 (dataset 67). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const wastewaterSpecialistCertificate = defineDataset({
  no: 67,
  id: 'API.AK0jK1t93w',
  idIs: 'assumed',
  name: { 'zh-Hant': '廢(污)水處理專責人員證書', en: 'Certificate of wastewater and sewage treatment specialists' },
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
