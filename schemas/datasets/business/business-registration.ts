/** 商業負責人、合夥人、經理人及法定代理人之商業登記資料 (dataset 23). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const businessRegistration = defineDataset({
  no: 23,
  id: 'API.1yJ6s1HNn0',
  idIs: 'observed',
  name: {
    'zh-Hant': '商業負責人、合夥人、經理人及法定代理人之商業登記資料',
    en: 'Business registration of responsible persons, partners, managers and statutory agents',
  },
  ministry: '經濟部',
  unit: '商業司',
  ...offices.commerce,
  category: 'business',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
