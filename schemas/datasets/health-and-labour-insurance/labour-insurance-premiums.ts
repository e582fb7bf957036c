/** 勞保被保險人各月份自負額 (dataset 55). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const labourInsurancePremiums = defineDataset({
  no: 55,
  id: 'API.MvxhraWZDV',
  idIs: 'assumed',
  name: { 'zh-Hant': '勞保被保險人各月份自負額', en: 'Monthly labour insurance premiums borne by the insured person' },
  ministry: '勞動部',
  unit: '勞工保險局',
  ...offices.labourInsurance,
  category: 'health-and-labour-insurance',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.year],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
