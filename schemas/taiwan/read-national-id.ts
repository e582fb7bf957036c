/** Reading an id with its reasons: apart from `national-id.ts`, which pages that only check one load. */
import { isNationalId, tidyId } from './national-id.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

export type IdPart = 'length' | 'letter' | 'second' | 'digits' | 'check';

/** What is wrong with a tidy id that is none. */
const faultOf = (id: string): readonly [part: IdPart, chinese: string, english: string] => {
  if (id.length !== 10) {
    return ['length', `應為 10 碼，現在是 ${id.length} 碼`, `has 10 characters, not ${id.length}`];
  }
  if (!/^[A-Z]/.test(id)) return ['letter', '第 1 碼應為英文字母', 'begins with a letter'];
  if (!/^.[A-D1289]/.test(id)) {
    return [
      'second',
      '第 2 碼應為 1、2、8、9，舊式居留證為 A 到 D',
      'has 1, 2, 8, 9 or A to D as its second character',
    ];
  }
  if (!/^..\d{8}$/.test(id)) return ['digits', '第 3 碼起應為 8 個數字', 'ends with eight digits'];
  return ['check', '檢查碼不符，請再核對每一碼', 'does not fit its check digit; look at each character again'];
};

/** 身分證統一編號 or 統一證號 of any form, as somebody typed it. */
export const readNationalId = (typed: string): Reading<string, IdPart> => {
  const id = tidyId(typed);
  return isNationalId(id) ? read(typed, id, id) : refuse(...faultOf(id), 'A123456789');
};
