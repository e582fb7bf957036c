/** 護照資料 (dataset 91): the data page of the person’s latest passport; dates are ISO. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, text, texts, yesNo } from '../../normalise/columns.ts';
import type { Shape, ValueColumn } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const isoDate = (...column: Parameters<typeof date>): ValueColumn => written(date(...column), 'iso');

const shape: Shape = {
  parts: [
    {
      columns: [
        about(
          text(['PassportNo', 'passport_no'], '護照號碼', 'passport number', '399900001'),
          '護照資料頁右上角的 9 位號碼。',
          'The nine digits at the top right of the data page',
        ),
        about(
          code(
            ['PassportType', 'passport_kind'],
            '護照種類',
            'kind of passport',
            { P: '普通護照', O: '公務護照', D: '外交護照' },
            '普通護照',
          ),
          '普通護照、公務護照或外交護照。',
          'Ordinary, official or diplomatic',
        ),
        text(['CountryCode', 'country_code'], '代碼', 'code of the issuing country', 'TWN', 'plain'),
        text(['ChineseName', 'person_name'], '中文姓名', 'name in Chinese', '陳筱玲'),
        text(['Surname', 'surname_en'], '外文姓', 'surname in Latin letters', 'CHEN'),
        text(['GivenNames', 'given_name_en'], '外文名', 'given names in Latin letters', 'HSIAO-LING'),
        about(
          texts(['AlsoKnownAs', 'other_names_en'], '外文別名', 'other names in Latin letters', 'CHEN, SHAO LING'),
          '資料頁「外文別名」欄；沒有別名就不提供。',
          'Names under “also known as” on the data page; absent when there are none',
        ),
        text(['Nationality', 'nationality'], '國籍', 'nationality', '中華民國 REPUBLIC OF CHINA'),
        nationalId(['PersonalNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        code(['Sex', 'gender'], '性別', 'sex', { M: '男', F: '女' }, '女'),
        isoDate(['BirthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        text(['BirthPlace', 'birth_place'], '出生地', 'place of birth', '臺灣嘉義縣'),
        isoDate(['IssueDate', 'issued_date'], '發照日期', 'date of issue', '2022-04-18'),
        isoDate(['ExpiryDate', 'valid_until_date'], '效期截止日期', 'date of expiry', '2032-04-18'),
        text(['Authority', 'issuing_office'], '發照機關', 'authority', '外交部', 'plain'),
        yesNo(['IsChip', 'has_chip'], '是否為晶片護照', 'whether it has a chip', '是', 'plain'),
        about(
          code(
            ['Status', 'status'],
            '護照狀態',
            'state of the passport',
            { 1: '有效', 2: '逾期', 3: '遺失註銷', 4: '換發註銷' },
            '有效',
          ),
          '有效、逾期、遺失註銷或換發註銷。',
          'Valid, expired, cancelled as lost, or cancelled on replacement',
        ),
      ],
    },
  ],
};

export const passport = defineDataset(
  {
    no: 91,
    id: 'API.KIMwlrfQ9L',
    idIs: 'assumed',
    name: { 'zh-Hant': '護照資料', en: 'Passport' },
    ministry: '外交部',
    unit: '領事局',
    ...offices.consular,
    category: 'police-and-immigration',
    identity: ['citizen-certificate', 'tw-fido'],
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
