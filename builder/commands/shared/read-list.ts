/**
 * Pasted text → the items of a list: lines, a column of a table, or one line that lists (甲、乙、丙 · □是 □否). Without
 * numbering, bullets and empty lines. Pure.
 */
import { isMark, withoutMarks } from './list-marks.ts';

export interface ListItem {
  readonly text: string;
  /** From a second column in Latin letters. */
  readonly en?: string;
  /** From a second column otherwise. */
  readonly hint?: string;
}

const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
/** Not seen, and not part of any word; joiners of emoji and scripts stay. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const tidy = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();

/** The words of several lines in one, for where there is one line. */
export const inOneLine = (text: string): string => tidy(text);
export const hasLines = (text: string): boolean => /[\n\r\t\v\f\u0085\u2028\u2029]/u.test(text);

/** @param pasted plain text of the clipboard; fewer than two items: it is no list */
export function readList(pasted: string): readonly ListItem[] {
  const rows = rowsOf(pasted.replace(unseen, ''));
  const [first = [], ...more] = rows;
  if (!more.length) return first.length > 1 ? tableRow(first) : inlineItems(first[0] ?? '').map(plainItem);
  const cells = withoutMarkColumn(rows);
  const texts = ended(withoutMarks(cells.map(([text = '']) => text)));
  return texts.map((text, at) => withSecond(text, cells[at]?.slice(1) ?? [])).filter(({ text }) => text);
}

const plainItem = (text: string): ListItem => ({ text });

/** Rows of cells, as Excel and Word put a table on the clipboard: a cell in quotes may hold lines of its own. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const quoted = text.includes('\t') || /^"[^"]*[\n\r]/u.test(text);
  const held = quoted
    ? text.replace(
        /(^|[\t\n\r])"((?:[^"]|"")*)"(?=$|[\t\n\r])/gu,
        (_all, before: string, cell: string) =>
          before + cell.replace(/""/gu, '"').replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/gu, ' '),
      )
    : text;
  return held
    .split(breaks)
    .map((row) => row.split('\t').map(tidy))
    .map((cells) => (cells.some(Boolean) ? cells : []))
    .map((cells) => cells.slice(cells.findIndex(Boolean), cells.findLastIndex(Boolean) + 1))
    .filter((cells) => cells.length);
}

function withoutMarkColumn(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const table = rows.filter((cells) => cells.length > 1);
  return table.length && table.every(([first = '']) => isMark(first))
    ? rows.map((cells) => (cells.length > 1 ? cells.slice(1).filter(Boolean) : cells))
    : rows;
}

function tableRow(cells: readonly string[]): readonly ListItem[] {
  const [first = '', ...rest] = cells.filter(Boolean);
  return rest.length === 1 && isMark(first)
    ? rest.map(plainItem)
    : ended(withoutMarks([first, ...rest]))
        .filter(Boolean)
        .map(plainItem);
}

function withSecond(text: string, more: readonly string[]): ListItem {
  const second = more.filter(Boolean).join(' ');
  if (!second) return { text };
  const latin = /\p{Script=Latin}/u.test(second) && !/\p{Script=Han}/u.test(second);
  return latin && /\p{Script=Han}/u.test(text) ? { text, en: second } : { text, hint: second };
}

/** Without what ends an item of a list, and the line to write on behind 其他：____. */
function ended(lines: readonly string[]): readonly string[] {
  const listed = lines.some((line) => /[；;，,、]$/u.test(line));
  return lines.map((line) => {
    const plain = line
      .replace(/[:：]?\s*[_＿﹍]{2,}\s*$/u, '')
      .replace(/\s*[□☐▢]$/u, '')
      .replace(listed ? /[；;，,、。]+$/u : /$^/u, '')
      .trim();
    return plain || line;
  });
}

const boxes = /[□☐▢■☑○◯]/u;
const longestShort = 20;

/** One line that lists; anything else is one item. */
function inlineItems(line: string): readonly string[] {
  if (!line) return [];
  const boxed = line.split(boxes).map((part) => part.trim());
  if (boxed.length > 2 && !boxed[0]) return ended(boxed.slice(1).filter(Boolean));
  const numbered = line.split(/(?=[①-⑳])|(?=[(（]\d{1,2}[)）])/u).map((part) => part.trim());
  if (numbered.length > 2) {
    const texts = withoutMarks(numbered);
    if (texts.every((text, at) => text !== numbered[at])) return ended(texts);
  }
  for (const separator of ['、', ',', '，', ';', '；', '|', '｜']) {
    const parts = splitOutside(line, separator);
    if (parts.length >= 3 && parts.every((part) => part && part.length <= longestShort && !/[。！？]/u.test(part)))
      return ended(withoutMarks(parts));
  }
  return [line];
}

/** Not inside brackets: 其他（房屋、土地、車輛）; not inside a number: 1,000元. */
function splitOutside(line: string, separator: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  [...line].forEach((letter, at, all) => {
    if (/[(（「『《〈[【]/u.test(letter)) depth += 1;
    if (/[)）」』》〉\]】]/u.test(letter)) depth -= 1;
    const inNumber = letter === ',' && /\d/u.test(all[at - 1] ?? '') && /\d/u.test(all[at + 1] ?? '');
    if (letter === separator && depth <= 0 && !inNumber) parts.push('');
    else parts[parts.length - 1] += letter;
  });
  const trimmed = parts.map((part) => part.trim());
  // 甲、乙、丙、: the last is behind all.
  return trimmed.at(-1) === '' ? trimmed.slice(0, -1) : trimmed;
}
