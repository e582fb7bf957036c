/** 個人報名歷程 (dataset 105). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const museumRegistrations = defineDataset({
  no: 105,
  id: 'API.5ibf7axRuF',
  idIs: 'assumed',
  name: { 'zh-Hant': '個人報名歷程', en: 'Personal registrations for museum activities' },
  ministry: '故宮',
  unit: '',
  ...offices.museum,
  category: 'culture',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
