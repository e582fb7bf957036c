/** What the Bureau of Labor Insurance writes alike in all its datasets. Names and dates follow the observed one (dataset 49). */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, month, nationalId, text } from '../../normalise/columns.ts';
import type { ValueColumn } from '../../normalise/shape.ts';

type Names = readonly [from: string, to: string];

/** Gregorian digits: 20190101. */
export const bureauDate = (names: Names, zh: string, en: string, sample: string): ValueColumn =>
  written(date(names, zh, en, sample), 'digits');

/** Gregorian digits: 201906. */
export const bureauMonth = (names: Names, zh: string, en: string, sample: string): ValueColumn =>
  written(month(names, zh, en, sample), 'digits');

export const insuredPerson = [
  nationalId(['IDN', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['name', 'person_name'], '姓名', 'name', '陳筱玲'),
  bureauDate(['brDte', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
] as const;

export const insuredUnit = [
  about(
    text(['ubNo', 'insurance_certificate_no'], '保險證號', 'insurance certificate number', '01234567A'),
    '投保單位的保險證號，不是被保險人個人的號碼。',
    'Number of the insured unit (employer, union or farmers’ association), not of the person.',
  ),
  text(['ubName', 'insured_unit_name'], '投保單位名稱', 'name of the insured unit', '太保好食股份有限公司'),
] as const;

/** 保險別. */
export const insuranceKind = (sample: string): ValueColumn =>
  code(
    ['insKind', 'insurance_kind'],
    '保險別',
    'kind of insurance',
    { L: '勞工保險', O: '勞工職業災害保險', E: '就業保險', F: '農民健康保險', A: '農民職業災害保險' },
    sample,
  );

/** Where a payment goes. The account comes masked. */
export const paymentAccount = [
  text(['payWay', 'payment_method'], '給付方式', 'manner of payment', '匯入本人帳戶', 'plain'),
  text(['bankName', 'bank_name'], '金融機構名稱', 'bank or post office', '中華郵政公司'),
  about(
    text(['acctNo', 'masked_account'], '入帳帳號（已遮蔽）', 'account, masked', '0051234*****78'),
    '匯入的帳號，中間幾碼已遮蔽，不能用來匯款。',
    'The account paid into; masked, so it cannot serve for a transfer.',
  ),
] as const;

export const paidDate = (sample: string): ValueColumn =>
  bureauDate(['payDte', 'paid_date'], '核付日期', 'date of payment', sample);
