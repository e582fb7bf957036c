/**
 * Regular expressions that people write (questions' patterns, JSONPath `match` and `search`), run in linear time: RE2 by way
 * of re2js, never the backtracking engine of JavaScript, where `([a-z]+)*X` doubles its work with each letter. Owns the
 * translation from what a page's own `RegExp` means (flag `u`), so that both sides give one verdict, and the refusals of what
 * a linear engine can not do. Never part of a page: there a resident's own browser runs the pattern on the own answer.
 */
import { RE2JS } from 're2js';
import type { Text } from '../text.ts';

export interface LinearPattern {
  /** The whole text, as HTML's `pattern`. */
  matches(text: string): boolean;
  /** Any part of it. */
  finds(text: string): boolean;
}

/** `reason` says to the person who wrote it what is wrong, or what can not be done. */
export class PatternError extends Error {
  override readonly name = 'PatternError';

  constructor(
    readonly code: 'pattern' | 'pattern-unsupported' | 'pattern-too-large',
    readonly reason: Text,
  ) {
    super(reason.en);
  }
}

/** Characters of a pattern; longer ones are nobody's format. */
export const longestPattern = 500;
/** Steps of the compiled program: its time is at most this many for each character of an answer. */
export const largestProgram = 2_000;

const unsupported = (zh: string, en: string): PatternError =>
  new PatternError('pattern-unsupported', { 'zh-Hant': zh, en });

/** White space as JavaScript's `\s` has it; RE2's has the ASCII ones only. */
const space =
  '\\t\\n\\x{b}\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
/** What JavaScript's dot does not match. */
const lineEnds = '\\n\\r\\x{2028}\\x{2029}';

/** One escape, from the backslash on. */
const escape =
  /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|c([A-Za-z])|([pP])\{([^}]*)\}|([1-9]\d*)|(k<[^>]*>)|([\s\S]))/y;

const property = /^(?:(?:Script|sc)=(\w+)|(?:General_Category|gc)=(\w+)|([A-Z][a-z]?))$/;

function translateEscape(match: RegExpExecArray, inClass: boolean): string {
  const [, braced, high, low, four, two, control, p, name = '', number, named, single] = match;
  if (number !== undefined || named !== undefined)
    throw unsupported(
      '格式規則不能引用前面比對到的內容（\\1、\\k）。請改用其他寫法。',
      'A pattern may not refer back to what it matched before.',
    );
  const hex = high && low ? surrogates(high, low) : (braced ?? four ?? two);
  if (hex !== undefined) return `\\x{${hex}}`;
  if (control !== undefined) return `\\x{${(control.charCodeAt(0) % 32).toString(16)}}`;
  if (p !== undefined) {
    const known = property.exec(name);
    if (!known)
      throw unsupported(
        `格式規則不認得字元類別「${name}」。`,
        `The property ${name} is not known to the pattern engine.`,
      );
    return `\\${p}{${known[1] ?? known[2] ?? known[3]!}}`;
  }
  switch (single) {
    case 's':
      return inClass ? space : `[${space}]`;
    case 'S':
      if (inClass)
        throw unsupported('中括號裡不能用 \\S，請直接列出字元。', 'A class can not hold \\S; list the characters.');
      return `[^${space}]`;
    case 'v':
      return '\\x{b}';
    case '0':
      return '\\x{0}';
    case 'b':
      return inClass ? '\\x{8}' : '\\b';
    case '/':
      return '/';
    default:
      return `\\${single}`;
  }
}

const surrogates = (high: string, low: string): string =>
  String.fromCharCode(parseInt(high, 16), parseInt(low, 16)).codePointAt(0)!.toString(16);

/** RE2's text of a pattern that JavaScript reads with the flag `u`. */
function translate(source: string): string {
  let text = '';
  let inClass = false;
  for (let at = 0; at < source.length;) {
    const char = source[at]!;
    if (char === '\\') {
      escape.lastIndex = at;
      const match = escape.exec(source);
      if (!match) break;
      text += translateEscape(match, inClass);
      at += match[0].length;
      continue;
    }
    if (!inClass && char === '(' && source[at + 1] === '?') {
      if (/^\(\?<?[=!]/.test(source.slice(at, at + 4)))
        throw unsupported(
          '格式規則不能往前或往後看（(?=…)、(?!…)、(?<=…)）。請改用其他寫法，或分成兩題。',
          'A pattern may not look ahead or behind.',
        );
    }
    if (inClass) {
      if (char === ']') inClass = false;
      // RE2 reads `[:alpha:]` as a class of its own, and an open bracket is a plain letter in JavaScript.
      text += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      const negated = source[at + 1] === '^';
      const first = at + (negated ? 2 : 1);
      if (source[first] === ']') {
        // Nothing, or anything: RE2 would read the bracket as a letter of the class.
        text += negated ? '[\\x{0}-\\x{10FFFF}]' : '[^\\x{0}-\\x{10FFFF}]';
        at = first + 1;
        continue;
      }
      inClass = true;
      text += negated ? '[^' : '[';
      at = first;
      continue;
    } else text += char === '.' ? `[^${lineEnds}]` : char;
    at += 1;
  }
  return text;
}

/**
 * @param source as a page's `RegExp` with the flag `u` reads it
 * @throws PatternError for what is no pattern, too large, or beyond a linear engine
 */
export function linearPattern(source: string): LinearPattern {
  if (source.length > longestPattern)
    throw new PatternError('pattern-too-large', {
      'zh-Hant': `格式規則最多 ${longestPattern} 個字，這一條有 ${source.length} 個。`,
      en: `A pattern has at most ${longestPattern} characters; this one has ${source.length}.`,
    });
  try {
    new RegExp(source, 'u');
  } catch {
    throw new PatternError('pattern', {
      'zh-Hant': '格式規則無法解讀，請檢查括號和符號。',
      en: 'The pattern is no regular expression.',
    });
  }
  const program = compile(translate(source));
  if (program.programSize() > largestProgram)
    throw new PatternError('pattern-too-large', {
      'zh-Hant': '格式規則展開後太大，請減少重複的次數或層數。',
      en: 'The pattern is too large once its repetitions are written out.',
    });
  return { matches: (text) => program.matches(text), finds: (text) => program.matcher(text).find() };
}

function compile(text: string): RE2JS {
  try {
    return RE2JS.compile(text);
  } catch {
    throw unsupported(
      '格式規則用了不支援的寫法（例如重複超過 1000 次）。請改用其他寫法。',
      'The pattern uses something that the engine does not support, e.g. more than 1,000 repetitions.',
    );
  }
}

/** Undefined: it can be used. */
export function patternProblem(source: string): PatternError | undefined {
  try {
    linearPattern(source);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}
