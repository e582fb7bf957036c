/** 商標權資料 (dataset 30). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const trademarks = defineDataset({
  no: 30,
  id: 'API.oMkiXBlb1f',
  idIs: 'assumed',
  name: { 'zh-Hant': '商標權資料', en: 'Trademark rights' },
  ministry: '經濟部',
  unit: '智慧局',
  ...offices.intellectualProperty,
  category: 'business',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
