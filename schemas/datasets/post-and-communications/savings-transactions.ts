/** 存簿儲金交易明細(3個月) (dataset 43). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const savingsTransactions = defineDataset({
  no: 43,
  id: 'API.WPnas0AfD7',
  idIs: 'assumed',
  name: { 'zh-Hant': '存簿儲金交易明細(3個月)', en: 'Passbook savings transactions (three months)' },
  ministry: '交通部',
  unit: '中華郵政',
  ...offices.post,
  category: 'post-and-communications',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
