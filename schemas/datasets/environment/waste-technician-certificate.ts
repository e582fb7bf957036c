/** 廢棄物清理專業技術人員證書 (dataset 66). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const wasteTechnicianCertificate = defineDataset({
  no: 66,
  id: 'API.kmBQofvY8b',
  idIs: 'assumed',
  name: { 'zh-Hant': '廢棄物清理專業技術人員證書', en: 'Certificate of waste disposal technicians' },
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
