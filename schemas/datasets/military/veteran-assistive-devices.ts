/** 榮民輔具申請紀錄 (dataset 90). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const veteranAssistiveDevices = defineDataset({
  no: 90,
  id: 'API.3pufz97nta',
  idIs: 'assumed',
  name: { 'zh-Hant': '榮民輔具申請紀錄', en: 'Applications of veterans for assistive devices' },
  ministry: '退輔會',
  unit: '',
  ...offices.veterans,
  category: 'military',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
