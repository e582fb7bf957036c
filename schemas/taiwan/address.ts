/**
 * An address ↔ county, town and the rest. Knows the province in front, a postcode in front or inside, 台 for 臺 and other
 * ways to write a name, counties that were abolished, towns that changed their kind or name; does not judge the street.
 */
import { abolishedCounties, counties } from './counties.ts';
import type { County } from './counties.ts';
import { withDigits } from './numerals.ts';
import { withoutSpaces } from './plain-text.ts';
import { towns } from './towns.ts';

export interface SplitAddress {
  readonly county?: County;
  /** By today's name; by the old one where its land went to several towns. */
  readonly town?: string;
  /** Village, neighbourhood, street and number as written, in plain characters and without spaces. */
  readonly rest: string;
}

/** Towns that went into another or took another name. Their county as it is written, which may be an abolished one. */
const renamedTowns: Readonly<Record<string, string>> = {
  高雄縣三民鄉: '那瑪夏區',
  臺南市中區: '中西區',
  臺南市西區: '中西區',
  嘉義縣吳鳳鄉: '阿里山鄉',
  屏東縣三地鄉: '三地門鄉',
  臺北市城中區: '中正區',
  臺北市龍山區: '萬華區',
  臺北市雙園區: '萬華區',
  臺北市延平區: '大同區',
  臺北市建成區: '大同區',
  臺北市景美區: '文山區',
  臺北市木柵區: '文山區',
};

/** Its land went to 中正區, 大安區 and 萬華區: which of them is meant cannot be told, so the old name stays, to be chosen anew. */
const dividedTowns: readonly string[] = ['臺北市古亭區'];

const kinds = '鄉鎮市區';

/** Other ways to write a letter of a county's or town's name; both sides are folded, and the length stays. */
const variants: Readonly<Record<string, string>> = {
  台: '臺', 恒: '恆', 塩: '鹽', 脚: '腳', 後: '后', 裡: '里', 裏: '里', 峯: '峰', 洲: '州', 双: '雙', 豊: '豐',
  庄: '莊', 嵋: '眉', 宵: '霄', 刺: '莿', 万: '萬', 仔: '子', 亀: '龜', 壮: '壯', 崘: '崙',
  巿: '市', 区: '區', 县: '縣', 乡: '鄉', 镇: '鎮', 东: '東', 义: '義', 云: '雲', 兰: '蘭', 连: '連', 门: '門',
}; // prettier-ignore

const fold = (text: string): string => Array.from(text, (letter) => variants[letter] ?? letter).join('');
const starts = (text: string, name: string): boolean => fold(text.slice(0, name.length)) === fold(name);

/** Between door numbers a comma, a slash or a dash means something; elsewhere it only parts. */
const tidy = (text: string): string =>
  withoutSpaces(text).replace(/[,/、](?!\d)|(?<!\d)[,/、]|;|(?<=[省縣市鄉鎮區])-/g, '');

const postcode = /^(?:郵遞區號:?|〒)?[([]?\d{3}(?:-?\d{2,3})?[)\]]?(?=[^\d])/;
/** A number in front of these counts doors, lanes, neighbourhoods; it is no postcode. */
const postcodeInside = /^[([]?\d{3}(?:-?\d{2,3})?[)\]]?(?=[^\d巷弄號鄰隣之樓段路街室衖-])/;
const province = /^(?:中華民國)?(?:[臺台]灣省?|福建省|Taiwan)?/i;

const takeCounty = (text: string): { written: string; county: County; rest: string } | undefined => {
  for (const written of [...counties, ...Object.keys(abolishedCounties)]) {
    if (!starts(text, written)) continue;
    const county = abolishedCounties[written] ?? (written as County);
    return { written, county, rest: text.slice(written.length).replace(postcodeInside, '') };
  }
  return undefined;
};

const takeTown = (written: string, county: County, text: string): { town: string; rest: string } | undefined => {
  for (const [old, town] of Object.entries(renamedTowns)) {
    const name = old.slice(written.length);
    if (old.startsWith(written) && starts(text, name)) return { town, rest: text.slice(name.length) };
  }
  const divided = dividedTowns.flatMap((old) => (old.startsWith(written) ? [old.slice(written.length)] : []));
  const exact = [...towns[county], ...divided].find((town) => starts(text, town));
  if (exact) return { town: exact, rest: text.slice(exact.length) };
  // 板橋市 became 板橋區, 員林鎮 became 員林市: same stem, another kind. A stem of one character would match too much.
  for (const town of towns[county]) {
    const stem = town.slice(0, -1);
    const kind = fold(text.charAt(stem.length));
    if (stem.length > 1 && starts(text, stem) && kind && kinds.includes(kind)) {
      return { town, rest: text.slice(town.length) };
    }
  }
  return undefined;
};

/** Parts that cannot be told are absent, and then their text is in `rest`. */
export const splitAddress = (text: string): SplitAddress => {
  const whole = tidy(text);
  const address = whole.replace(postcode, '');
  // 臺灣大道 is a street: the province goes only from in front of a county.
  const county = takeCounty(address.replace(province, '').replace(postcode, '')) ?? takeCounty(address);
  if (!county) return { rest: address };
  const town = takeTown(county.written, county.county, county.rest);
  if (!town) return { county: county.county, rest: county.rest };
  return { county: county.county, town: town.town, rest: town.rest.replace(postcodeInside, '') };
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

const neighbourhood = /^第?(\d+)[鄰隣]/;
const withNeighbourhood = (rest: string): string =>
  rest.replace(/第?([〇零一二三四五六七八九十百廿卅]{1,5})(?=[鄰隣])/, (_all, number: string) => withDigits(number));

/** What makes 里 or 村 before it a part of a street's name: 里仁街, 八里大道, 新村二路. */
const streetBegins = /^(?:里[路街段巷弄]|[村路街段巷弄大道]|[一二三四五六七八九十東西南北中前後]{1,2}[路街巷弄]|\d+巷)/;

/** Where the village ends; 0 where there is none. */
const villageEnd = (rest: string): number => {
  const ends = [...rest.slice(0, 8).matchAll(/(?<=^[^\d]{1,6})[里村]/gu)].map(({ index }) => index + 1);
  const beforeNeighbourhood = ends.filter((end) => neighbourhood.test(rest.slice(end))).at(-1);
  if (beforeNeighbourhood !== undefined) return beforeNeighbourhood;
  const end = ends.find((one) => {
    const street = rest.slice(one);
    return one > 2 && !streetBegins.test(street) && (!street || /[路街段巷弄號]/.test(street));
  });
  return end ?? 0;
};

/** 「祥和里001鄰祥和一路1號」 → village, neighbourhood, street. */
export const splitRest = (text: string): SplitRest => {
  const rest = withNeighbourhood(withoutSpaces(text));
  const end = villageEnd(rest);
  const village = rest.slice(0, end);
  const number = neighbourhood.exec(rest.slice(end));
  const street = rest.slice(end + (number?.[0].length ?? 0));
  return {
    ...(village ? { village } : {}),
    ...(number ? { neighbourhood: `${Number(number[1])}鄰` } : {}),
    ...(street ? { street } : {}),
  };
};
