/** 客語薪傳師資料 (dataset 100): the teacher, and one row for each certificate. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { hakkaAccents } from './hakka-accents.ts';

const certificates = rows(['teacher_cert', 'certificates'], { 'zh-Hant': '薪傳師證書', en: 'certificates' }, [
  text(['cert_no', 'certificate_no'], '薪傳師證書字號', 'certificate number', '客會薪字第1110000123號'),
  about(
    code(
      ['cert_type', 'certificate_kind'],
      '薪傳師類別',
      'kind of teacher',
      { 1: '客語語言類', 2: '客語文學類', 3: '客語歌謠類', 4: '客語戲劇類' },
      '客語語言類',
    ),
    '認定的類別：語言、文學、歌謠或戲劇。',
    'What the teacher is recognised for: language, literature, songs or drama.',
  ),
  code(['accent', 'accent'], '腔調', 'accent', hakkaAccents, '四縣腔'),
  text(['recognise_year', 'recognised_year'], '認定年度', 'year of recognition (ROC)', '111'),
  written(date(['issue_date', 'issued_date'], '發證日期', 'date of issue', '2022-09-01'), 'roc-hyphens'),
  written(date(['valid_from', 'valid_from_date'], '有效期間起日', 'valid from', '2022-09-01'), 'roc-hyphens'),
  about(
    written(date(['valid_to', 'valid_until_date'], '有效期間迄日', 'valid until', '2027-08-31'), 'roc-hyphens'),
    '證書有效到這一天；沒有期限的證書不會有值。',
    'Last day of the certificate; absent where it has no term.',
  ),
  text(['issue_org', 'issuing_office'], '發證機關', 'issuing authority', '客家委員會', 'plain'),
  about(
    text(['cert_status', 'status'], '證書狀態', 'state of the certificate', '有效'),
    '有效、逾期、撤銷或廢止。',
    'Valid (有效), expired (逾期), withdrawn (撤銷) or revoked (廢止).',
  ),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['id_no', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['name', 'person_name'], '姓名', 'name', '陳筱玲'),
        code(['sex', 'gender'], '性別', 'sex', { M: '男', F: '女' }, '女'),
        written(date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-hyphens'),
        address(
          ['address', 'contact_address'],
          '通訊地址',
          'contact address',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        formatted(text(['tel', 'phone'], '聯絡電話', 'phone', '053620123'), 'phone'),
        formatted(text(['mobile', 'mobile'], '行動電話', 'mobile phone', '0912345678'), 'mobile'),
        formatted(text(['email', 'email'], '電子郵件', 'e-mail', 'hsiaoling@example.com'), 'email'),
        about(
          texts(['service_area', 'service_areas'], '可服務縣市', 'counties served', '嘉義縣'),
          '願意前往傳習的縣市。',
          'The counties where the teacher is willing to teach.',
        ),
        texts(['specialty', 'specialities'], '專長', 'specialities', '客語教學'),
        certificates,
      ],
    },
  ],
};

export const hakkaLanguageTeacher = defineDataset(
  {
    no: 100,
    id: 'API.r8rOZh7zFT',
    idIs: 'assumed',
    name: { 'zh-Hant': '客語薪傳師資料', en: 'Hakka language teachers' },
    ministry: '客委會',
    unit: '',
    ...offices.hakka,
    category: 'culture',
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
