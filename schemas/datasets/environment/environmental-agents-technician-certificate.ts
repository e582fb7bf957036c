/** 環境用藥專業技術人員證書 (dataset 71). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const environmentalAgentsTechnicianCertificate = defineDataset({
  no: 71,
  id: 'API.XREvvirM1h',
  idIs: 'assumed',
  name: { 'zh-Hant': '環境用藥專業技術人員證書', en: 'Certificate of environmental agents technicians' },
  ministry: '環保署',
  unit: '',
  ...offices.environment,
  category: 'environment',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: false,
  status: 'in-use',
  offers: 'fields',
});
