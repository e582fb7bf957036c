/** 個人投退保資料 (dataset 57). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const healthInsuranceEnrolment = defineDataset({
  no: 57,
  id: 'API.zH584wn59r',
  idIs: 'observed',
  name: { 'zh-Hant': '個人投退保資料', en: 'Health insurance enrolment and withdrawal' },
  ministry: '衛福部',
  unit: '健保署',
  ...offices.healthInsurance,
  category: 'health-and-labour-insurance',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
