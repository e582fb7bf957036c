/** What the modules of several types are made of. */
import type { Text } from '../../text.ts';
import type { JsonSchema } from '../condition-to-schema.ts';
import { problem, type DefinitionProblem } from '../problem.ts';
import { wholeValue } from '../written-pattern.ts';

/** Lengths in code points where a definition names none; a server has to have a limit. */
export const defaultLengths = { text: 200, 'long-text': 2000, town: 20, detail: 200, filename: 255 } as const;

export const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

// Parts of the JSON Schema of a definition.
export const count = (minimum: number, maximum?: number): JsonSchema => ({
  type: 'integer',
  minimum,
  ...(maximum === undefined ? {} : { maximum }),
});
export const yes: JsonSchema = { type: 'boolean' };
export const text: JsonSchema = { $ref: '#/$defs/text' };
export const operation: JsonSchema = { $ref: '#/$defs/operation' };

// Parts of the JSON Schema of an answer.
export const formatted = (format: string): JsonSchema => ({ type: 'string', format });

interface Lengths {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** One visible character at least; as in HTML a pattern is about the whole value. */
export const textAnswer = (
  field: Lengths & { readonly pattern?: string | undefined },
  shape: string,
  limit: number,
): JsonSchema => ({
  type: 'string',
  minLength: Math.max(1, field.minLength ?? 1),
  maxLength: field.maxLength ?? limit,
  pattern: shape,
  ...(field.pattern === undefined ? {} : { allOf: [{ pattern: wholeValue(field.pattern) }] }),
});

export const closed = (
  properties: { readonly [key: string]: JsonSchema },
  required: readonly string[],
): JsonSchema => ({ type: 'object', properties, required, additionalProperties: false });

export const line = '^(?=.*\\S)\\P{Cc}+$';
export const lines = '\\S';

// The same without an engine.
export const isLine = (value: string): boolean => /\S/.test(value) && !/\p{Cc}/u.test(value);

export const lengthFits = (value: string, { minLength = 1, maxLength }: Lengths, limit: number): boolean => {
  const { length } = Array.from(value);
  return length >= Math.max(1, minLength) && length <= (maxLength ?? limit);
};

/** Of two limits the lower has to be the lower. */
export const range = (
  path: string,
  low: string,
  from: number | undefined,
  high: string,
  to: number | undefined,
): DefinitionProblem[] =>
  from === undefined || to === undefined || from <= to
    ? []
    : [problem(`${path}/${low}`, 'range', '下限比上限大，請對調或修改。', `${low} is more than ${high}.`)];

/** The one nearest to the wanted that lies within. */
export const within = <T extends string | number>(wanted: T, low: T | undefined, high: T | undefined): T =>
  low !== undefined && wanted < low ? low : high !== undefined && wanted > high ? high : wanted;
