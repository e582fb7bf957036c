/** 環境用藥專業技術人員證書 (dataset 71): for makers and sellers of environmental agents, and for pest control. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { appointments, certificateShape } from './certificate-columns.ts';

const shape = certificateShape({
  title: '環境用藥專業技術人員合格證書',
  number: '(110)環署訓證字第LA000001號',
  own: [
    about(
      code(
        ['certkind', 'certificate_kind'],
        '類別',
        'kind of certificate',
        { 1: '環境用藥製造業專業技術人員', 2: '環境用藥販賣業專業技術人員', 3: '病媒防治業專業技術人員' },
        '病媒防治業專業技術人員',
      ),
      '環境用藥製造業、販賣業或病媒防治業。',
      'Whether for making or selling environmental agents, or for pest control.',
    ),
    about(
      text(
        ['licenceno', 'employer_licence_no'],
        '任職業者許可執照字號',
        'licence number of the employer',
        '嘉縣環病媒字第000001號',
        'personal',
      ),
      '設置單位的環境用藥或病媒防治業許可執照字號。',
      'Number of the employer’s licence to make, sell or apply environmental agents.',
    ),
  ],
  rows: [appointments],
});

export const environmentalAgentsTechnicianCertificate = defineDataset(
  {
    no: 71,
    id: 'API.XREvvirM1h',
    idIs: 'assumed',
    name: { 'zh-Hant': '環境用藥專業技術人員證書', en: 'Certificate of environmental agents technicians' },
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
