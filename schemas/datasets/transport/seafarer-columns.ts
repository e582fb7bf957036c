/** Columns that the Maritime Port Bureau’s seafarer datasets share: who the seafarer is. Names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, text } from '../../normalise/columns.ts';
import type { Column } from '../../normalise/shape.ts';

export const seafarerColumns: readonly Column[] = [
  nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['nameZh', 'person_name'], '姓名', 'name', '陳筱玲'),
  about(
    text(['nameEn', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
    '與護照相同的英文姓名。',
    'As in the passport.',
  ),
  code(['sex', 'gender'], '性別', 'sex', { M: '男', F: '女' }, '女'),
  written(date(['birthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'iso'),
  text(['nationality', 'nationality'], '國籍', 'nationality', '中華民國'),
  text(['seamanBookNo', 'seafarer_book_no'], '船員服務手冊號碼', 'number of the seafarer’s book', 'S0123456'),
  written(
    date(
      ['seamanBookValidDate', 'seafarer_book_valid_until_date'],
      '船員服務手冊有效期限',
      'book valid until',
      '2029-05-31',
    ),
    'iso',
  ),
];
