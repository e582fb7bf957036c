/** The researcher of the science council's datasets (97, 98). Field names assumed. */
import { about, formatted } from '../../normalise/column-marks.ts';
import { nationalId, text } from '../../normalise/columns.ts';
import type { Column } from '../../normalise/shape.ts';

export const researcher: readonly Column[] = [
  nationalId(['PERSON_ID', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['NAME_CHI', 'person_name'], '姓名', 'name', '陳筱玲'),
  text(['NAME_ENG', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
  about(
    text(['ORGAN_NAME', 'institution'], '服務機關', 'institution', '國立嘉義大學'),
    '現在任職的大專校院或研究機構。',
    'University or research institution of the present post',
  ),
  text(['DEPT_NAME', 'department'], '服務單位（系所）', 'department', '農藝學系'),
  text(['TITLE_NAME', 'job_title'], '職稱', 'title', '副教授'),
  formatted(text(['EMAIL', 'email'], '電子郵件', 'email', 'hsiaoling@example.com'), 'email'),
];
