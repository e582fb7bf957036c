/** 輻射安全證書人員資料 (table 4, row 2). Planned: nothing about it is known but its name. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const radiationSafetyCertificate = defineDataset({
  no: null,
  id: 'API.VlaB8pTtOP',
  idIs: 'assumed',
  name: { 'zh-Hant': '輻射安全證書人員資料', en: 'Holders of radiation safety certificates' },
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
