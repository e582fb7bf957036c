/** 申請核發使用牌照稅繳納證明 (dataset 10). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const vehicleLicenceTax = defineDataset({
  no: 10,
  id: 'API.wH2r0nBb3O',
  idIs: 'observed',
  name: { 'zh-Hant': '申請核發使用牌照稅繳納證明', en: 'Vehicle licence tax payment certificate' },
  ministry: '財政部',
  unit: '財政資訊中心',
  ...offices.tax,
  category: 'tax',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 60,
  parameters: [parameters.year, parameters.vehicleClass, parameters.plateNumber],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
