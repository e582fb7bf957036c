/**
 * Phone numbers of Taiwan in the form the answers keep: digits only, an extension after `#`.
 * Owns the area codes and how long a number of each is; not which numbers are given out.
 */
import { plain } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

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

/** 070 network numbers and 0800, 0809 toll-free ones: an office's, as a rule, and it may have extensions. */
const isServiceNumber = (text: string): boolean => serviceCode(text) !== undefined;

export const isPhone = (text: string): boolean => isMobile(text) || isLandline(text) || isServiceNumber(text);

const split = (text: string): { number: string; extension?: string } | undefined => {
  const match = /^(\d+)(?:#(\d{1,6}))?$/.exec(text);
  return match?.[1] === undefined ? undefined : { number: match[1], extension: match[2] };
};

const areaOf = (text: string): string | undefined => {
  const number = split(text)?.number;
  if (number === undefined) return undefined;
  return areas.find(({ code, rest }) => number.startsWith(code) && rest.test(number.slice(code.length)))?.code;
};

const serviceCode = (text: string): string | undefined => {
  const number = split(text)?.number ?? '';
  return /^070\d{8}$/.test(number) ? '070' : /^080[09]\d{6}$/.test(number) ? number.slice(0, 4) : undefined;
};

const extension = /;?(?:轉?分機(?:號碼)?|轉接?|內線|extension|ext|x|#)[.:=]?/i;

/** As people write it (`+886`, brackets, any dash, 轉, 分機, full-width) → digits and `#`. Not checked: see `readPhone`. */
export const tidyPhone = (text: string): string =>
  plain(text)
    .replace(/^tel: ?/i, '')
    .replace(/(\d) ?[一─] ?(?=\d)/g, '$1-')
    .replace(/[\s()[\]\-./]/g, '')
    .replace(extension, '#')
    .replace(/^(?:\+|00)?8860?(?=\d{8,9}(?:#|$))/, '0');

export type PhonePart = 'area' | 'number' | 'extension' | 'several';

/** @param mobileOnly only 09 numbers are taken */
export const readPhone = (typed: string, mobileOnly = false): Reading<string, PhonePart> => {
  const phone = tidyPhone(typed);
  if (isMobile(phone) || (!mobileOnly && isPhone(phone))) {
    return read(typed, phone, phone, /[^\d\s\p{P}\p{S}]|^\s*(?:\+|00)?886/u.test(plain(typed)) ? ['words'] : []);
  }
  const example = mobileOnly ? '0912345678' : '05-3620123';
  const [number = '', inner, ...more] = phone.split('#');
  const length = number.length;
  if (/\d{6}[^\d#]+\d/.test(phone)) {
    return refuse('several', '一次只填一個號碼', 'is one number only', example);
  }
  if (!/^\d*$/.test(number)) {
    return refuse('number', '只填數字，不要有其他文字', 'has digits only, no other text', example);
  }
  if (number.startsWith('09')) {
    return length === 10 && !mobileOnly && (inner !== undefined || more.length)
      ? refuse('extension', '手機沒有分機', 'is a mobile number without an extension', '0912345678')
      : refuse('number', `手機應為 10 碼，現在是 ${length} 碼`, `has 10 digits, not ${length}`, '0912345678');
  }
  if (mobileOnly) return refuse('area', '手機應為 09 開頭', 'begins with 09', example);
  if (!number.startsWith('0')) {
    return refuse('area', '市話前面要加區碼', 'has an area code in front', example);
  }
  const area = areas.find(({ code }) => number.startsWith(code))?.code;
  if (area === undefined)
    return refuse('area', `沒有 ${number.slice(0, 3)} 開頭的區碼`, 'begins with an area code', example);
  if (areaOf(number) ?? serviceCode(number)) {
    return refuse('extension', '分機應為 1 到 6 個數字', 'has an extension of up to six digits', '05-3620123 分機 12');
  }
  return refuse('number', `區碼 ${area} 後面的號碼碼數不對`, `has a number of another length after ${area}`, example);
};

/** For reading: `0912-345-678`, `05-3620123 分機 12`. Text that is no phone number comes back as it is. */
export const formatPhone = (text: string): string => {
  if (isMobile(text)) return `${text.slice(0, 4)}-${text.slice(4, 7)}-${text.slice(7)}`;
  const area = areaOf(text) ?? serviceCode(text);
  const parts = split(text);
  if (!area || !parts) return text;
  const rest = parts.number.slice(area.length);
  const half = rest.length / 2;
  const number = `${area}-${/^0[78]0/.test(area) ? `${rest.slice(0, half)}-${rest.slice(half)}` : rest}`;
  return parts.extension ? `${number} 分機 ${parts.extension}` : number;
};
