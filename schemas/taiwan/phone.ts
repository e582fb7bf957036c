/**
 * Phone numbers of Taiwan in the form the answers keep: digits only, an extension after `#`.
 * Owns the area codes and how long a number of each is; not which numbers are given out.
 */
import { toHalfWidth } from './full-width.ts';

/** Longest code first: 0826 is not 082, 037 is not 03. `rest` is the subscriber's number. */
const areas: readonly { readonly code: string; readonly rest: RegExp }[] = [
  { code: '0826', rest: /^[2-9]\d{4}$/ },
  { code: '0836', rest: /^[2-9]\d{4}$/ },
  { code: '037', rest: /^[2-9]\d{5}$/ },
  { code: '049', rest: /^[2-9]\d{6}$/ },
  { code: '082', rest: /^[2-9]\d{5}$/ },
  { code: '089', rest: /^[2-9]\d{5}$/ },
  { code: '02', rest: /^[2-9]\d{7}$/ },
  { code: '03', rest: /^[2-9]\d{6}$/ },
  // Taichung has eight digits, Changhua seven.
  { code: '04', rest: /^(?:[23]\d{7}|[4-9]\d{6})$/ },
  { code: '05', rest: /^[2-9]\d{6}$/ },
  { code: '06', rest: /^[2-9]\d{6}$/ },
  { code: '07', rest: /^[2-9]\d{6,7}$/ },
  { code: '08', rest: /^[2-9]\d{6}$/ },
];

export const isMobile = (text: string): boolean => /^09\d{8}$/.test(text);

/** 市話 with area code, extension of up to six digits. */
export const isLandline = (text: string): boolean => areaOf(text) !== undefined;

export const isPhone = (text: string): boolean => isMobile(text) || isLandline(text);

const split = (text: string): { number: string; extension?: string } | undefined => {
  const match = /^(\d+)(?:#(\d{1,6}))?$/.exec(text);
  return match?.[1] === undefined ? undefined : { number: match[1], extension: match[2] };
};

const areaOf = (text: string): string | undefined => {
  const number = split(text)?.number;
  if (number === undefined) return undefined;
  return areas.find(({ code, rest }) => number.startsWith(code) && rest.test(number.slice(code.length)))?.code;
};

/** As people write it (`+886`, brackets, hyphens, 轉, 分機, full-width) → digits and `#`. Not checked: see `isPhone`. */
export const tidyPhone = (text: string): string =>
  toHalfWidth(text)
    .replace(/(?:轉|分機|ext\.?|x)\s*:?/i, '#')
    .replace(/[\s()\-.–—~]/g, '')
    .replace(/^\+?886\(?0?\)?/, '0');

/** For reading: `0912-345-678`, `05-3620123 分機 12`. Text that is no phone number comes back as it is. */
export const formatPhone = (text: string): string => {
  if (isMobile(text)) return `${text.slice(0, 4)}-${text.slice(4, 7)}-${text.slice(7)}`;
  const area = areaOf(text);
  const parts = split(text);
  if (!area || !parts) return text;
  const number = `${area}-${parts.number.slice(area.length)}`;
  return parts.extension ? `${number} 分機 ${parts.extension}` : number;
};
