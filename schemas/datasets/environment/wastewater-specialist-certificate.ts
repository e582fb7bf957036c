/** 廢(污)水處理專責人員證書 (dataset 67): by level. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { appointments, certificateShape, level } from './certificate-columns.ts';

const shape = certificateShape({
  title: '廢（污）水處理專責人員合格證書',
  number: '(110)環署訓證字第GA000001號',
  own: [
    level(['甲級', '乙級'], '甲級'),
    about(
      text(['qualification', 'qualification'], '參訓資格', 'admitted to training as', '大學環境工程學系畢業'),
      '參加訓練時採認的學歷、技師證書或工作經歷。',
      'The education, engineer’s licence or experience by which the person was admitted.',
    ),
  ],
  rows: [appointments],
});

export const wastewaterSpecialistCertificate = defineDataset(
  {
    no: 67,
    id: 'API.AK0jK1t93w',
    idIs: 'assumed',
    name: { 'zh-Hant': '廢(污)水處理專責人員證書', en: 'Certificate of wastewater and sewage treatment specialists' },
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
