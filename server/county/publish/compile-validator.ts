/**
 * A published form's validator as the text of one ES module: Ajv compiles the derived schema to standalone code,
 * esbuild puts what that needs into the same text. No `eval`, no `new Function`, no `require`, no import is left, so
 * the page runs it under a strict CSP, and the server runs the very same text (`load-validator.ts`).
 *
 * Exports of the module: `default` = `validate(answers) → boolean` with `.errors`; `clock`, whose `now()` decides
 * `latest: "today"` (in the page: the device's clock); `engine`, whose `regExp()` runs the patterns that people wrote (in the
 * page: its own; on the server the linear one).
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import standalone from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { answersSchema } from '../../../schemas/form/answers-schema.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import { answersEngine } from '../../../schemas/form/engine.ts';
import { notAfterToday } from '../../../schemas/form/today.ts';
import { formats } from '../../../schemas/taiwan/formats.ts';
import { writtenPatterns } from './written-patterns.ts';

export interface CompiledValidator {
  readonly source: string;
  /** Lower-case hex SHA-256 of `source`. */
  readonly digest: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** Standalone code asks for Ajv's helpers by `require`, also as ES module; these are the ones derived schemas need. */
const helpers: { readonly [required: string]: string } = {
  'require("ajv/dist/runtime/ucs2length").default': 'codePoints',
};

const head = `
import { formats as taiwan } from '../../../schemas/taiwan/formats.ts';
import { writtenPattern } from '../../../schemas/form/written-pattern.ts';
import { notAfterToday } from '../../../schemas/form/today.ts';
import { codePoints } from './code-points.ts';
export const clock = { now: () => Date.now() };
export const engine = { regExp: (source, flags) => new RegExp(source, flags) };
const written = (source, flags) => {
  if (writtenPattern(source) === undefined) return new RegExp(source, flags);
  let by, made;
  return {
    test(text) {
      if (by !== engine.regExp) made = (by = engine.regExp)(source, flags);
      return made.test(text);
    },
  };
};
const formats = { ...taiwan, 'not-after-today': notAfterToday(clock) };
`;

/** The definition must have passed `checkDefinition`. */
export async function compileValidator(definition: FormDefinition): Promise<CompiledValidator> {
  const code = standaloneCode(definition);
  const bundle = await build({
    stdin: { contents: head + code, resolveDir: here, sourcefile: 'validator.ts', loader: 'js' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const source = bundle.outputFiles[0]!.text;
  return { source, digest: createHash('sha256').update(source).digest('hex') };
}

function standaloneCode(definition: FormDefinition): string {
  const ajv = answersEngine(
    // Only its name gets into the code; `head` has the one that runs.
    { ...formats, 'not-after-today': notAfterToday({ now: () => 0 }) },
    { code: { source: true, esm: true, formats: _`formats`, regExp: writtenPatterns } },
  );
  let code = standalone(ajv, ajv.compile(answersSchema(definition)));
  for (const [required, helper] of Object.entries(helpers)) code = code.replaceAll(required, helper);
  const left = /require\([^)]*\)/.exec(code);
  if (left) throw new Error(`the validator of ${definition.id} needs ${left[0]}, which is not among its helpers`);
  return code;
}
