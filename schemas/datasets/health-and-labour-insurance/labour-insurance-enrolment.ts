/** 勞工保險被保險人投保資料(明細) (dataset 47). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const labourInsuranceEnrolment = defineDataset({
  no: 47,
  id: 'API.UZQkKbsOpz',
  idIs: 'observed',
  name: {
    'zh-Hant': '勞工保險被保險人投保資料(明細)',
    en: 'Labour insurance enrolment of the insured person (details)',
  },
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
