/** Columns that the Ministry of Culture’s grants and awards share: the person or group who received them. Names assumed. */
import { about, formatted } from '../../normalise/column-marks.ts';
import { address, businessNumber, code, nationalId, text } from '../../normalise/columns.ts';
import type { Column } from '../../normalise/shape.ts';

export const recipientColumns: readonly Column[] = [
  about(
    nationalId(['personId', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
    '申請或獲獎的個人；團體為負責人。',
    'The person who applied or won; of a group, whoever is responsible for it.',
  ),
  text(['personName', 'person_name'], '姓名', 'name', '陳筱玲'),
  code(['applicantType', 'recipient_kind'], '身分別', 'kind of recipient', { P: '個人', G: '團體' }, '個人'),
  text(['groupName', 'group_name'], '團體名稱', 'name of the group', '太保祥和劇團', 'plain'),
  businessNumber(['taxId', 'business_no'], '團體統一編號', 'business number of the group', '12345675'),
  text(['stageName', 'stage_name'], '筆名或藝名', 'pen or stage name', '小玲'),
  address(
    ['contactAddress', 'contact_address'],
    '通訊地址',
    'contact address',
    '嘉義縣太保市祥和一路東段1號',
    'one-text',
  ),
  formatted(text(['contactTel', 'phone'], '聯絡電話', 'phone', '053620123'), 'phone'),
  formatted(text(['email', 'email'], '電子郵件', 'e-mail', 'hsiaoling@example.com'), 'email'),
];
