/** 自來水管承裝技工考驗合格證書 (dataset 26). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const waterPipeTechnicianCertificate = defineDataset({
  no: 26,
  id: 'API.cYYvQ2hZRd',
  idIs: 'assumed',
  name: { 'zh-Hant': '自來水管承裝技工考驗合格證書', en: 'Certificate of qualification of water pipe technicians' },
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
