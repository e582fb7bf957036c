/** 醫事人員繼續教育積分（不含護產積分） (table 4, row 4). Planned: nothing about it is known but its name. */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

export const healthProfessionalEducation = defineDataset({
  no: null,
  id: 'API.UECLGqsV54',
  idIs: 'assumed',
  name: {
    'zh-Hant': '醫事人員繼續教育積分（不含護產積分）',
    en: 'Continuing education credits of health professionals (nurses and midwives excluded)',
  },
  ministry: '衛福部',
  unit: '',
  ...offices.medicalAffairs,
  category: 'health',
  identity: [],
  formats: [],
  minutes: null,
  parameters: [],
  specialCategory: false,
  status: 'planned',
  offers: 'nothing-yet',
});
