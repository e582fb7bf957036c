/** 眷屬身分證 (dataset 88). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const veteranDependantCard = defineDataset({
  no: 88,
  id: 'API.TtQANu7pKd',
  idIs: 'assumed',
  name: { 'zh-Hant': '眷屬身分證', en: 'Identity card of veterans’ dependants' },
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
