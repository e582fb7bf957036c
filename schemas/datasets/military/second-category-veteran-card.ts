/** 第二類退除役官兵權益卡 (dataset 83). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const secondCategoryVeteranCard = defineDataset({
  no: 83,
  id: 'API.IurRZuT2B2',
  idIs: 'assumed',
  name: { 'zh-Hant': '第二類退除役官兵權益卡', en: 'Benefits card of second-category veterans' },
  ministry: '退輔會',
  unit: '',
  ...offices.veterans,
  category: 'military',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
