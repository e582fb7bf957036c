/** 身心障礙資格 (dataset 63). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const disability = defineDataset({
  no: 63,
  id: 'API.nyhnLM1fve',
  idIs: 'observed',
  name: { 'zh-Hant': '身心障礙資格', en: 'Disability certificate' },
  ministry: '衛福部',
  unit: '社家署',
  ...offices.disability,
  category: 'social-welfare',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
