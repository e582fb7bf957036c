/** 輻射防護人員資料 (table 4, row 1). Planned: nothing about it is known but its name. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const radiationProtectionStaff = defineDataset({
  no: null,
  id: 'API.rEXGiWjAlL',
  idIs: 'assumed',
  name: { 'zh-Hant': '輻射防護人員資料', en: 'Radiation protection personnel' },
  ministry: '原能會',
  unit: '',
  ...offices.nuclear,
  category: 'environment',
  identity: [],
  formats: [],
  minutes: null,
  parameters: [],
  specialCategory: false,
  status: 'planned',
  offers: 'nothing-yet',
});
