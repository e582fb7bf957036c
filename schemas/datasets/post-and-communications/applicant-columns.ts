/** Columns that the Communications Commission’s licences of equipment share: the person or business who holds them. Names assumed. */
import { about, formatted } from '../../normalise/column-marks.ts';
import { address, businessNumber, nationalId, text } from '../../normalise/columns.ts';
import type { Column } from '../../normalise/shape.ts';

/** A company's data is asked for by its responsible person, who is then the one named. */
export const applicantColumns: readonly Column[] = [
  about(
    nationalId(['IdNumber', 'person_id'], '申請人身分證統一編號', 'id of the applicant', 'A123456789'),
    '申請人；申請人是公司、商號時，為代表人。',
    'The applicant; of a company or business, whoever represents it.',
  ),
  text(['ChineseName', 'person_name'], '申請人姓名', 'name of the applicant', '陳筱玲'),
  businessNumber(['UniformNo', 'business_no'], '統一編號', 'business number', '12345675'),
  text(['CompanyName', 'business_name'], '公司或商號名稱', 'name of the business', '太保漁業行', 'plain'),
  address(['Address', 'contact_address'], '通訊地址', 'contact address', '嘉義縣太保市祥和一路東段1號', 'one-text'),
  formatted(text(['Telephone', 'phone'], '聯絡電話', 'phone', '053620123'), 'phone'),
  formatted(text(['Email', 'email'], '電子郵件', 'e-mail', 'hsiaoling@example.com'), 'email'),
];
