/** 醫事人員基本資料 (dataset 62). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const healthProfessional = defineDataset({
  no: 62,
  id: 'API.brzle15RMZ',
  idIs: 'assumed',
  name: { 'zh-Hant': '醫事人員基本資料', en: 'Health professionals’ basic data' },
  ministry: '衛福部',
  unit: '醫事司',
  ...offices.medicalAffairs,
  category: 'health',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
