/** 勞保就保農保給付明細資料 (dataset 51). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const insuranceBenefitDetails = defineDataset({
  no: 51,
  id: 'API.zr8NOGa8kh',
  idIs: 'assumed',
  name: { 'zh-Hant': '勞保就保農保給付明細資料', en: 'Labour, employment and farmers’ insurance benefits (details)' },
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
