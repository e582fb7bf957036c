/** 自來水事業人員考驗合格證書 (dataset 27): the certificate of the person who passed. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, text } from '../../normalise/columns.ts';
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
          code(
            ['staffType', 'staff_kind'],
            '考驗類別',
            'kind of work',
            { 1: '施工人員', 2: '管理人員', 3: '化驗人員', 4: '操作人員' },
            '操作人員',
            'plain',
          ),
          '自來水法第57條的四類技術人員：施工、管理、化驗、操作。',
          'The four kinds of technical staff of the Water Supply Act, art. 57: construction, management, testing, operation.',
        ),
        text(['examSubject', 'examination_subject'], '考驗科目', 'subject of the examination', '淨水操作', 'plain'),
      ]),
    },
  ],
};

export const waterworksStaffCertificate = defineDataset(
  {
    no: 27,
    id: 'API.7RKTimoC5v',
    idIs: 'assumed',
    name: { 'zh-Hant': '自來水事業人員考驗合格證書', en: 'Certificate of qualification of waterworks personnel' },
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
