/** What designers send is checked and compiled here while they wait: work that its author can make large. (A start compiles what was published.) */
import type { CheckResult } from '../../../schemas/publish/task.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import { compileValidator, type CompiledValidator } from '../publish/compile-validator.ts';
import { checkList, type Judged } from './check.ts';

export interface Judge {
  /** @throws FormsError 422 `too-complex` */
  check(judged: Judged): Promise<CheckResult>;
  /** The definition must have passed `checkDefinition`. @throws FormsError 422 `too-complex` */
  compile(definition: FormDefinition): Promise<CompiledValidator>;
}

/** On the caller's own time, without a limit: for tests, and what an operator starts by hand. */
export const judgeHere: Judge = {
  check: (judged) => Promise.resolve(checkList(judged)),
  compile: compileValidator,
};
