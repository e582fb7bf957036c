/** 保費繳納紀錄 (dataset 58). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const healthInsurancePremiums = defineDataset({
  no: 58,
  id: 'API.1qIr0nM0BT',
  idIs: 'observed',
  name: { 'zh-Hant': '保費繳納紀錄', en: 'Health insurance premium payments' },
  ministry: '衛福部',
  unit: '健保署',
  ...offices.healthInsurance,
  category: 'health-and-labour-insurance',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 0,
  parameters: [parameters.year],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
