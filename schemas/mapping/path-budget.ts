/**
 * What a path may cost, judged by its text before it is ever evaluated: a path is data that people write, and
 * `$..[?@..[?@..a]]` would take longer than anybody waits on a payload of some thousand values. Within these bounds the time
 * grows with the payload alone.
 */
import type { Text } from '../text.ts';

/** Characters; a path of people is far shorter. */
export const longestPath = 500;
/** Selectors (names, indexes, `*`, filters) of a whole path; each may multiply what the next one looks at. */
export const mostSelectors = 24;
/** Of those, in one pair of brackets. */
export const mostInBrackets = 8;

const quoted = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g;

const tooComplex = (zh: string, en: string): Text => ({
  'zh-Hant': `路徑太複雜：${zh}`,
  en: `The path is too complex: ${en}`,
});

/** Undefined: it can be evaluated. Says nothing of whether it is a path at all. */
export function pathOverBudget(path: string): Text | undefined {
  if (path.length > longestPath)
    return tooComplex(`最多 ${longestPath} 個字。`, `it has more than ${longestPath} characters.`);
  const text = path.replace(quoted, '""');
  if ((text.match(/\.\./g) ?? []).length > 1)
    return tooComplex('「..」最多用一次。', 'it descends (..) more than once.');
  let selectors = (text.match(/\.[A-Za-z_*\u0080-\u{10FFFF}]/gu) ?? []).length;
  /** One entry per open bracket: whether it holds a filter, and how many selectors. */
  const open: { filter: boolean; selectors: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const inFilter = open.some(({ filter }) => filter);
    const top = open.at(-1);
    switch (text[at]) {
      case '[':
        open.push({ filter: false, selectors: 1 });
        selectors += 1;
        break;
      case ']':
        open.pop();
        break;
      case ',':
        // Inside a filter it divides the arguments of a function.
        if (top && !top.filter) {
          top.selectors += 1;
          selectors += 1;
          if (top.selectors > mostInBrackets)
            return tooComplex(`一組中括號最多 ${mostInBrackets} 項。`, `more than ${mostInBrackets} in one bracket.`);
        }
        break;
      case '?':
        if (inFilter) return tooComplex('篩選條件裡不能再有篩選。', 'a filter inside a filter.');
        if (top) top.filter = true;
        break;
      case '*':
      case ':':
        if (inFilter)
          return tooComplex('篩選條件裡只能用單一欄位，不能用「*」或範圍。', 'a filter may only read single values.');
        break;
      case '.':
        if (inFilter && text[at + 1] === '.')
          return tooComplex('篩選條件裡不能用「..」。', 'a filter may not descend (..).');
        break;
    }
  }
  return selectors > mostSelectors
    ? tooComplex(`最多 ${mostSelectors} 個層次與選擇。`, `it has more than ${mostSelectors} selectors.`)
    : undefined;
}
