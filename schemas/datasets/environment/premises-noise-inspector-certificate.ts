/** 公私場所噪音狀況檢查或鑑定人員證書 (dataset 76): noise of factories, building sites and other premises. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { certificateShape } from './certificate-columns.ts';

const shape = certificateShape({
  title: '公私場所噪音狀況檢查或鑑定人員合格證書',
  number: '(110)環署訓證字第NB000001號',
  own: [
    about(
      code(
        ['inspitem', 'inspection_kind'],
        '檢查項目',
        'what may be inspected',
        { 1: '檢查', 2: '鑑定', 3: '檢查及鑑定' },
        '檢查及鑑定',
        'plain',
      ),
      '可辦理的工作：噪音狀況的檢查、鑑定，或兩者。',
      'Inspection of the state of noise, its assessment, or both.',
    ),
    text(['employer', 'employer'], '服務單位', 'employer', '太保環境檢驗股份有限公司'),
    about(
      text(['sendorg', 'sponsoring_organisation'], '薦送機關（構）', 'sent to training by', '嘉義縣環境保護局'),
      '薦送參加訓練的機關或檢驗機構；自行報名的人沒有。',
      'The authority or inspection body that sent the person to the training; absent for others.',
    ),
  ],
});

export const premisesNoiseInspectorCertificate = defineDataset(
  {
    no: 76,
    id: 'API.g2sJalfGzt',
    idIs: 'assumed',
    name: {
      'zh-Hant': '公私場所噪音狀況檢查或鑑定人員證書',
      en: 'Certificate of noise inspectors and assessors of public and private premises',
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
