/** 室內空氣品質維護管理專責人員證書 (dataset 69). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const indoorAirSpecialistCertificate = defineDataset({
  no: 69,
  id: 'API.Bqi3ybjxco',
  idIs: 'assumed',
  name: {
    'zh-Hant': '室內空氣品質維護管理專責人員證書',
    en: 'Certificate of indoor air quality management specialists',
  },
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
