/** 土壤污染評估調查人員證書 (dataset 72). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const soilPollutionAssessorCertificate = defineDataset({
  no: 72,
  id: 'API.9P12Kyy3or',
  idIs: 'assumed',
  name: { 'zh-Hant': '土壤污染評估調查人員證書', en: 'Certificate of soil pollution assessors and investigators' },
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
