/** 船員適任證書資料 (dataset 45). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const seafarerCertificates = defineDataset({
  no: 45,
  id: 'API.xeRDMrSCLP',
  idIs: 'assumed',
  name: { 'zh-Hant': '船員適任證書資料', en: 'Seafarers’ certificates of competency' },
  ministry: '交通部',
  unit: '航港局',
  ...offices.maritime,
  category: 'transport',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
