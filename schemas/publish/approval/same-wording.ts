/**
 * The closed list of changes in a text that nobody has to look at. Each says what it takes for harmless, and everything else
 * is not. All are such that doing them again and again leads nowhere that once did not.
 */
import { isDoubled, isSlip } from './slip-words.ts';

/** Characters that are not seen, that turn others round or lie over them: with one of them nothing is harmless. */
const unseen = /[^\P{C}\n]|[\p{M}\p{Zl}\p{Zp}]|[^\P{Zs} \u3000]/u;

/** From the first digit to the last one that no letter parts from it: amounts, dates, phone numbers, articles. */
const figures = /[+\-$]?\p{N}(?:[\p{N}\p{P}\p{S}\s]*\p{N})?[%％‰°]?/gu;
const numerals = /[〇零一二三四五六七八九十百千萬億兩半幾數壹貳叁參肆伍陸柒捌玖拾佰仟廿卅\p{N}]/u;
/** What stands together without Han letters, brackets and spaces between; with one of these marks in it, an address. */
const apart = /[\s\p{Script=Han}\p{Ps}\p{Pe}]+/u;
const address = /[\p{L}\p{N}][.@:/\\#?&=_]/u;

/** Half and full width of one mark. Those that reckon, part digits or belong to addresses are not among them. */
const widths = new Map<string, string>(
  Object.entries({
    '，': ',',
    '：': ':',
    '；': ';',
    '！': '!',
    '？': '?',
    '（': '(',
    '）': ')',
    '｡': '。',
    '､': '、',
  }),
);

const figuresIn = (text: string): string => JSON.stringify(text.match(figures) ?? []);
/** Of any kind, with whatever is glued to them. */
const linksIn = (text: string): string => JSON.stringify(text.split(apart).filter((one) => address.test(one)));

/** Spaces between two words of letters part them; elsewhere they part nothing. */
const plain = (text: string): string =>
  [...text]
    .map((letter) => widths.get(letter) ?? letter)
    .join('')
    .replace(/[ \u3000]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])/gu, '')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');

/** Nothing may be pushed out of sight. */
const longestGap = (text: string): number =>
  (text.match(/[ \u3000]+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 2);

const comparable = (before: string, after: string): boolean =>
  !unseen.test(before) &&
  !unseen.test(after) &&
  before.normalize('NFC') === before &&
  after.normalize('NFC') === after &&
  figuresIn(before) === figuresIn(after) &&
  linksIn(before) === linksIn(after) &&
  longestGap(after) <= longestGap(before);

/** White space and the width of punctuation. */
export const onlySpacing = (before: string, after: string): boolean =>
  before === after || (comparable(before, after) && plain(before) === plain(after));

export interface Slip {
  readonly from: string;
  /** Empty: typed twice before. */
  readonly to: string;
}

/** Of a text this long, at most so many; a shorter one is rather another text. */
const mostSlips = (length: number): number => Math.min(2, Math.floor(length / 5));

/** The slips that were put right, where nothing else has changed but spacing; undefined where something has. */
export function slipsBetween(before: string, after: string): readonly Slip[] | undefined {
  if (!comparable(before, after)) return undefined;
  const [a, b] = [[...plain(before)], [...plain(after)]];
  const slips: Slip[] = [];
  const near = (letters: readonly string[], at: number): boolean =>
    [letters[at - 1], letters[at + 1]].some((letter) => letter !== undefined && numerals.test(letter));
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [from, to] = [a[i], b[j]];
    if (from !== undefined && from === to) {
      i += 1;
      j += 1;
    } else if (from !== undefined && from === a[i - 1] && isDoubled(from)) {
      slips.push({ from, to: '' });
      i += 1;
    } else if (from !== undefined && to !== undefined && isSlip(a, b, i, j) && !near(a, i) && !near(b, j)) {
      slips.push({ from, to });
      i += 1;
      j += 1;
    } else return undefined;
  }
  return slips.length && slips.length <= mostSlips(b.length) ? slips : undefined;
}
