/** 本國律師資格證明 (dataset 94). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const lawyerQualification = defineDataset({
  no: 94,
  id: 'API.VNt51CzaeI',
  idIs: 'assumed',
  name: { 'zh-Hant': '本國律師資格證明', en: 'Qualification of attorneys admitted in the Republic of China' },
  ministry: '法務部',
  unit: '',
  ...offices.lawyer,
  category: 'justice',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
