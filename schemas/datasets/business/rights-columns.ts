/** What the patents and trademarks of the Intellectual Property Office (datasets 29, 30) share. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { address, businessNumber, date, nationalId, text } from '../../normalise/columns.ts';
import type { Column, ValueColumn } from '../../normalise/shape.ts';

/** This office writes 20240501. */
export const gregorian = (...column: Parameters<typeof date>): ValueColumn => written(date(...column), 'digits');

/** The person, or the business whose certificate was used. */
export const owner: readonly Column[] = [
  about(
    nationalId(['ownerIdNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
    '權利人或代表人的身分證統一編號。',
    'National id of the owner, or of the representative of an owning business',
  ),
  text(['ownerName', 'person_name'], '姓名', 'name', '陳筱玲'),
  text(['ownerNameEn', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
  about(
    businessNumber(['ownerBan', 'business_no'], '統一編號', 'business number', '12345675'),
    '以工商憑證查詢時提供；個人查詢沒有。',
    'Given when asked for with a business certificate; absent for a person',
  ),
  address(
    ['ownerAddr', 'contact_address'],
    '權利人地址',
    'address of the owner',
    '嘉義縣太保市祥和里1鄰祥和一路東段1號',
    'one-text',
  ),
  text(['ownerCountry', 'country'], '權利人國籍', 'country of the owner', '中華民國', 'plain'),
];
