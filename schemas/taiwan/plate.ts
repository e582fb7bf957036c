/** 車牌號碼 of Taiwan. The dash is part of it, and people leave it out or type another one. */
import { plain, withoutSpaces } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

/** As `namedPatterns` of forms has it. */
export const platePattern =
  '(?:[A-Z0-9]{2}-[A-Z0-9]{3,4}|[A-Z0-9]{3,4}-[A-Z0-9]{2}|[A-Z]{3}-[0-9]{3,4}|[0-9]{3,4}-[A-Z]{3})';

const shape = new RegExp(`^${platePattern}$`);

const isPlate = (text: string): boolean => shape.test(text);

/** Where letters and digits meet once, the dash goes there: `ABC1234` → `ABC-1234`. Elsewhere nothing is guessed. */
const dashed = (text: string): string =>
  text.replace(/^([A-Z]{2,3})(\d{3,4})$|^(\d{3,4})([A-Z]{2,3})$/, (_all, a = '', b = '', c = '', d = '') =>
    a ? `${String(a)}-${String(b)}` : `${String(c)}-${String(d)}`,
  );

/** Not checked: see `readPlate`. */
export const tidyPlate = (text: string): string =>
  dashed(withoutSpaces(plain(text).replace(/(?<=[A-Za-z\d]) ?[ .·‧・•] ?(?=[A-Za-z\d])/g, '-')).toUpperCase());

export const readPlate = (typed: string): Reading<string, 'dash'> => {
  const plate = tidyPlate(typed);
  if (isPlate(plate)) return read(typed, plate, plate);
  return /^[A-Z0-9]{5,7}$/.test(plate)
    ? refuse('dash', '請照車牌填出中間的「-」', 'has its dash where the plate has it', 'ABC-1234')
    : refuse('whole', '不是車牌號碼的樣子', 'looks like a number plate', 'ABC-1234');
};
