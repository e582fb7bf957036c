/**
 * A published form's validator as the text of one ES module: Ajv compiles the derived schema to standalone code, and what
 * that calls stands before it (`validator-head.ts`). No `eval`, no `new Function`, no `require`, no import is left, so
 * the page runs it under a strict CSP, and the server runs the very same text (`load-validator.ts`).
 *
 * Exports of the module: `default` = `validate(answers) → boolean` with `.errors`; `clock`, whose `now()` decides
 * `latest: "today"` (in the page: the device's clock); `engine`, whose `regExp()` runs the patterns that people wrote (in the
 * page: its own; on the server the linear one).
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv/dist/2020.js';
import { answersSchema } from '#schemas/form/answers-schema.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { answersEngine } from '#schemas/form/engine.ts';
import { notAfterToday } from '#schemas/form/today.ts';
import { formats } from '#schemas/taiwan/formats.ts';
import { packageRoot } from '../../package-root.ts';
import { tighten } from './tighten.ts';
import { writtenPatterns } from './written-patterns.ts';

export interface CompiledValidator {
  readonly source: string;
  /** Lower-case hex SHA-256 of `source`. */
  readonly digest: string;
}

/** Standalone code asks for Ajv's helpers by `require`, also as ES module; these are the ones derived schemas need. */
const helpers: { readonly [required: string]: string } = {
  'require("ajv/dist/runtime/ucs2length").default': 'codePoints',
};

const taken = `const { formats, written, codePoints } = head;
export const { clock, engine } = head;
`;

let read: Promise<string> | undefined;
const head = (): Promise<string> =>
  (read ??= readFile(join(packageRoot, 'dist', 'validator', 'head.js'), 'utf8').catch(() => {
    throw new Error('dist/validator/head.js is not there: run npm run build');
  }));

/** The definition must have passed `checkDefinition`. */
export async function compileValidator(definition: FormDefinition): Promise<CompiledValidator> {
  const source = (await head()) + taken + standaloneCode(definition);
  return { source, digest: createHash('sha256').update(source).digest('hex') };
}

function standaloneCode(definition: FormDefinition): string {
  const ajv = answersEngine(
    // Only its name gets into the code; the head has the one that runs.
    { ...formats, 'not-after-today': notAfterToday({ now: () => 0 }) },
    { code: { source: true, esm: true, formats: _`formats`, regExp: writtenPatterns } },
  );
  let code = standalone(ajv, ajv.compile(answersSchema(definition)));
  for (const [required, helper] of Object.entries(helpers)) code = code.replaceAll(required, helper);
  code = tighten(code);
  const left = /require\("[^"]*"\)/.exec(code);
  if (left) throw new Error(`the validator of ${definition.id} needs ${left[0]}, which is not among its helpers`);
  return code;
}
