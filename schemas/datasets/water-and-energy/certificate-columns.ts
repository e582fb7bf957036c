/** Columns that the Water Resources Agency’s two certificates of qualification share. Names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, image, nationalId, text } from '../../normalise/columns.ts';
import { sampleJpeg } from '../../normalise/sample-image.ts';
import type { Column } from '../../normalise/shape.ts';

/** Who passed, and what the certificate says of itself. `kind` is the certificate's own column: its trade or post. */
export const certificateColumns = (kind: readonly Column[]): readonly Column[] => [
  nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['name', 'person_name'], '姓名', 'name', '陳筱玲'),
  code(['sex', 'gender'], '性別', 'sex', { 1: '男', 2: '女' }, '女'),
  written(date(['birthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-slashes'),
  text(['certNo', 'certificate_no'], '合格證書字號', 'certificate number', '經水合字第000123號'),
  ...kind,
  text(['examYear', 'examination_year'], '考驗年度', 'year of the examination (ROC)', '110', 'plain'),
  written(date(['examDate', 'examination_date'], '考驗日期', 'date of the examination', '2021-05-15'), 'roc-slashes'),
  about(
    text(['examResult', 'examination_result'], '考驗結果', 'result of the examination', '合格'),
    '考驗的結果：合格或不合格；有證書者為合格。',
    'Passed (合格) or failed (不合格); whoever has the certificate has passed.',
  ),
  written(date(['issueDate', 'issued_date'], '發證日期', 'date of issue', '2021-07-01'), 'roc-slashes'),
  about(
    code(['issueType', 'issue_kind'], '核發別', 'kind of issue', { N: '初發', R: '補發', C: '換發' }, '初發'),
    '這張證書是初發、補發（遺失）或換發（毀損、資料變更）。',
    'Whether this certificate is the first one, replaces a lost one (補發), or was exchanged (換發).',
  ),
  text(['issueOrg', 'issuing_office'], '發證機關', 'issuing authority', '經濟部', 'plain'),
  about(
    text(['certStatus', 'status'], '證書狀態', 'state of the certificate', '有效'),
    '有效、廢止或註銷。',
    'Valid (有效), revoked (廢止) or cancelled (註銷).',
  ),
  image(['photo', 'photo'], '相片', 'photograph', sampleJpeg),
];
