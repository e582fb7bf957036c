/** 機動車輛噪音檢查人員證書 (dataset 75): noise of motor vehicles at rest and when accelerating. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { certificateShape } from './certificate-columns.ts';

const shape = certificateShape({
  title: '機動車輛噪音檢查人員合格證書',
  number: '(110)環署訓證字第VD000001號',
  own: [
    about(
      code(
        ['inspitem', 'inspection_kind'],
        '檢查項目',
        'what may be inspected',
        { 1: '原地噪音', 2: '加速噪音', 3: '原地及加速噪音' },
        '原地及加速噪音',
        'plain',
      ),
      '可檢驗的噪音：車輛靜止時的原地噪音、加速噪音，或兩者。',
      'Noise at rest, noise when accelerating, or both.',
    ),
    text(['employer', 'employer'], '服務單位', 'employer', '太保機車排氣檢驗站'),
    about(
      text(['sendorg', 'sponsoring_organisation'], '薦送機關（構）', 'sent to training by', '嘉義縣環境保護局'),
      '薦送參加訓練的機關或檢驗機構；自行報名的人沒有。',
      'The authority or inspection body that sent the person to the training; absent for others.',
    ),
  ],
});

export const vehicleNoiseInspectorCertificate = defineDataset(
  {
    no: 75,
    id: 'API.ZC3Z8N485A',
    idIs: 'assumed',
    name: { 'zh-Hant': '機動車輛噪音檢查人員證書', en: 'Certificate of motor vehicle noise inspectors' },
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
