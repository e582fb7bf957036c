/** 勞工提繳異動資料 (dataset 50). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const labourPensionContributions = defineDataset({
  no: 50,
  id: 'API.yqkllwwTYl',
  idIs: 'observed',
  name: { 'zh-Hant': '勞工提繳異動資料', en: 'Changes in labour pension contributions' },
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
