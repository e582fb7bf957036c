/** 柴油車排放煙度儀器檢查人員證書 (dataset 78). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const dieselSmokeInspectorCertificate = defineDataset({
  no: 78,
  id: 'API.wAd7vUXGsV',
  idIs: 'assumed',
  name: { 'zh-Hant': '柴油車排放煙度儀器檢查人員證書', en: 'Certificate of diesel vehicle smoke opacity inspectors' },
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
