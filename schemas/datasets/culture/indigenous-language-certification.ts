/** 原住民族語言能力認證測驗通過資料 (dataset 99). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const indigenousLanguageCertification = defineDataset({
  no: 99,
  id: 'API.SHPedM2Y7y',
  idIs: 'assumed',
  name: {
    'zh-Hant': '原住民族語言能力認證測驗通過資料',
    en: 'Passed certifications of proficiency in indigenous languages',
  },
  ministry: '原民會',
  unit: '',
  ...offices.indigenous,
  category: 'culture',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
