/** 申請核發無違章欠稅證明(國稅) (dataset 19). A signed PDF: evidence, no fields to map. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const noArrearsNationalTax = defineDataset({
  no: 19,
  id: 'API.3aJdUiojSC',
  idIs: 'assumed',
  name: {
    'zh-Hant': '申請核發無違章欠稅證明(國稅)',
    en: 'Certificate of no violation and no arrears (national taxes)',
  },
  ministry: '財政部',
  unit: '財政資訊中心',
  ...offices.nationalTax,
  category: 'tax',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['pdf'],
  minutes: 60,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'evidence-only',
});
