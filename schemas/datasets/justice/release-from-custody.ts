/** 出監（院所校）證明 (dataset 95): the certificate given on leaving a prison, detention house, drug abuser’s institution or correctional school. Field names assumed. */
import { about, special, written } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, text } from '../../normalise/columns.ts';
import type { Column, Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const custody: readonly Column[] = [
  text(['inmateNo', 'inmate_no'], '收容編號', 'number in the institution', '0999'),
  text(['prisonName', 'institution'], '矯正機關', 'correctional institution', '法務部矯正署嘉義監獄'),
  about(
    text(['custodyType', 'custody_kind'], '收容身分', 'kind of custody', '受刑人'),
    '例如受刑人、被告、受觀察勒戒人、受戒治人、學生。',
    'Such as prisoner, accused, person under observation or in treatment, student',
  ),
  text(['crimeName', 'offence'], '罪名（案由）', 'offence', '公共危險'),
  text(['courtName', 'court'], '裁判機關', 'court', '臺灣嘉義地方法院'),
  text(['judgeNo', 'judgment_no'], '裁判案號', 'number of the judgment', '112年度交簡字第0號'),
  about(
    text(['sentence', 'sentence'], '刑期', 'sentence', '有期徒刑6月'),
    '裁判宣告的刑期或收容期間。',
    'Length of the sentence or of the custody',
  ),
  date(['inDate', 'admitted_date'], '入監（院所校）日期', 'date of admission', '2024-01-10'),
  date(['outDate', 'released_date'], '出監（院所校）日期', 'date of release', '2024-07-09'),
  about(
    code(
      ['outReason', 'release_reason'],
      '出監（院所校）事由',
      'reason of release',
      {
        1: '期滿',
        2: '縮刑期滿',
        3: '假釋',
        4: '停止執行',
        5: '易科罰金',
        6: '交保',
        7: '保外醫治',
        8: '赦免',
        9: '其他',
      },
      '期滿',
    ),
    '例如期滿、縮刑期滿、假釋、易科罰金。',
    'Such as end of the sentence, reduced sentence, parole, conversion to a fine',
  ),
  date(['paroleEndDate', 'parole_end_date'], '保護管束期滿日期', 'end of the supervision', '2024-12-31'),
];

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['cname', 'person_name'], '姓名', 'name', '陳筱玲'),
        written(date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-hyphens'),
        code(['sex', 'gender'], '性別', 'gender', { M: '男', F: '女' }, '女'),
        address(
          ['householdAddr', 'household_address'],
          '戶籍地址',
          'registered address',
          '嘉義縣太保市祥和里1鄰祥和一路東段1號',
          'one-text',
        ),
        ...custody.map((column) => special(column.kind === 'date' ? written(column, 'roc-hyphens') : column)),
        address(
          ['liveAddr', 'contact_address'],
          '出監後住居所',
          'address after release',
          '嘉義縣太保市祥和里1鄰祥和一路東段1號',
          'one-text',
        ),
        special(
          text(['certNo', 'certificate_no'], '出監證明書字號', 'number of the certificate', '嘉監總字第11300000010號'),
        ),
        special(written(date(['issueDate', 'issued_date'], '核發日期', 'date of issue', '2024-07-09'), 'roc-hyphens')),
        special(text(['issueOrg', 'issuing_office'], '核發機關', 'issued by', '法務部矯正署嘉義監獄')),
      ],
    },
  ],
};

export const releaseFromCustody = defineDataset(
  {
    no: 95,
    id: 'API.omPrjE6Qub',
    idIs: 'assumed',
    name: {
      'zh-Hant': '出監（院所校）證明',
      en: 'Certificate of release from prison, detention house or correctional school',
    },
    ministry: '法務部',
    unit: '',
    ...offices.corrections,
    category: 'justice',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: true,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
