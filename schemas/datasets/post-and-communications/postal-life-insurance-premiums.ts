/** 郵政壽險保險費列舉扣除額明細 (dataset 44). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const postalLifeInsurancePremiums = defineDataset({
  no: 44,
  id: 'API.qqeOejxEMc',
  idIs: 'assumed',
  name: { 'zh-Hant': '郵政壽險保險費列舉扣除額明細', en: 'Postal life insurance premiums for itemised deduction' },
  ministry: '交通部',
  unit: '中華郵政',
  ...offices.post,
  category: 'post-and-communications',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.year],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
