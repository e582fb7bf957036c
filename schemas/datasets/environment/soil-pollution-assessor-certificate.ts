/** 土壤污染評估調查人員證書 (dataset 72): assessment and investigation of soil pollution. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { certificateShape, hyphened } from './certificate-columns.ts';

const shape = certificateShape({
  title: '土壤污染評估調查人員合格證書',
  number: '(110)環署訓證字第NA000001號',
  own: [
    about(
      text(['qualification', 'qualification'], '參訓資格', 'admitted to training as', '環境工程技師'),
      '參加訓練時採認的技師證書、學歷或工作經歷。',
      'The engineer’s licence, education or experience by which the person was admitted.',
    ),
    about(
      text(['regno', 'registration_no'], '登錄編號', 'number in the register', '土評字第000001號'),
      '登錄為評估調查人員後的編號，簽署評估調查資料時使用。',
      'Number under which the person signs assessments.',
    ),
    hyphened(['regdate', 'registered_date'], '登錄日期', 'date of registration', '2021-07-01'),
    text(['employer', 'employer'], '任職機構', 'employer', '太保環境工程技術顧問股份有限公司'),
  ],
});

export const soilPollutionAssessorCertificate = defineDataset(
  {
    no: 72,
    id: 'API.9P12Kyy3or',
    idIs: 'assumed',
    name: { 'zh-Hant': '土壤污染評估調查人員證書', en: 'Certificate of soil pollution assessors and investigators' },
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
