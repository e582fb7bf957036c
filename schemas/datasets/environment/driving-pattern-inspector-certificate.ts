/** 汽機車行車型態及惰轉狀態檢查人員證書 (dataset 74). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const drivingPatternInspectorCertificate = defineDataset({
  no: 74,
  id: 'API.hA0lQHZLRg',
  idIs: 'assumed',
  name: {
    'zh-Hant': '汽機車行車型態及惰轉狀態檢查人員證書',
    en: 'Certificate of inspectors of vehicle driving patterns and idling',
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
