/**
 * What the code of a published form's validator calls. Bundled ahead of time (`scripts/build-validator-head.mjs`), for the
 * server has no bundler where it runs.
 */
import { formats as taiwan } from '#schemas/taiwan/formats.ts';
import { notAfterToday } from '#schemas/form/today.ts';
import { writtenPattern } from '#schemas/form/written-pattern.ts';

export { codePoints } from './code-points.ts';

type Engine = (source: string, flags: string) => Pick<RegExp, 'test'>;

export const clock = { now: (): number => Date.now() };

export const engine: { regExp: Engine } = { regExp: (source, flags) => new RegExp(source, flags) };

/**
 * What a validator makes of `pattern`: our own shapes by `RegExp` at once; what a person wrote by `engine`, asked with
 * each test, since the server sets it after the module is loaded (linear time).
 */
export const written: Engine = (source, flags) => {
  if (writtenPattern(source) === undefined) return new RegExp(source, flags);
  let by: Engine | undefined;
  let made: ReturnType<Engine>;
  return {
    test(text) {
      if (by !== engine.regExp) made = (by = engine.regExp)(source, flags);
      return made.test(text);
    },
  };
};

export const formats = { ...taiwan, 'not-after-today': notAfterToday(clock) };
