/** Runs a published validator on the server: the same text that the page imports. */
import type { Clock } from '../../context.ts';
import type { RegExpLike } from 'ajv/dist/types/index.js';
import type { Validate } from '#schemas/form/validate.ts';
import { serverRegExp } from './written-patterns.ts';

interface ValidatorModule {
  readonly default: Validate;
  readonly clock: { now: () => number };
  readonly engine: { regExp: (source: string, flags: string) => RegExpLike };
}

/** @throws SyntaxError where the text can be no module */
export const moduleOf = (source: string): Promise<ValidatorModule> =>
  // eslint-disable-next-line no-restricted-syntax -- a compiled form, not a file of ours
  import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`) as Promise<ValidatorModule>;

/**
 * Patterns of the form's author run in linear time. `clock` decides `latest: "today"`; the module is shared by all who load the
 * same text, so the clock is set before each call, which is synchronous.
 */
export async function loadValidator(source: string, clock: Clock): Promise<Validate> {
  const module = await moduleOf(source);
  const validate: Validate = (answers) => {
    module.clock.now = () => clock.now().getTime();
    module.engine.regExp = serverRegExp;
    const valid = module.default(answers);
    validate.errors = module.default.errors;
    return valid;
  };
  return validate;
}
