/** 毒性化學物質專業技術管理人員證書 (dataset 70). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const toxicChemicalsTechnicianCertificate = defineDataset({
  no: 70,
  id: 'API.YZCvfgygCv',
  idIs: 'assumed',
  name: { 'zh-Hant': '毒性化學物質專業技術管理人員證書', en: 'Certificate of toxic chemicals technical managers' },
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
