/** 汽機車排放控制系統及惰轉狀態檢查人員證書 (dataset 73). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const emissionControlInspectorCertificate = defineDataset({
  no: 73,
  id: 'API.hLWwtghySY',
  idIs: 'assumed',
  name: {
    'zh-Hant': '汽機車排放控制系統及惰轉狀態檢查人員證書',
    en: 'Certificate of inspectors of vehicle emission control systems and idling',
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
