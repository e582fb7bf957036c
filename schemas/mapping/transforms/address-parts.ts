/** An address of a dataset (its parts), or an address in one text → the answer of an address question. */
import type { NormalValue } from '../../datasets/types.ts';
import { splitAddress } from '../../taiwan/address.ts';
import type { Transform } from './transform.ts';

interface AddressAnswer {
  readonly county: string;
  readonly town: string;
  readonly detail: string;
  readonly [part: string]: string;
}

/** All three or nothing: a half address must not stand as official. */
const answer = (county: unknown, town: unknown, detail: string): AddressAnswer | undefined =>
  typeof county === 'string' && typeof town === 'string' && detail ? { county, town, detail } : undefined;

const fromParts = (value: { readonly [key: string]: NormalValue | undefined }): AddressAnswer | undefined =>
  answer(
    value['county'],
    value['town'],
    ['village', 'neighbourhood', 'street'].map((part) => value[part] ?? '').join(''),
  );

const fromText = (text: string): AddressAnswer | undefined => {
  const { county, town, rest } = splitAddress(text);
  return answer(county, town, rest);
};

export const addressParts: Transform = {
  name: 'address-parts',
  parameters: {},
  to: ({ item, list }) =>
    !list && (item === 'address' || item === 'text') ? { item: 'address-answer', list } : undefined,
  apply: (value) => {
    if (typeof value === 'string') return fromText(value);
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    return fromParts(value as { readonly [key: string]: NormalValue | undefined });
  },
};
