/** 遺眷家戶代表證 (dataset 82): the card of the one who stands for a late veteran’s household. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, nationalId, rows, text } from '../../normalise/columns.ts';
import type { Column, Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { card, contact, holder, serviceOffice, slashDate } from './veteran-columns.ts';

const members: readonly Column[] = [
  nationalId(['memberIdNo', 'person_id'], '遺眷身分證統一編號', 'national id of the family member', 'B223456782'),
  text(['memberName', 'person_name'], '遺眷姓名', 'name of the family member', '林小安'),
  about(
    text(['memberRelation', 'relationship'], '與故榮民關係', 'relation to the late veteran', '長女'),
    '這位遺眷是故榮民的什麼人，例如配偶、長女。',
    'What the member was to the late veteran, such as spouse or eldest daughter',
  ),
  slashDate(['memberBirthDate', 'birth_date'], '遺眷出生日期', 'date of birth of the family member', '2008-05-20'),
];

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        ...card({ zh: '遺眷家戶代表證', en: 'representative’s card' }, '遺字第0990003號'),
        text(['veteranName', 'deceased_veteran_name'], '故榮民姓名', 'name of the late veteran', '林志明'),
        nationalId(
          ['veteranIdNo', 'deceased_veteran_id'],
          '故榮民身分證統一編號',
          'national id of the late veteran',
          'A100000001',
        ),
        text(
          ['veteranCardNo', 'deceased_veteran_certificate_no'],
          '故榮民榮民證字號',
          'number of the late veteran’s card',
          '榮字第0990004號',
        ),
        slashDate(['veteranDeathDate', 'deceased_date'], '故榮民死亡日期', 'date of the veteran’s death', '2018-11-20'),
        about(
          code(
            ['relation', 'relationship'],
            '與故榮民關係',
            'relation to the late veteran',
            { 1: '配偶', 2: '父母', 3: '子女', 9: '其他' },
            '配偶',
          ),
          '代表人是故榮民的什麼人。',
          'What the representative was to the late veteran',
        ),
        rows(['members', 'family_members'], { 'zh-Hant': '同戶遺眷', en: 'family members in the household' }, members),
        ...contact,
        serviceOffice,
      ],
    },
  ],
};

export const bereavedFamilyRepresentativeCard = defineDataset(
  {
    no: 82,
    id: 'API.P8cgpPoPsn',
    idIs: 'assumed',
    name: { 'zh-Hant': '遺眷家戶代表證', en: 'Card of the representative of a bereaved family' },
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
