/** Whether two writings are one name or one place, as a clerk would judge who holds both. Never for what is kept. */
import { splitAddress, splitRest } from './address.ts';
import { withDigits } from './numerals.ts';
import { folded } from './plain-text.ts';

/** Marks between the parts of a name, which keyboards and registers write in five ways, or with a space. */
const betweenNames = /[\s\u00B7\u0387\u02D9\u2022\u2024\u2027\u2219\u22C5\u25CF\u2E31\u30FB.\u3001'-]/g;

const comparableName = (name: string): string => folded(name).replace(betweenNames, '');

export const isSameName = (a: string, b: string): boolean => comparableName(a) === comparableName(b);

/** 一路 and 1路, 之 and -, 001號 and 1號, 5F and 五樓 are one. */
const comparableStreet = (street: string): string =>
  withDigits(folded(street).replaceAll(' ', ''))
    .replace(/(?<=\d)f(?![a-z])/g, '樓')
    .replace(/(?<=\d)(?:號之|之|-)(?=\d)|(?<=樓)(?:之|-)(?=\d)/g, '之')
    .replace(/(?<=\d之\d{1,4})號?(?=$|\d|[,、])/g, '號')
    .replace(/(?<!\d)0+(?=\d)/g, '');

interface Place {
  readonly area: string;
  readonly village?: string;
  readonly neighbourhood?: string;
  readonly street: string;
}

const placeOf = (area: string, rest: string): Place => {
  const { village, neighbourhood, street = '' } = splitRest(rest);
  return { area: folded(area), village: village && folded(village), neighbourhood, street: comparableStreet(street) };
};

const agree = (a: string | undefined, b: string | undefined): boolean => !a || !b || a === b;

/** Village and neighbourhood count only where both name them: people write an address without them. */
const isSame = (a: Place, b: Place): boolean =>
  a.street !== '' &&
  a.street === b.street &&
  agree(a.area, b.area) &&
  agree(a.village, b.village) &&
  agree(a.neighbourhood, b.neighbourhood);

const inText = (text: string): Place => {
  const { county = '', town = '', rest } = splitAddress(text);
  return placeOf(county + town, rest);
};

/** Of addresses in one text each. */
const isSamePlace = (a: string, b: string): boolean => isSame(inText(a), inText(b));

export interface AddressParts {
  readonly county?: string;
  readonly town?: string;
  readonly detail?: string;
}

export const isSameAddress = (a: AddressParts, b: AddressParts): boolean => {
  // Somebody may have put the whole address where the street belongs.
  const [one, other] = [a, b].map(({ county = '', town = '', detail = '' }) =>
    splitAddress(detail).town ? inText(detail) : inText(county + town + detail),
  );
  return one !== undefined && other !== undefined && isSame(one, other);
};

/** A street or a door number: an address, not a name. */
const looksLikePlace = (typed: string): boolean => {
  const text = folded(typed);
  const first = text.search(/\d/);
  if (first < 0) return false;
  return /[號樓鄰]/.test(text.slice(first)) || /[路街巷弄號村里鄰道]/.test(text.slice(0, text.search(/\d\D*$/)));
};

/** Two texts whose kind is not said. */
export const isSameText = (a: string, b: string): boolean =>
  folded(a) === folded(b) || (looksLikePlace(a) && looksLikePlace(b) ? isSamePlace(a, b) : isSameName(a, b));
