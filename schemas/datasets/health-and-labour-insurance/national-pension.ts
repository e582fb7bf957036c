/** 國民年金給付資料 (dataset 49). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const nationalPension = defineDataset({
  no: 49,
  id: 'API.EZ6XjKf1B4',
  idIs: 'observed',
  name: { 'zh-Hant': '國民年金給付資料', en: 'National pension benefits' },
  ministry: '勞動部',
  unit: '勞工保險局',
  ...offices.labourInsurance,
  category: 'health-and-labour-insurance',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  // The kind of benefit tells of disability or illness.
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
