/** 勞保農保就保給付簡要資料 (dataset 53). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const insuranceBenefitSummary = defineDataset({
  no: 53,
  id: 'API.AepTlHQwOS',
  idIs: 'assumed',
  name: { 'zh-Hant': '勞保農保就保給付簡要資料', en: 'Labour, farmers’ and employment insurance benefits (summary)' },
  ministry: '勞動部',
  unit: '勞工保險局',
  ...offices.labourInsurance,
  category: 'health-and-labour-insurance',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  // The kind of benefit tells of disability or illness.
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
