/** 船舶電臺執照資料 (dataset 103). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const shipRadioStationLicence = defineDataset({
  no: 103,
  id: 'API.SQbf3Sn7Cb',
  idIs: 'assumed',
  name: { 'zh-Hant': '船舶電臺執照資料', en: 'Ship radio station licences' },
  ministry: '通傳會',
  unit: '',
  ...offices.communications,
  category: 'post-and-communications',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document', 'business-certificate'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
