import { withoutSpaces } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

/** 戶號: eight characters; a letter with seven digits is what has been seen, further letters are let through. */
export const isHouseholdNumber = (text: string): boolean => /^[A-Z][0-9A-Z]{7}$/.test(text);

/** As printed on 戶口名簿, in either case, with or without separators. */
export const readHouseholdNumber = (typed: string): Reading<string, 'length' | 'letter'> => {
  const number = withoutSpaces(typed).replaceAll('-', '').toUpperCase();
  if (isHouseholdNumber(number)) return read(typed, number, number);
  return number.length === 8
    ? refuse('letter', '第 1 碼應為英文字母，其餘為數字或英文字母', 'begins with a letter', 'F1234567')
    : refuse('length', `應為 8 碼，現在是 ${number.length} 碼`, `has 8 characters, not ${number.length}`, 'F1234567');
};
