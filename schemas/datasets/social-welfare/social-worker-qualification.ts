/** 社會工作師資格 (dataset 61). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const socialWorkerQualification = defineDataset({
  no: 61,
  id: 'API.3QaRElWzZ0',
  idIs: 'observed',
  name: { 'zh-Hant': '社會工作師資格', en: 'Qualification of social workers' },
  ministry: '衛福部',
  unit: '社工司',
  ...offices.socialWorker,
  category: 'social-welfare',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
