/** 疫苗接種資料 (dataset 65). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const vaccinations = defineDataset({
  no: 65,
  id: 'API.iwhJXMnkWV',
  idIs: 'assumed',
  name: { 'zh-Hant': '疫苗接種資料', en: 'Vaccinations' },
  ministry: '衛福部',
  unit: '疾管署',
  ...offices.diseaseControl,
  category: 'health',
  identity: ['citizen-certificate', 'tw-fido'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
