/** 公法上金錢給付義務執行未履行遭限制住居 (dataset 96). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const residenceRestriction = defineDataset({
  no: 96,
  id: 'API.KdM7BD7Z2e',
  idIs: 'assumed',
  name: {
    'zh-Hant': '公法上金錢給付義務執行未履行遭限制住居',
    en: 'Residence restrictions for unpaid obligations under public law',
  },
  ministry: '法務部',
  unit: '',
  ...offices.enforcement,
  category: 'justice',
  identity: ['citizen-certificate', 'tw-fido'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
