/**
 * Reads JSON and remembers where everything stands, so that whoever wrote the file can be told the line. Stricter than
 * `JSON.parse` in one point: a key that is there twice is an error, because one of the two would be lost.
 */
import type { Text } from '../text.ts';

export interface Position {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
}

export class JsonSyntaxError extends Error {
  readonly code = 'json-syntax';

  constructor(
    readonly at: Position,
    readonly reason: Text,
  ) {
    super(reason.en);
  }
}

export interface LocatedJson {
  readonly value: unknown;
  /** Of the value at a JSON Pointer; of the nearest one around where there is none. */
  readonly positionOf: (pointer: string) => Position;
}

/** Deeper than any form, shallower than the stack. */
const deepest = 100;

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

const numberShape = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringShape = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;

/** @throws JsonSyntaxError */
export function readLocatedJson(text: string): LocatedJson {
  const offsets = new Map<string, number>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  const fail = (zh: string, en: string, where = at): never => {
    throw new JsonSyntaxError(positionAt(text, where), say(zh, en));
  };
  const space = (): void => {
    while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1;
  };
  const shaped = (shape: RegExp): string | undefined => {
    shape.lastIndex = at;
    return shape.exec(text)?.[0];
  };
  const expect = (sign: string): void => {
    space();
    if (text[at] === sign) at += 1;
    else if (at >= text.length) fail('檔案不完整，在這裡就結束了。', 'The file ends here, before it is complete.');
    else fail(`這裡應該是「${sign}」。`, `"${sign}" is expected here.`);
  };
  const string = (): string => {
    const found = shaped(stringShape);
    if (found === undefined)
      return fail('這裡應該是用雙引號括起來的文字，請檢查引號。', 'A text in double quotes is expected here.');
    at += found.length;
    return JSON.parse(found) as string;
  };
  const word = (): unknown => {
    for (const [name, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const)
      if (text.startsWith(name, at)) {
        at += name.length;
        return value;
      }
    const number = shaped(numberShape);
    if (number !== undefined) {
      at += number.length;
      return Number(number);
    }
    return at >= text.length
      ? fail('檔案不完整，在這裡就結束了。', 'The file ends here, before it is complete.')
      : fail('這裡看不懂，請檢查有沒有多了或少了逗號、引號。', 'This can not be read; check commas and quotes.');
  };
  const list = (pointer: string, depth: number): unknown[] => {
    const items: unknown[] = [];
    at += 1;
    space();
    if (text[at] === ']') {
      at += 1;
      return items;
    }
    for (;;) {
      items.push(value(`${pointer}/${items.length}`, depth));
      space();
      if (text[at] === ']') break;
      expect(',');
    }
    at += 1;
    return items;
  };
  const object = (pointer: string, depth: number): object => {
    const entries = new Map<string, unknown>();
    at += 1;
    space();
    if (text[at] === '}') {
      at += 1;
      return {};
    }
    for (;;) {
      space();
      const where = at;
      const key = string();
      if (entries.has(key)) fail(`「${key}」重複了。`, `"${key}" is there twice.`, where);
      expect(':');
      entries.set(key, value(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth));
      space();
      if (text[at] === '}') break;
      expect(',');
    }
    at += 1;
    return Object.fromEntries(entries);
  };
  function value(pointer: string, depth: number): unknown {
    space();
    if (depth > deepest) fail('檔案的層次太深。', 'The file is nested too deeply.');
    offsets.set(pointer, at);
    if (text[at] === '{') return object(pointer, depth + 1);
    if (text[at] === '[') return list(pointer, depth + 1);
    return text[at] === '"' ? string() : word();
  }

  const read = value('', 0);
  space();
  if (at < text.length) fail('檔案結束後還有多餘的內容。', 'There is more after the end.');
  return {
    value: read,
    positionOf(pointer) {
      let around = pointer;
      while (!offsets.has(around)) around = around.slice(0, around.lastIndexOf('/'));
      return positionAt(text, offsets.get(around)!);
    },
  };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...(before.at(-1) ?? '').replace('\uFEFF', '')].length + 1 };
}
