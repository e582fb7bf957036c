/** 過戶證明資料庫 (dataset 34). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const waterAccountTransfer = defineDataset({
  no: 34,
  id: 'API.dlESiPOkH2',
  idIs: 'assumed',
  name: { 'zh-Hant': '過戶證明資料庫', en: 'Certificate of transfer of a water account' },
  ministry: '經濟部',
  unit: '台水公司',
  ...offices.waterSupply,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.waterNumber],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
