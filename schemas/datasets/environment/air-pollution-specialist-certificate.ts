/** 空氣污染防治專責人員證書 (dataset 68): by level. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { appointments, certificateShape, level } from './certificate-columns.ts';

const shape = certificateShape({
  title: '空氣污染防制專責人員合格證書',
  number: '(110)環署訓證字第FA000001號',
  own: [
    about(
      code(
        ['certkind', 'certificate_kind'],
        '類別',
        'kind of certificate',
        { 1: '空氣污染防制專責人員', 2: '健康風險評估專責人員' },
        '空氣污染防制專責人員',
      ),
      '空氣污染防制專責人員分甲、乙級；健康風險評估專責人員不分級。',
      'Air pollution control specialists have levels A and B; health risk assessors have none.',
    ),
    level(['甲級', '乙級'], '甲級'),
    about(
      text(['qualification', 'qualification'], '參訓資格', 'admitted to training as', '大學環境工程學系畢業'),
      '參加訓練時採認的學歷、技師證書或工作經歷。',
      'The education, engineer’s licence or experience by which the person was admitted.',
    ),
  ],
  rows: [appointments],
});

export const airPollutionSpecialistCertificate = defineDataset(
  {
    no: 68,
    id: 'API.fCMmwKpH9u',
    idIs: 'assumed',
    name: { 'zh-Hant': '空氣污染防治專責人員證書', en: 'Certificate of air pollution control specialists' },
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
  },
  'assumed',
  shape,
);
