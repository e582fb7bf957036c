import { withoutSpaces } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

/** 自然人憑證卡號: two capital letters and fourteen digits. */
export const isCitizenCertificateNumber = (text: string): boolean => /^[A-Z]{2}\d{14}$/.test(text);

export const readCitizenCertificateNumber = (typed: string): Reading<string, 'length' | 'letters'> => {
  const number = withoutSpaces(typed).replaceAll('-', '').toUpperCase();
  if (isCitizenCertificateNumber(number)) return read(typed, number, number);
  const example = 'AB12345678901234';
  return number.length === 16
    ? refuse('letters', '應為 2 個英文字母加 14 個數字', 'is two letters and fourteen digits', example)
    : refuse('length', `應為 16 碼，現在是 ${number.length} 碼`, `has 16 characters, not ${number.length}`, example);
};
