import { withoutSpaces } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

/** 健保卡卡號: the twelve digits printed on the card. */
export const isNhiCardNumber = (text: string): boolean => /^\d{12}$/.test(text);

export const readNhiCardNumber = (typed: string): Reading<string, 'length'> => {
  const number = withoutSpaces(typed).replaceAll('-', '');
  if (isNhiCardNumber(number)) return read(typed, number, number);
  return /^\d*$/.test(number)
    ? refuse(
        'length',
        `應為 12 碼數字，現在是 ${number.length} 碼`,
        `has 12 digits, not ${number.length}`,
        '000012345678',
      )
    : refuse('whole', '只有數字，共 12 碼', 'has 12 digits and nothing else', '000012345678');
};
