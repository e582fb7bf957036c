/** 全部供給制安置就養榮民 (dataset 84). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const veteransInFullCare = defineDataset({
  no: 84,
  id: 'API.U72wqzRQ6S',
  idIs: 'assumed',
  name: { 'zh-Hant': '全部供給制安置就養榮民', en: 'Veterans in full residential care' },
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
