/** Patterns that people wrote, as a validator runs them on the server: in linear time. Our own shapes stay the platform's `RegExp`. */
import type { RegExpEngine, RegExpLike } from 'ajv/dist/types/index.js';
import { writtenPattern } from '#schemas/form/written-pattern.ts';
import { linearPattern } from '#schemas/patterns/linear.ts';

/** Name under which a compiled module finds the function in its own text (`compile-validator.ts`). */
const inModule = 'written';

/**
 * @param source as in the schema; one that a person wrote is known by its form (`writtenPattern`), and `flags` does not
 * count for it
 */
export function serverRegExp(source: string, flags: string): RegExpLike {
  const written = writtenPattern(source);
  if (written === undefined) return new RegExp(source, flags);
  const { matches } = linearPattern(written);
  return { test: matches };
}

const engine = (source: string, flags: string): RegExpLike & { toString(): string } => {
  let made: RegExpLike | undefined;
  return {
    test: (text) => (made ??= serverRegExp(source, flags)).test(text),
    // Ajv knows equal patterns by it.
    toString: () => `/${source}/${flags}`,
  };
};

/** For Ajv's `code.regExp`. */
export const writtenPatterns: RegExpEngine = Object.assign(engine, { code: inModule });
