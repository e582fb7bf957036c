/** 交通事故資料申請紀錄資料 (dataset 7). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const trafficAccidentApplications = defineDataset({
  no: 7,
  id: 'API.lTmgSxSLRf',
  idIs: 'assumed',
  name: { 'zh-Hant': '交通事故資料申請紀錄資料', en: 'Applications for traffic accident records' },
  ministry: '內政部',
  unit: '警政署',
  ...offices.police,
  category: 'police-and-immigration',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.startDate, parameters.endDate],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
