/** 自來水管承裝商營業許可證書暨有效期限 (dataset 25). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const waterPipeContractorPermit = defineDataset({
  no: 25,
  id: 'API.kYJfJAkygk',
  idIs: 'assumed',
  name: { 'zh-Hant': '自來水管承裝商營業許可證書暨有效期限', en: 'Permit of water pipe contractors and its validity' },
  ministry: '經濟部',
  unit: '水利署',
  ...offices.water,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
