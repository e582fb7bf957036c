/** Finds the line of a JSON text at which a pointer's value stands, so that a mistake in a file can be shown where it is. */

/** @param pointer RFC 6901, e.g. `/datasets/0` → line from 1; the nearest parent's where it is missing */
export function lineOf(text: string, pointer: string): number {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at = 0;
  let found = 0;

  const space = (): void => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const string = (): string => {
    const start = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return JSON.parse(text.slice(start, at)) as string;
  };
  /** @param matched how many parts of the path lead here; -1 when they lead elsewhere */
  const value = (matched: number): void => {
    space();
    if (matched >= 0) found = at;
    const open = text[at];
    if (open === '"') return void string();
    if (open !== '{' && open !== '[') {
      while (at < text.length && !/[,\]}\s]/.test(text[at] ?? '')) at++;
      return;
    }
    at++;
    for (let index = 0; at < text.length; index++) {
      space();
      if (text[at] === '}' || text[at] === ']') break;
      let name = String(index);
      if (open === '{') {
        name = string();
        space();
        at++;
      }
      value(matched >= 0 && path[matched] === name ? matched + 1 : -1);
      space();
      if (text[at] === ',') at++;
    }
    at++;
  };

  value(0);
  return text.slice(0, found).split('\n').length;
}

/** Of a text that is no JSON: where reading stopped, from 1. */
export function lineOfSyntaxError(text: string): number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  // The first line after which what stands so far can't be the beginning of any JSON. Halving, for a file of a million
  // lines must not keep everybody else waiting.
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBeginning(text.slice(0, ends[middle]))) low = middle + 1;
    else high = middle;
  }
  return Math.min(low + 1, text.split('\n').length);
}

/** → line from 1 at which brackets stand deeper than `most` in each other; undefined when none does. Of valid JSON. */
export function lineDeeperThan(text: string, most: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]+|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > most) return text.slice(0, index).split('\n').length;
  }
  return undefined;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = (error as Error).message;
    return /end of JSON input|Unterminated string|Expected (property name|',' or|double-quoted)/i.test(message)
      ? stopsAtEnd(message, text)
      : false;
  }
}

const stopsAtEnd = (message: string, text: string): boolean => {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined || Number(position) >= text.trimEnd().length;
};
