/** 客語能力認證證書資料 (dataset 101): the person, and one row for each certificate. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { hakkaAccents } from './hakka-accents.ts';

const certificates = rows(['language_cert', 'certificates'], { 'zh-Hant': '客語能力認證證書', en: 'certificates' }, [
  text(['cert_no', 'certificate_no'], '證書字號', 'certificate number', '客會認字第1120000123號'),
  about(
    code(['level', 'level'], '級別', 'level', { 1: '基礎級', 2: '初級', 3: '中級', 4: '中高級', 5: '高級' }, '中級'),
    '證書所載的級別，由低到高為基礎級、初級、中級、中高級、高級。',
    'The level passed, from basic (基礎級) to advanced (高級).',
  ),
  code(['accent', 'accent'], '腔調', 'accent', hakkaAccents, '四縣腔'),
  text(['exam_year', 'examination_year'], '認證年度', 'year of the test (ROC)', '112'),
  written(date(['exam_date', 'examination_date'], '考試日期', 'date of the test', '2023-08-19'), 'roc-hyphens'),
  text(['admission_no', 'admission_no'], '准考證號碼', 'admission number', '112300123'),
  number(['score', 'total_score'], '總成績', 'total score', '250', 'personal'),
  written(date(['issue_date', 'issued_date'], '發證日期', 'date of issue', '2023-11-15'), 'roc-hyphens'),
  code(['issue_type', 'issue_kind'], '核發別', 'kind of issue', { 1: '初發', 2: '補發', 3: '換發' }, '初發'),
  text(['issue_org', 'issuing_office'], '發證機關', 'issuing authority', '客家委員會', 'plain'),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['id_no', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['name', 'person_name'], '姓名', 'name', '陳筱玲'),
        about(
          text(['name_en', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
          '與護照相同的英文姓名。',
          'As in the passport.',
        ),
        code(['sex', 'gender'], '性別', 'sex', { M: '男', F: '女' }, '女'),
        written(date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-hyphens'),
        certificates,
      ],
    },
  ],
};

export const hakkaLanguageCertificate = defineDataset(
  {
    no: 101,
    id: 'API.ZsUqWQRceI',
    idIs: 'assumed',
    name: { 'zh-Hant': '客語能力認證證書資料', en: 'Certificates of proficiency in Hakka' },
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
