/** 加油站油氣回收設施專業檢驗測定人員證書 (dataset 77): vapour recovery at petrol stations. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { certificateShape } from './certificate-columns.ts';

const shape = certificateShape({
  title: '加油站油氣回收設施專業檢驗測定人員合格證書',
  number: '(110)環署訓證字第VE000001號',
  own: [
    about(
      code(
        ['inspitem', 'inspection_kind'],
        '檢查項目',
        'what may be inspected',
        { 1: '氣漏測試', 2: '氣油比測試', 3: '氣漏及氣油比測試' },
        '氣漏及氣油比測試',
        'plain',
      ),
      '可辦理的測試：氣漏、氣油比，或兩者。',
      'Leak test, vapour-to-liquid ratio, or both.',
    ),
    text(['employer', 'employer'], '服務單位', 'employer', '太保環境檢驗股份有限公司'),
    about(
      text(['sendorg', 'sponsoring_organisation'], '薦送機關（構）', 'sent to training by', '嘉義縣環境保護局'),
      '薦送參加訓練的機關或檢驗機構；自行報名的人沒有。',
      'The authority or inspection body that sent the person to the training; absent for others.',
    ),
  ],
});

export const petrolVapourTesterCertificate = defineDataset(
  {
    no: 77,
    id: 'API.CBvJ2v2j2u',
    idIs: 'assumed',
    name: {
      'zh-Hant': '加油站油氣回收設施專業檢驗測定人員證書',
      en: 'Certificate of testers of petrol station vapour recovery',
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
