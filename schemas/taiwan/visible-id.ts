/**
 * An id as a payload shows it, beside the id of a person: agencies hide signs of it (`A12345****`, `A12***6789`,
 * `A○○○○○6789`), and kinship data hold ids of other countries. Two ids differ where signs that can be seen differ.
 */
import { tidyId } from './national-id.ts';

/**
 * `same`, `other`: whole, and the person's or not · `may-be`: masked, and nothing that can be seen differs (one that does
 * makes it `other`) · `silent`: no id of this country at all
 */
export type Likeness = 'same' | 'may-be' | 'other' | 'silent';

const length = 10;
const whole = /^[A-Z][A-D1289]\d{8}$/;

const mask = /[*○〇◯●•■□▇█#?_×✱…·‧˙]/u;

/** In the places of digits a letter X or O hides one, too. */
const isHidden = (sign: string, place: number): boolean => mask.test(sign) || (place > 1 && /[XO]/.test(sign));

export function likeness(shown: string, nationalId: string): Likeness {
  const tidy = tidyId(shown);
  const person = tidyId(nationalId);
  if (tidy === person) return 'same';
  if (whole.test(tidy)) return 'other';
  const signs = Array.from(tidy);
  const hidden = signs.map(isHidden);
  const isId = signs.every((sign, place) => hidden[place] || /[A-Z0-9]/.test(sign));
  if (!isId || !hidden.includes(true)) return 'silent';
  if (signs.length === length)
    return signs.every((sign, place) => hidden[place] || sign === person[place]) ? 'may-be' : 'other';
  // So many stars say nothing of how many signs they hide: what stands before and after them does.
  const before = signs.slice(0, hidden.indexOf(true)).join('');
  const after = signs.slice(hidden.lastIndexOf(true) + 1).join('');
  return person.startsWith(before) && person.endsWith(after) ? 'may-be' : 'other';
}

/** Whether all of it can be seen. */
export const isWholeId = (shown: string): boolean => whole.test(tidyId(shown));
