/** 汽機車行車型態及惰轉狀態檢查人員證書 (dataset 74): exhaust over a driving cycle and at idle. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { certificateShape } from './certificate-columns.ts';

const shape = certificateShape({
  title: '汽機車行車型態及惰轉狀態檢查人員合格證書',
  number: '(110)環署訓證字第VB000001號',
  own: [
    about(
      code(
        ['inspitem', 'inspection_kind'],
        '檢查項目',
        'what may be inspected',
        { 1: '汽車', 2: '機車', 3: '汽車及機車' },
        '汽車及機車',
        'plain',
      ),
      '可用行車型態測定檢查的車種：汽車、機車，或兩者。',
      'Which vehicles may be measured over a driving cycle: cars, motorcycles, or both.',
    ),
    text(['employer', 'employer'], '服務單位', 'employer', '太保機車排氣檢驗站'),
    about(
      text(['sendorg', 'sponsoring_organisation'], '薦送機關（構）', 'sent to training by', '嘉義縣環境保護局'),
      '薦送參加訓練的機關或檢驗機構；自行報名的人沒有。',
      'The authority or inspection body that sent the person to the training; absent for others.',
    ),
  ],
});

export const drivingPatternInspectorCertificate = defineDataset(
  {
    no: 74,
    id: 'API.hA0lQHZLRg',
    idIs: 'assumed',
    name: {
      'zh-Hant': '汽機車行車型態及惰轉狀態檢查人員證書',
      en: 'Certificate of inspectors of vehicle driving patterns and idling',
    },
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
