/** A household address in the agency's parts, or in one text, → parts and whole in normal form. */
import type { JsonValue } from '../datasets/types.ts';
import { joinAddress, splitAddress, splitRest } from '../taiwan/address.ts';
import { digitsToHalfWidth } from '../taiwan/full-width.ts';
import { isMissing } from './missing.ts';
import type { JsonObject } from './unwrap.ts';

/** `whole` is the parts joined; abolished counties and provinces are written as today, digits half-width. */
export interface NormalAddress {
  readonly county?: string;
  readonly town?: string;
  readonly village?: string;
  readonly neighbourhood?: string;
  readonly street?: string;
  readonly whole: string;
}

/** The agency's five parts, in the order in which they are written. */
export const householdPartNames = ['from_site_id', 'village', 'neighbor', 'neighbor_char', 'street_doorplate'] as const;

const present = (parts: { readonly [name: string]: string | undefined }): { [name: string]: string } =>
  Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, string] => !!entry[1]));

const finish = (parts: Omit<NormalAddress, 'whole'>): NormalAddress | undefined => {
  const { county, town, village, neighbourhood, street } = parts;
  const whole = joinAddress({ county, town, rest: `${village ?? ''}${neighbourhood ?? ''}${street ?? ''}` });
  return whole ? { ...present({ county, town, village, neighbourhood, street }), whole } : undefined;
};

const textOf = (value: JsonValue | undefined): string | undefined =>
  isMissing(value) || (typeof value !== 'string' && typeof value !== 'number')
    ? undefined
    : digitsToHalfWidth(String(value)).trim();

/** Undefined where all parts are missing. A town that today's list does not know is kept as the agency wrote it. */
export const readHouseholdParts = (address: JsonObject): NormalAddress | undefined => {
  const site = splitAddress(textOf(address['from_site_id']) ?? '');
  const number = textOf(address['neighbor']);
  return finish({
    county: site.county,
    town: site.town ? site.town + site.rest : site.rest || undefined,
    village: textOf(address['village']),
    neighbourhood: number && `${number.replace(/^0+(?=\d)/, '')}${textOf(address['neighbor_char']) ?? '鄰'}`,
    street: textOf(address['street_doorplate']),
  });
};

export const readAddressText = (text: string): NormalAddress | undefined => {
  const { county, town, rest } = splitAddress(text);
  return finish({ county, town, ...splitRest(rest) });
};
