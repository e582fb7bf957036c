/** 領隊人員執業證資訊(合法效期內) (dataset 42). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const tourManagerLicence = defineDataset({
  no: 42,
  id: 'API.K9bqFL5DeA',
  idIs: 'assumed',
  name: { 'zh-Hant': '領隊人員執業證資訊(合法效期內)', en: 'Valid licences of tour managers' },
  ministry: '交通部',
  unit: '觀光局',
  ...offices.tourism,
  category: 'transport',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
