/** 眷屬身分證 (dataset 88): the card of a veteran’s spouse, child or parent. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, nationalId, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { card, contact, holder, serviceOffice } from './veteran-columns.ts';

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        ...card({ zh: '眷屬身分證', en: 'dependant’s card' }, '眷字第0990005號'),
        about(
          code(
            ['relation', 'relationship'],
            '與榮民關係',
            'relation to the veteran',
            { 1: '配偶', 2: '父母', 3: '子女', 9: '其他' },
            '配偶',
          ),
          '持證人是榮民的什麼人。',
          'What the holder is to the veteran',
        ),
        text(['veteranName', 'veteran_name'], '榮民姓名', 'name of the veteran', '林志明'),
        nationalId(['veteranIdNo', 'veteran_id'], '榮民身分證統一編號', 'national id of the veteran', 'A100000001'),
        text(
          ['veteranCardNo', 'veteran_certificate_no'],
          '榮民證字號',
          'number of the veteran’s card',
          '榮字第0990004號',
        ),
        about(
          yesNo(['veteranAlive', 'veteran_living'], '榮民是否健在', 'whether the veteran is living', '是'),
          '否：榮民已過世，持證人是遺眷。',
          'No: the veteran has died and the holder is bereaved',
        ),
        about(
          yesNo(
            ['nhiDependant', 'insured_as_dependant'],
            '是否以榮民眷屬身分投保健保',
            'insured in health insurance as a dependant',
            '是',
          ),
          '是否以第六類眷戶身分，由榮民服務處投保全民健康保險。',
          'Whether the holder is insured through the veterans service office as a dependant of the sixth class',
        ),
        ...contact,
        serviceOffice,
      ],
    },
  ],
};

export const veteranDependantCard = defineDataset(
  {
    no: 88,
    id: 'API.TtQANu7pKd',
    idIs: 'assumed',
    name: { 'zh-Hant': '眷屬身分證', en: 'Identity card of veterans’ dependants' },
    ministry: '退輔會',
    unit: '',
    ...offices.veterans,
    category: 'military',
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
