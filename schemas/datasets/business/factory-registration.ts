/** 工廠及事業主體負責人及工廠登記資料 (dataset 24). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const factoryRegistration = defineDataset({
  no: 24,
  id: 'API.l1xlOmEYua',
  idIs: 'assumed',
  name: {
    'zh-Hant': '工廠及事業主體負責人及工廠登記資料',
    en: 'Factory registration and persons responsible for factories',
  },
  ministry: '經濟部',
  unit: '商業司',
  ...offices.factory,
  category: 'business',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
