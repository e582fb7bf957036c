/**
 * An address ↔ county, town and the rest. Knows the province in front, a postcode in front, 台 for 臺, counties that
 * were abolished and towns that changed their kind; does not judge the street.
 */
import { abolishedCounties, counties } from './counties.ts';
import type { County } from './counties.ts';
import { digitsToHalfWidth } from './full-width.ts';
import { towns } from './towns.ts';

export interface SplitAddress {
  readonly county?: County;
  /** By today's name. */
  readonly town?: string;
  /** Village, neighbourhood, street and number as written, with half-width digits. */
  readonly rest: string;
}

/** Towns that went into another or took another name. */
const renamedTowns: Readonly<Record<string, string>> = {
  高雄縣三民鄉: '那瑪夏區',
  臺南市中區: '中西區',
  臺南市西區: '中西區',
};

const kinds = '鄉鎮市區';

const tidy = (text: string): string =>
  digitsToHalfWidth(text)
    .replace(/\s/g, '')
    .replace(/^[(（[]?\d{3}(?:-?\d{2,3})?[)）\]]?(?=\D)/, '')
    .replace(/^(?:中華民國)?(?:[臺台]灣省|福建省)/, '');

/** County names begin with 臺 officially; people write 台. Only the head is touched: streets keep their spelling. */
const officialHead = (text: string): string => text.replace(/^台/, '臺');

const takeCounty = (text: string): { written: string; county: County; rest: string } | undefined => {
  const head = officialHead(text);
  for (const written of [...counties, ...Object.keys(abolishedCounties)]) {
    if (!head.startsWith(written)) continue;
    const county = abolishedCounties[written] ?? (written as County);
    return { written, county, rest: text.slice(written.length) };
  }
  return undefined;
};

const takeTown = (written: string, county: County, text: string): { town: string; rest: string } | undefined => {
  const head = officialHead(text).replace(/^霧台/, '霧臺');
  for (const [old, town] of Object.entries(renamedTowns)) {
    const name = old.slice(written.length);
    if (old.startsWith(written) && head.startsWith(name)) return { town, rest: text.slice(name.length) };
  }
  const exact = towns[county].find((town) => head.startsWith(town));
  if (exact) return { town: exact, rest: text.slice(exact.length) };
  // 板橋市 became 板橋區, 員林鎮 became 員林市: same stem, another kind. A stem of one character would match too much.
  for (const town of towns[county]) {
    const stem = town.slice(0, -1);
    const kind = head.charAt(stem.length);
    if (stem.length > 1 && head.startsWith(stem) && kind && kinds.includes(kind)) {
      return { town, rest: text.slice(town.length) };
    }
  }
  return undefined;
};

/** Parts that cannot be told are absent, and then their text is in `rest`. */
export const splitAddress = (text: string): SplitAddress => {
  const address = tidy(text);
  const county = takeCounty(address);
  if (!county) return { rest: address };
  const town = takeTown(county.written, county.county, county.rest);
  if (!town) return { county: county.county, rest: county.rest };
  return { county: county.county, town: town.town, rest: town.rest };
};

export const joinAddress = (parts: {
  readonly county?: string;
  readonly town?: string;
  readonly rest?: string;
}): string => `${parts.county ?? ''}${parts.town ?? ''}${parts.rest ?? ''}`;

export interface SplitRest {
  readonly village?: string;
  /** `5鄰`, without leading zeros. */
  readonly neighbourhood?: string;
  readonly street?: string;
}

/** 「祥和里001鄰祥和一路1號」 → village, neighbourhood, street. */
export const splitRest = (rest: string): SplitRest => {
  const match = /^(?:([^\d]{1,6}?[村里])(?![路街段巷弄大])(?=\d+鄰|.+[路街段巷弄號]))?(?:(\d+)鄰)?(.*)$/u.exec(rest);
  const street = match?.[3];
  return {
    ...(match?.[1] ? { village: match[1] } : {}),
    ...(match?.[2] ? { neighbourhood: `${Number(match[2])}鄰` } : {}),
    ...(street ? { street } : {}),
  };
};
