/**
 * Numbers, bullets and boxes before the lines of a list, as Word, Excel and county forms write them; what only looks like one
 * (65歲以上, 1,000元以下, 1.5公里) stays. Pure.
 */
interface Marked {
  readonly rest: string;
  /** Which place of a list it counts; absent: a bullet. */
  readonly ordinal?: number;
  /** Could be content: goes only where all lines together count from one. */
  readonly weak: boolean;
}

/** 0xF0xx: what bullets of the Symbol and Wingdings fonts become as text. */
const bullet = /^(?:[•‧・·∙●○◯◎◇◆□■☐☑☒▢▪▫◦★☆▸▹▶►➢➤✓✔※*＊\uF000-\uF0FF]|[-–—−‐‑－─](?![\d０-９]))[\s\u3000]*/u;
const chineseDigits = '零一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
/** A number and the sign behind it, e.g. 65. or （一）. */
const bracketed =
  /^[(（〔[［【]\s*(\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Za-z]|[ivxIVX]{2,5})\s*[)）〕\]］】][、.．:：]?[\s\u3000]*/u;
const followed =
  /^(\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Za-z]|[ivxIVX]{2,5})[ \u3000]?([、.．)）:：，])[\s\u3000]*/u;
const spaced = /^(\d{1,3})[\s\u3000]+/u;
/** A number before what is counted: 2 人, 3 個月. */
const counted = /^[人個位次口年月日天歲戶件張份元萬千百級等樓層坪公種名時週周倍組類分節堂期胎輛台臺棟筆處%％]/u;
const circled = /^([①-⑳⑴-⒛㈠-㈩㊀-㊉❶-❿➀-➓])[、.．]?[\s\u3000]*/u;
const roman = /^([Ⅰ-Ⅻⅰ-ⅻ])[、.．)）]?[\s\u3000]+|^([Ⅰ-Ⅻⅰ-ⅻ])[、.．)）]/u;

function chineseNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (one: string | undefined): number => (one ? chineseDigits.indexOf(one) : 0);
  return text.includes('十') ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(text);
}

function ordinalOf(sign: string): number {
  if (/^\d+$/.test(sign)) return Number(sign);
  if (stems.includes(sign)) return stems.indexOf(sign) + 1;
  if (/^[A-Za-z]$/.test(sign)) return sign.toLowerCase().charCodeAt(0) - 96;
  return /^[ivxIVX]+$/.test(sign) ? 0 : chineseNumber(sign);
}

function markOf(line: string): Marked | undefined {
  const point = bullet.exec(line);
  if (point) return { rest: line.slice(point[0].length), weak: false };
  const ring = circled.exec(line) ?? roman.exec(line);
  if (ring) return { rest: line.slice(ring[0].length), weak: false };
  const within = bracketed.exec(line);
  if (within) return { rest: line.slice(within[0].length), ordinal: ordinalOf(within[1]!), weak: false };
  const signed = followed.exec(line);
  if (signed) {
    const [all, sign = '', stop = ''] = signed;
    const rest = line.slice(all.length);
    // 1.5公里, 1、2樓, 一、二級, N.A., a.m.
    const alike = /^[A-Za-z]+$/.test(sign) ? /^[A-Za-z]/ : /^\d/.test(sign) ? /^\d/ : /^[一二三四五六七八九十]/;
    const weak = alike.test(rest) || [':', '：', '，'].includes(stop) || stems.includes(sign);
    return { rest, ordinal: ordinalOf(sign), weak };
  }
  const apart = spaced.exec(line);
  if (!apart) return undefined;
  const rest = line.slice(apart[0].length);
  return counted.test(rest) ? undefined : { rest, ordinal: Number(apart[1]), weak: true };
}

const fromOne = (marks: readonly (Marked | undefined)[]): boolean =>
  marks.length > 1 &&
  marks.every((mark, at) => mark?.ordinal === at + 1) &&
  new Set(marks.map((mark) => mark?.rest)).size === marks.length;

const narrowNumber = (line: string): string =>
  line.replace(
    /^([\s(（]*)([０-９]{1,3})(?=[、.．)）:：，\s\u3000])/u,
    (_all, before: string, digits: string) => before + digits.normalize('NFKC'),
  );

/** @param lines without empty ones, trimmed */
function once(lines: readonly string[]): readonly string[] {
  const marks = lines.map((line) => markOf(narrowNumber(line)));
  const counts = fromOne(marks);
  return lines.map((line, at) => {
    const mark = marks[at];
    const rest = mark?.rest.trim();
    // A line of nothing but a sign is what it says.
    return mark && rest && (!mark.weak || counts) ? rest : line;
  });
}

/** The lines without what numbers or marks them; a box behind a number goes too. */
export const withoutMarks = (lines: readonly string[]): readonly string[] => once(once(lines));

const onlyMark =
  /^(?:[(（]?(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）.．、]?|[oØ§vünul]|[^\p{L}\p{N}]{1,2})$/u;

/** Whether a cell of a table holds nothing but the number or bullet of its row. */
export const isMark = (cell: string): boolean => onlyMark.test(cell.trim()) || circled.exec(cell)?.[0] === cell;
