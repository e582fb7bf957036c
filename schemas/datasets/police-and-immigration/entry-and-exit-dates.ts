/** 入出國日期證明書 (dataset 8). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const entryAndExitDates = defineDataset({
  no: 8,
  id: 'API.CqVflx9cTd',
  idIs: 'assumed',
  name: { 'zh-Hant': '入出國日期證明書', en: 'Certificate of entry and exit dates' },
  ministry: '內政部',
  unit: '移民署',
  ...offices.immigration,
  category: 'police-and-immigration',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.startDate, parameters.endDate],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
