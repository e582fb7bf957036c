/** 出生與死產通報資料 (table 4, row 3). Planned: nothing about it is known but its name. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const birthAndStillbirthReports = defineDataset({
  no: null,
  id: 'API.Kp6Zx5Nbv7',
  idIs: 'assumed',
  name: { 'zh-Hant': '出生與死產通報資料', en: 'Birth and stillbirth notifications' },
  ministry: '衛福部',
  unit: '國健署',
  ...offices.healthPromotion,
  category: 'health',
  identity: [],
  formats: [],
  minutes: null,
  parameters: [],
  specialCategory: true,
  status: 'planned',
  offers: 'nothing-yet',
});
