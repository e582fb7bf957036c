/** 領俸人身分資料查詢 (dataset 89). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const pensionRecipientStatus = defineDataset({
  no: 89,
  id: 'API.LoWdYI52G3',
  idIs: 'assumed',
  name: { 'zh-Hant': '領俸人身分資料查詢', en: 'Status of recipients of military pensions' },
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
