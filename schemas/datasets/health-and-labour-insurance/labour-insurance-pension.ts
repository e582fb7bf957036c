/** 勞保年金給付資料 (dataset 48). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const labourInsurancePension = defineDataset({
  no: 48,
  id: 'API.dgqt6aTYJy',
  idIs: 'observed',
  name: { 'zh-Hant': '勞保年金給付資料', en: 'Labour insurance pension benefits' },
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
