/** 公私場所噪音狀況檢查或鑑定人員證書 (dataset 76). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const premisesNoiseInspectorCertificate = defineDataset({
  no: 76,
  id: 'API.g2sJalfGzt',
  idIs: 'assumed',
  name: {
    'zh-Hant': '公私場所噪音狀況檢查或鑑定人員證書',
    en: 'Certificate of noise inspectors and assessors of public and private premises',
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
