/** Columns that the licences of tour guides and tour managers share. Names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, image, nationalId, text, texts } from '../../normalise/columns.ts';
import { sampleJpeg } from '../../normalise/sample-image.ts';
import type { Column } from '../../normalise/shape.ts';

/** The holder and the licence; `kind` is the licence's own column. Only licences in force are given. */
export const tourLicenceColumns = (kind: readonly Column[]): readonly Column[] => [
  nationalId(['id_no', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['chinese_name', 'person_name'], '姓名', 'name', '陳筱玲'),
  about(
    text(['english_name', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
    '與護照相同的英文姓名。',
    'As in the passport.',
  ),
  code(['gender', 'gender'], '性別', 'sex', { M: '男', F: '女' }, '女'),
  written(date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'iso'),
  text(['license_no', 'licence_no'], '執業證編號', 'licence number', '000123'),
  ...kind,
  about(
    texts(['languages', 'languages'], '語言別', 'languages', '英語'),
    '執業證所載的語言；可能不只一種。',
    'The languages that the licence names; there may be several.',
  ),
  text(
    ['exam_cert_no', 'examination_certificate_no'],
    '考試及格證書字號',
    'examination certificate',
    '(108)專普字第000123號',
  ),
  text(
    ['training_cert_no', 'training_certificate_no'],
    '職前訓練結業證書字號',
    'training certificate',
    '觀訓字第000123號',
  ),
  written(date(['issue_date', 'issued_date'], '發證日期', 'date of issue', '2024-05-01'), 'iso'),
  about(
    written(date(['expire_date', 'valid_until_date'], '有效期限', 'valid until', '2027-04-30'), 'iso'),
    '執業證有效期間三年，期滿前要申請換發。',
    'A licence is valid for three years and must be renewed before.',
  ),
  about(
    code(['employ_type', 'employment_kind'], '執業別', 'way of working', { 1: '專任', 2: '特約' }, '特約'),
    '受僱於一家旅行業（專任），或由旅行業臨時僱用（特約）。',
    'Employed by one travel agency (專任), or engaged tour by tour (特約).',
  ),
  text(['agency_name', 'employer_name'], '任職旅行業', 'travel agency', '太保旅行社有限公司'),
  text(['issue_org', 'issuing_office'], '發證機關', 'issuing authority', '交通部觀光署', 'plain'),
  image(['photo', 'photo'], '相片', 'photograph', sampleJpeg),
  text(['license_status', 'status'], '執業證狀態', 'state of the licence', '有效'),
];
