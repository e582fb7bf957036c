/**
 * Ids that nobody is meant to have: after the sex comes 9 in a generated one, 00 in a hand-made one. Another id is not taken
 * for a test person: it could be a real person's, who would then have records and keys here.
 */
import type { County } from '#schemas/taiwan/counties.ts';
import { isNationalId } from '#schemas/taiwan/national-id.ts';
import type { Sex } from '../generator/household.ts';
import { checkDigit, letterOf } from '../generator/numbers.ts';
import type { Random } from '../generator/random.ts';

/** Also that its check digit fits. Of foreign residents' ids those of the new style (8 or 9 after the letter). */
export const isInventedId = (id: string): boolean => isNationalId(id) && /^[A-Z][1289](?:9|00)/.test(id);

/** @param taken is only read: who draws adds it */
export function drawId(random: Random, county: County, sex: Sex, taken: ReadonlySet<string>): string {
  for (;;) {
    const id = checkDigit(`${letterOf(county)}${sex === 'M' ? 1 : 2}9${random.digits(6)}`);
    if (!taken.has(id)) return id;
  }
}
