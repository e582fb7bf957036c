/** 公司負責人、董監事與經理人之公司登記資料 (dataset 22). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const companyRegistration = defineDataset({
  no: 22,
  id: 'API.ea0klQl5Wp',
  idIs: 'observed',
  name: {
    'zh-Hant': '公司負責人、董監事與經理人之公司登記資料',
    en: 'Company registration of responsible persons, directors, supervisors and managers',
  },
  ministry: '經濟部',
  unit: '商業司',
  ...offices.commerce,
  category: 'business',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
