/** 自來水管承裝技工考驗合格證書 (dataset 26): the certificate of the person who passed. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { certificateColumns } from './certificate-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: certificateColumns([
        about(
          text(['techType', 'technician_kind'], '考驗類別', 'kind of technician', '自來水管承裝技工', 'plain'),
          '證書所載的技工類別。',
          'The kind of technician that the certificate names.',
        ),
        text(['examSubject', 'examination_subject'], '考驗科目', 'subject of the examination', '自來水管配管', 'plain'),
      ]),
    },
  ],
};

export const waterPipeTechnicianCertificate = defineDataset(
  {
    no: 26,
    id: 'API.cYYvQ2hZRd',
    idIs: 'assumed',
    name: { 'zh-Hant': '自來水管承裝技工考驗合格證書', en: 'Certificate of qualification of water pipe technicians' },
    ministry: '經濟部',
    unit: '水利署',
    ...offices.water,
    category: 'water-and-energy',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
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
