/** 勞保身心障礙政府補助費 (dataset 52). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const disabilityPremiumSubsidy = defineDataset({
  no: 52,
  id: 'API.Re7iskoXPi',
  idIs: 'assumed',
  name: {
    'zh-Hant': '勞保身心障礙政府補助費',
    en: 'Government subsidy of labour insurance premiums for persons with disabilities',
  },
  ministry: '勞動部',
  unit: '勞工保險局',
  ...offices.labourInsurance,
  category: 'health-and-labour-insurance',
  identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
  formats: ['json', 'pdf'],
  minutes: 0,
  parameters: [],
  specialCategory: true,
  status: 'in-use',
  offers: 'fields',
});
