/** 勞退請領資料 (dataset 56). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const labourPensionClaims = defineDataset({
  no: 56,
  id: 'API.P2WgMzhtqu',
  idIs: 'assumed',
  name: { 'zh-Hant': '勞退請領資料', en: 'Labour pension claims' },
  ministry: '勞動部',
  unit: '勞工保險局',
  ...offices.labourInsurance,
  category: 'health-and-labour-insurance',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
