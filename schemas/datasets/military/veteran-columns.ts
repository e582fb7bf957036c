/** What the cards and subsidies of the Veterans Affairs Council (datasets 81 to 90) share. Field names assumed. */
import { about, formatted, written } from '../../normalise/column-marks.ts';
import { address, code, date, money, nationalId, number, text } from '../../normalise/columns.ts';
import type { Column, ValueColumn } from '../../normalise/shape.ts';

/** This council writes 069/01/01. */
export const slashDate = (...column: Parameters<typeof date>): ValueColumn => written(date(...column), 'roc-slashes');

export const holder: readonly Column[] = [
  nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['name', 'person_name'], '姓名', 'name', '陳筱玲'),
  slashDate(['birthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
  code(['sex', 'gender'], '性別', 'gender', { 1: '男', 2: '女' }, '女'),
];

export const contact: readonly Column[] = [
  address(
    ['householdAddr', 'household_address'],
    '戶籍地址',
    'registered address',
    '嘉義縣太保市祥和里1鄰祥和一路東段1號',
    'one-text',
  ),
  address(
    ['contactAddr', 'contact_address'],
    '通訊地址',
    'contact address',
    '嘉義縣太保市祥和里1鄰祥和一路東段1號',
    'one-text',
  ),
  formatted(text(['tel', 'phone'], '聯絡電話', 'phone', '05-3620123'), 'phone'),
  formatted(text(['mobile', 'mobile'], '行動電話', 'mobile phone', '0912345678'), 'mobile'),
];

export const serviceOffice = about(
  text(['serviceOffice', 'service_office'], '所屬榮民服務處', 'veterans service office', '嘉義榮民服務處', 'plain'),
  '照顧這位當事人的榮民服務處，依戶籍地劃分。',
  'The veterans service office in charge of the person, by registered address',
);

/** `name`: what the card is called on its face. */
export const card = (name: { readonly zh: string; readonly en: string }, sample: string): readonly Column[] => [
  text(['cardNo', 'certificate_no'], `${name.zh}字號`, `number of the ${name.en}`, sample),
  slashDate(['issueDate', 'issued_date'], '發證日期', 'date of issue', '2019-03-15'),
  code(
    ['issueType', 'issue_reason'],
    '核發別',
    'reason of issue',
    { 1: '初發', 2: '換發', 3: '補發' },
    '初發',
    'plain',
  ),
  text(['issueUnit', 'issuing_office'], '發證機關', 'issued by', '國軍退除役官兵輔導委員會', 'plain'),
  code(['status', 'status'], '證件狀態', 'state of the card', { 1: '有效', 2: '註銷', 3: '停權' }, '有效'),
];

/** Dates are ISO; `years` as the council counts them. */
export const service = (from: string, to: string, years: string): readonly Column[] => [
  about(
    text(['branch', 'service_branch'], '軍種', 'branch of service', '陸軍'),
    '退伍時的軍種，例如陸軍、海軍、空軍、憲兵。',
    'Branch at discharge: army, navy, air force, military police and so on',
  ),
  text(['rank', 'rank'], '官階', 'rank at discharge', '陸軍中士'),
  about(
    text(['dischargeType', 'discharge_kind'], '退除役別', 'kind of discharge', '退伍'),
    '例如退伍、解除召集、除役。',
    'Such as discharged, released from recall, retired from the reserve',
  ),
  slashDate(['enlistDate', 'enlisted_date'], '入伍日期', 'date of enlistment', from),
  slashDate(['dischargeDate', 'discharged_date'], '退伍日期', 'date of discharge', to),
  number(['serviceYears', 'service_years'], '服役年資（年）', 'years of service', years, 'personal'),
];

/** One application for a subsidy and what became of it; stands at the head of each row. */
export const application: readonly Column[] = [
  text(['applyNo', 'application_no'], '申請案號', 'application number', '113090001'),
  slashDate(['applyDate', 'applied_date'], '申請日期', 'date of application', '2024-09-10'),
];

/** `amount`: of the sample, in New Taiwan dollars. */
export const outcome = (amount: string): readonly Column[] => [
  code(
    ['result', 'review_result'],
    '審核結果',
    'result of the review',
    { 1: '核定補助', 2: '不予補助', 3: '審核中', 4: '待補件' },
    '核定補助',
  ),
  slashDate(['approveDate', 'approved_date'], '核定日期', 'date of approval', '2024-10-15'),
  money(['approveAmt', 'approved_amount'], '核定補助金額', 'subsidy granted', amount),
  slashDate(['payDate', 'paid_date'], '撥款日期', 'date of payment', '2024-10-31'),
];
