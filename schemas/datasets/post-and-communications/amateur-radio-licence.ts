/** 業餘無線電人員執照資料 (dataset 102). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const amateurRadioLicence = defineDataset({
  no: 102,
  id: 'API.Av0P1hiGNo',
  idIs: 'assumed',
  name: { 'zh-Hant': '業餘無線電人員執照資料', en: 'Amateur radio operators’ licences' },
  ministry: '通傳會',
  unit: '',
  ...offices.communications,
  category: 'post-and-communications',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
