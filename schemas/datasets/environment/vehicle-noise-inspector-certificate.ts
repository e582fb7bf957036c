/** 機動車輛噪音檢查人員證書 (dataset 75). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const vehicleNoiseInspectorCertificate = defineDataset({
  no: 75,
  id: 'API.ZC3Z8N485A',
  idIs: 'assumed',
  name: { 'zh-Hant': '機動車輛噪音檢查人員證書', en: 'Certificate of motor vehicle noise inspectors' },
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
