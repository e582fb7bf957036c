/** 廢棄物清理專業技術人員證書 (dataset 66): waste clearance or treatment, by level. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { appointments, certificateShape, level } from './certificate-columns.ts';

const shape = certificateShape({
  title: '廢棄物清理專業技術人員合格證書',
  number: '(110)環署訓證字第HA000001號',
  own: [
    about(
      code(
        ['certkind', 'certificate_kind'],
        '類別',
        'kind of certificate',
        { 1: '廢棄物清除專業技術人員', 2: '廢棄物處理專業技術人員' },
        '廢棄物處理專業技術人員',
      ),
      '清除是收集和運輸，處理是中間處理和最終處置。清除分甲、乙、丙級，處理分甲、乙級。',
      'Clearance is collection and transport (levels A, B, C); treatment is intermediate and final (levels A, B).',
    ),
    level(['甲級', '乙級', '丙級'], '甲級'),
  ],
  rows: [appointments],
});

export const wasteTechnicianCertificate = defineDataset(
  {
    no: 66,
    id: 'API.kmBQofvY8b',
    idIs: 'assumed',
    name: { 'zh-Hant': '廢棄物清理專業技術人員證書', en: 'Certificate of waste disposal technicians' },
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
