/**
 * Invented numbers that pass their checks. People's ids are marked as invented by their digits: after the sex a generated
 * one has 9, a hand-made one 00 or 000.
 */
import { isBusinessNumber } from '#schemas/taiwan/business-number.ts';
import type { County } from '#schemas/taiwan/counties.ts';
import { isNationalId } from '#schemas/taiwan/national-id.ts';
import type { Sex } from './household.ts';
import type { Random } from './random.ts';

/** The id's first letter tells where a person was first registered. */
const letters: Readonly<Record<County, string>> = {
  臺北市: 'A',
  臺中市: 'B',
  基隆市: 'C',
  臺南市: 'D',
  高雄市: 'E',
  新北市: 'F',
  宜蘭縣: 'G',
  桃園市: 'H',
  嘉義市: 'I',
  新竹縣: 'J',
  苗栗縣: 'K',
  南投縣: 'M',
  彰化縣: 'N',
  新竹市: 'O',
  雲林縣: 'P',
  嘉義縣: 'Q',
  屏東縣: 'T',
  花蓮縣: 'U',
  臺東縣: 'V',
  金門縣: 'W',
  澎湖縣: 'X',
  連江縣: 'Z',
};

/** The letter that ids of a county begin with. */
export const letterOf = (county: County): string => letters[county];

/** → the whole id, ten characters. @throws RangeError where no digit fits */
export const checkDigit = (nineCharacters: string): string => {
  for (let digit = 0; digit < 10; digit += 1) {
    if (isNationalId(`${nineCharacters}${digit}`)) return `${nineCharacters}${digit}`;
  }
  throw new RangeError('not the beginning of an id');
};

/** Hands out every number once: a million ids per county and sex, ten million households per county. */
export class Register {
  readonly #used = new Map<string, number>();

  #next(head: string): number {
    const count = this.#used.get(head) ?? 0;
    this.#used.set(head, count + 1);
    return count;
  }

  /** `foreign`: a 外來人口統一證號. */
  id(county: County, sex: Sex, foreign = false): string {
    const head = `${letterOf(county)}${{ M: foreign ? 8 : 1, F: foreign ? 9 : 2 }[sex]}9`;
    return checkDigit(`${head}${String(this.#next(head) % 1_000_000).padStart(6, '0')}`);
  }

  household(county: County): string {
    const letter = letterOf(county);
    return `${letter}${String(this.#next(letter) % 10_000_000).padStart(7, '0')}`;
  }
}

/** 統一編號: eight digits that pass the check, the first a 9. */
export const businessNumber = (random: Random): string => {
  for (;;) {
    const number = `9${random.digits(7)}`;
    if (isBusinessNumber(number)) return number;
  }
};

const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Three letters, a hyphen and so many digits. */
export const plateNumber = (random: Random, digits: number): string => {
  const letter = (): string => plateLetters.charAt(random.between(0, plateLetters.length - 1));
  return `${letter()}${letter()}${letter()}-${random.digits(digits)}`;
};
