/** 役男體位證明書 (dataset 9). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const conscriptPhysicalGrade = defineDataset({
  no: 9,
  id: 'API.cRDmSPORbn',
  idIs: 'assumed',
  name: { 'zh-Hant': '役男體位證明書', en: 'Certificate of physical grade for conscription' },
  ministry: '內政部',
  unit: '役政署',
  ...offices.conscription,
  category: 'military',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
