/** What the look-up asks for, tidied and checked before it is sent. Pure. */
import type { Text } from '../../../schemas/text.ts';
import { text } from '../text/text.ts';

export type InquiryField = 'applicationNo' | 'nationalId';

export interface Inquiry {
  readonly applicationNo: string;
  readonly nationalId: string;
}

const tidy = (value: string): string => value.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();

export const tidyInquiry = (typed: Inquiry): Inquiry => ({
  applicationNo: tidy(typed.applicationNo),
  nationalId: tidy(typed.nationalId),
});

/** A letter, a letter (old resident numbers) or digit, eight digits; whether it belongs to the case only the county app knows. */
const idShape = /^[A-Z][A-Z0-9]\d{8}$/;

const texts = {
  applicationNo: text('請輸入申請編號', 'Enter the application number'),
  nationalId: text('請輸入身分證統一編號', 'Enter the national id number'),
  idShape: text(
    '身分證統一編號應為 1 個英文字母加 9 個數字，例如 A123456789',
    'The national id is one letter and nine digits, for example A123456789',
  ),
} as const;

export function inquiryErrors({
  applicationNo,
  nationalId,
}: Inquiry): readonly { field: InquiryField; message: Text }[] {
  const errors: { field: InquiryField; message: Text }[] = [];
  if (!applicationNo) errors.push({ field: 'applicationNo', message: texts.applicationNo });
  if (!nationalId) errors.push({ field: 'nationalId', message: texts.nationalId });
  else if (!idShape.test(nationalId)) errors.push({ field: 'nationalId', message: texts.idShape });
  return errors;
}
