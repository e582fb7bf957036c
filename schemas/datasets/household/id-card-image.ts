/** 戶政國民身分證影像 (dataset 4). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const idCardImage = defineDataset({
  no: 4,
  id: 'API.idPhotoRev',
  idIs: 'observed',
  name: { 'zh-Hant': '戶政國民身分證影像', en: 'National identity card image' },
  ministry: '內政部',
  unit: '戶政司',
  ...offices.household,
  category: 'household',
  identity: ['citizen-certificate', 'tw-fido'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
