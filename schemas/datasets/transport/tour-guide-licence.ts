/** 導遊人員執業證資訊(合法效期內) (dataset 41). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const tourGuideLicence = defineDataset({
  no: 41,
  id: 'API.C4YsuD0pWZ',
  idIs: 'assumed',
  name: { 'zh-Hant': '導遊人員執業證資訊(合法效期內)', en: 'Valid licences of tour guides' },
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
