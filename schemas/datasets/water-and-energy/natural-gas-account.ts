/** 天然氣家庭用戶資料(限竹苗地區) (dataset 36). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const naturalGasAccount = defineDataset({
  no: 36,
  id: 'API.ts3eypRHKD',
  idIs: 'assumed',
  name: {
    'zh-Hant': '天然氣家庭用戶資料(限竹苗地區)',
    en: 'Household natural gas customers (Hsinchu and Miaoli only)',
  },
  ministry: '經濟部',
  unit: '中油公司',
  ...offices.naturalGas,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [parameters.gasNumber],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
