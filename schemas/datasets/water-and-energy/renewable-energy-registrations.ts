/** 再生能源發電設備同意設備登記資料庫 (dataset 32). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const renewableEnergyRegistrations = defineDataset({
  no: 32,
  id: 'API.zo9oi4c4mf',
  idIs: 'assumed',
  name: {
    'zh-Hant': '再生能源發電設備同意設備登記資料庫',
    en: 'Registrations of renewable energy generation equipment',
  },
  ministry: '經濟部',
  unit: '能源局',
  ...offices.energy,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
