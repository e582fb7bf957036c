/** 自來水事業人員考驗合格證書 (dataset 27). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const waterworksStaffCertificate = defineDataset({
  no: 27,
  id: 'API.7RKTimoC5v',
  idIs: 'assumed',
  name: { 'zh-Hant': '自來水事業人員考驗合格證書', en: 'Certificate of qualification of waterworks personnel' },
  ministry: '經濟部',
  unit: '水利署',
  ...offices.water,
  category: 'water-and-energy',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
