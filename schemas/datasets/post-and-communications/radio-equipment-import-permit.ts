/** 電信管制射頻器材進口許可證資料 (dataset 104). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const radioEquipmentImportPermit = defineDataset({
  no: 104,
  id: 'API.jKgfjVB0TH',
  idIs: 'assumed',
  name: {
    'zh-Hant': '電信管制射頻器材進口許可證資料',
    en: 'Import permits of controlled telecommunications radio-frequency devices',
  },
  ministry: '通傳會',
  unit: '',
  ...offices.communications,
  category: 'post-and-communications',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
