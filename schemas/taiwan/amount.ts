/**
 * Numbers and sums as people and agencies write them → a number. Nothing is changed silently: a comma counts only where
 * it parts thousands, and what a number of the machine cannot hold exactly is refused.
 */
import { plain } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Change, Reading } from './reading.ts';

const currency = /^([-+]?) ?(?:新[臺台]幣|[臺台]幣|NT\$|NTD|TWD|NT|\$) ?/i;
const yuan = / ?(?:[元圓][整正]?|塊錢?)$/;
const plainDigits = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/;
/** 0,200 may be a fifth, written in another country's way. */
const thousands = /^[-+]?[1-9]\d{0,2}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;

export type AmountPart = 'comma' | 'length' | 'digits';

const significant = (text: string): number => text.replace(/^[-+]/, '').replace('.', '').replace(/^0+/, '').length;

/** @param unit typed along behind the number, as the question shows it: 「人」 */
export const readAmount = (typed: string, unit?: string): Reading<number, AmountPart> => {
  const whole = plain(typed);
  let text = whole.replace(currency, '$1').replace(yuan, '');
  if (unit && text.endsWith(plain(unit))) text = text.slice(0, -plain(unit).length).trim();
  text = text.replace(/^([-+]) /, '$1').replace(/ ?, ?/g, ',');
  const words: readonly Change[] = text === whole.replace(/ ?, ?/g, ',') ? [] : ['words'];
  const digits = thousands.test(text) ? text.replace(/[, ]/g, '') : text;
  if (!plainDigits.test(digits)) {
    return text.includes(',')
      ? refuse('comma', '逗號只能用來分開千位，小數請用「.」', 'has commas between thousands only', '1,200')
      : refuse('digits', '請只填數字', 'is a number', '1200');
  }
  if (significant(digits) > 15) {
    return refuse('length', '數字太長，最多 15 位', 'has 15 digits at most', '1200');
  }
  return read(typed, digits, Number(digits), words);
};
