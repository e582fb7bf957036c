/** 加油站油氣回收設施專業檢驗測定人員證書 (dataset 77). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const petrolVapourTesterCertificate = defineDataset({
  no: 77,
  id: 'API.CBvJ2v2j2u',
  idIs: 'assumed',
  name: {
    'zh-Hant': '加油站油氣回收設施專業檢驗測定人員證書',
    en: 'Certificate of testers of petrol station vapour recovery',
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
