/** 毒性化學物質專業技術管理人員證書 (dataset 70): by level. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { texts } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { appointments, certificateShape, level } from './certificate-columns.ts';

const shape = certificateShape({
  title: '毒性及關注化學物質專業技術管理人員合格證書',
  number: '(110)環署訓證字第JA000001號',
  own: [
    level(['甲級', '乙級', '丙級'], '甲級'),
    about(
      texts(['opertype', 'operations'], '運作行為', 'operations', '製造', 'plain'),
      '設置場所的運作行為：製造、使用、貯存、運送，可能不只一項。',
      'What is done with the chemicals where the person is appointed: making, use, storage, transport.',
    ),
  ],
  rows: [appointments],
});

export const toxicChemicalsTechnicianCertificate = defineDataset(
  {
    no: 70,
    id: 'API.YZCvfgygCv',
    idIs: 'assumed',
    name: { 'zh-Hant': '毒性化學物質專業技術管理人員證書', en: 'Certificate of toxic chemicals technical managers' },
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
