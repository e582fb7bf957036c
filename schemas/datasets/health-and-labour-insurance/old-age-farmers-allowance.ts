/** 老年農民福利津貼發放資料 (dataset 54). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const oldAgeFarmersAllowance = defineDataset({
  no: 54,
  id: 'API.kj8TQCy6AL',
  idIs: 'assumed',
  name: { 'zh-Hant': '老年農民福利津貼發放資料', en: 'Old-age farmers’ welfare allowance payments' },
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
