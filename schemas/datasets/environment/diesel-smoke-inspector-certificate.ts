/** 柴油車排放煙度儀器檢查人員證書 (dataset 78): smoke of diesel vehicles by instrument. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { certificateShape } from './certificate-columns.ts';

const shape = certificateShape({
  title: '柴油車排放煙度儀器檢查人員合格證書',
  number: '(110)環署訓證字第VC000001號',
  own: [
    about(
      code(
        ['inspitem', 'inspection_kind'],
        '檢查項目',
        'what may be inspected',
        { 1: '無負載急加速', 2: '全負載定轉速', 3: '無負載急加速及全負載定轉速' },
        '無負載急加速及全負載定轉速',
        'plain',
      ),
      '可操作的煙度試驗：無負載急加速、全負載定轉速，或兩者。',
      'Free acceleration, full load at steady speed, or both.',
    ),
    text(['employer', 'employer'], '服務單位', 'employer', '嘉義縣柴油車動力計排煙檢測站'),
    about(
      text(['sendorg', 'sponsoring_organisation'], '薦送機關（構）', 'sent to training by', '嘉義縣環境保護局'),
      '薦送參加訓練的機關或檢驗機構；自行報名的人沒有。',
      'The authority or inspection body that sent the person to the training; absent for others.',
    ),
  ],
});

export const dieselSmokeInspectorCertificate = defineDataset(
  {
    no: 78,
    id: 'API.wAd7vUXGsV',
    idIs: 'assumed',
    name: { 'zh-Hant': '柴油車排放煙度儀器檢查人員證書', en: 'Certificate of diesel vehicle smoke opacity inspectors' },
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
