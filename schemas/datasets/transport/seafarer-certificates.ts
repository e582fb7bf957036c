/** 船員適任證書資料 (dataset 45): the seafarer, and one row for each certificate. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, image, rows, text, texts } from '../../normalise/columns.ts';
import { sampleJpeg } from '../../normalise/sample-image.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { seafarerColumns } from './seafarer-columns.ts';

const certificates = rows(['certificates', 'certificates'], { 'zh-Hant': '適任證書', en: 'certificates' }, [
  text(['certNo', 'certificate_no'], '適任證書號碼', 'certificate number', 'C0012345'),
  code(
    ['department', 'department'],
    '部門',
    'department',
    { D: '艙面部門', E: '輪機部門', R: '電信部門' },
    '艙面部門',
    'plain',
  ),
  about(
    text(['rank', 'capacity'], '職級', 'capacity', '一等船副'),
    '可以擔任的職務，例如一等船長、一等大副、一等船副、二等管輪。',
    'The capacity that the holder may serve in, such as master, chief officer, officer or engineer, first or second class.',
  ),
  text(['rankEn', 'capacity_en'], '英文職級', 'capacity in English', 'OFFICER IN CHARGE OF A NAVIGATIONAL WATCH'),
  code(
    ['level', 'responsibility_level'],
    '責任級別',
    'level of responsibility',
    { M: '管理級', O: '操作級', S: '助理級' },
    '操作級',
    'plain',
  ),
  about(
    text(['stcwRule', 'stcw_regulation'], 'STCW公約規則', 'STCW regulation', 'II/1', 'plain'),
    '航海人員訓練、發證及當值標準國際公約的規則編號。',
    'Regulation of the International Convention on Standards of Training, Certification and Watchkeeping for Seafarers.',
  ),
  texts(['functions', 'functions'], '職能', 'functions', '航行'),
  about(
    texts(['limitations', 'limitations'], '限制', 'limitations', '無限制'),
    '船舶總噸位、主機推進動力、航行區域等限制。',
    'Limits of gross tonnage, propulsion power, sea area and the like.',
  ),
  written(date(['issueDate', 'issued_date'], '核發日期', 'date of issue', '2022-06-01'), 'iso'),
  about(
    written(date(['expiryDate', 'valid_until_date'], '有效期限', 'valid until', '2027-05-31'), 'iso'),
    '適任證書有效期間五年，期滿前要申請換發。',
    'A certificate is valid for five years and must be renewed before.',
  ),
  text(['issueOffice', 'issuing_office'], '核發機關', 'issuing authority', '交通部航港局', 'plain'),
  about(
    text(['certStatus', 'status'], '證書狀態', 'state of the certificate', '有效'),
    '有效、逾期、註銷、收回或廢止。',
    'Valid (有效), expired (逾期), cancelled (註銷), withheld (收回) or revoked (廢止).',
  ),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [{ columns: [...seafarerColumns, image(['photo', 'photo'], '相片', 'photograph', sampleJpeg), certificates] }],
};

export const seafarerCertificates = defineDataset(
  {
    no: 45,
    id: 'API.xeRDMrSCLP',
    idIs: 'assumed',
    name: { 'zh-Hant': '船員適任證書資料', en: 'Seafarers’ certificates of competency' },
    ministry: '交通部',
    unit: '航港局',
    ...offices.maritime,
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
