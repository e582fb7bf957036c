/** 駕籍資料 (dataset 39): the driver, and one row for each licence held. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, number, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const licences = rows(['licenceList', 'licences'], { 'zh-Hant': '駕駛執照', en: 'licences' }, [
  about(
    text(['licNo', 'licence_no'], '駕照號碼', 'licence number', 'A123456789'),
    '印在駕照上的號碼，一般就是身分證統一編號。',
    'As printed on the licence; usually the holder’s national id.',
  ),
  text(['licTypeNo', 'licence_kind_code'], '駕照種類代碼', 'code of the class', '01', 'plain'),
  about(
    text(['licTypeName', 'licence_kind'], '駕照種類', 'class of licence', '普通小型車'),
    '例如普通小型車、職業大客車、普通重型機車、大型重型機車。',
    'Such as ordinary light vehicle, professional bus, ordinary heavy motorcycle.',
  ),
  about(
    texts(['conditionName', 'conditions'], '持照條件', 'conditions', '限駕自排車'),
    '印在駕照上的條件，例如限駕自排車；沒有條件時不會有值。',
    'Conditions printed on the licence, such as automatic gears only; absent where there are none.',
  ),
  written(date(['firstIssueDt', 'first_issued_date'], '初次領照日期', 'first issued', '1999-07-15'), 'iso-offset'),
  written(date(['issueDt', 'issued_date'], '發照日期', 'date of issue', '2018-06-01'), 'iso-offset'),
  about(
    written(date(['validDt', 'valid_until_date'], '有效日期', 'valid until', '2043-01-01'), 'iso-offset'),
    '駕照有效到這一天；102年7月以後的普通駕照到 75 歲以前免換發。',
    'Last day of the licence; since July 2013 ordinary licences need no renewal before the age of 75.',
  ),
  about(
    written(date(['reviewDt', 'review_date'], '審驗日期', 'next review', '2027-01-01'), 'iso-offset'),
    '職業駕照下次要審驗的日期；普通駕照沒有。',
    'When a professional licence is next reviewed; ordinary licences have none.',
  ),
  text(['controlNo', 'control_no'], '管轄編號', 'control number', '076000000001'),
  text(['issueOffice', 'issuing_office'], '發照機關', 'issuing office', '嘉義區監理所', 'plain'),
  text(['licStatusNo', 'status_code'], '駕照狀態代碼', 'code of state', '0', 'plain'),
  about(
    text(['licStatusName', 'status'], '駕照狀態', 'state of the licence', '正常'),
    '正常、逾期、吊扣、吊銷、註銷或繳回。',
    'Normal (正常), expired (逾期), suspended (吊扣), revoked (吊銷), cancelled (註銷) or given back (繳回).',
  ),
  written(date(['suspendFromDt', 'suspended_from_date'], '吊扣起日', 'suspended from', '2024-03-01'), 'iso-offset'),
  written(date(['suspendToDt', 'suspended_until_date'], '吊扣迄日', 'suspended until', '2024-05-31'), 'iso-offset'),
]);

const shape: Shape = {
  wrappers: ['driverData'],
  parts: [
    {
      columns: [
        nationalId(['driverId', 'person_id'], '駕駛人身分證統一編號', 'id of the driver', 'A123456789'),
        text(['driverName', 'person_name'], '駕駛人姓名', 'name of the driver', '陳筱玲'),
        written(date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-hyphens'),
        code(['sexNo', 'gender'], '性別', 'sex', { 1: '男', 2: '女' }, '女'),
        text(['permZipNo', 'postcode'], '駕籍地郵遞區號', 'postcode', '612'),
        about(
          address(
            ['permAddr', 'registered_address'],
            '駕籍地址',
            'address on record',
            '嘉義縣太保市祥和一路東段1號',
            'one-text',
          ),
          '向監理機關登記的地址，印在駕照上。',
          'The address that the motor vehicles office has, as printed on the licence.',
        ),
        formatted(text(['telNo', 'phone'], '電話', 'phone', '053620123'), 'phone'),
        formatted(text(['mobileNo', 'mobile'], '行動電話', 'mobile phone', '0912345678'), 'mobile'),
        licences,
        about(
          number(['pointSum', 'points'], '一年內違規記點', 'points within a year', '1', 'personal'),
          '最近一年的違規記點合計。',
          'Sum of the points of the last year.',
        ),
        text(['intlLicNo', 'international_licence_no'], '國際駕照號碼', 'international licence number', 'I0000001'),
        written(
          date(
            ['intlValidDt', 'international_licence_valid_until_date'],
            '國際駕照有效日期',
            'international licence valid until',
            '2027-05-31',
          ),
          'iso-offset',
        ),
      ],
    },
  ],
};

export const drivingLicence = defineDataset(
  {
    no: 39,
    id: 'API.n0c9qVZBQI',
    idIs: 'observed',
    name: { 'zh-Hant': '駕籍資料', en: 'Driving licence' },
    ministry: '交通部',
    unit: '公路總局',
    ...offices.road,
    category: 'transport',
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
