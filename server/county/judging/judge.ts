/** What designers send is checked and compiled here while they wait: work that its author can make large. (A start compiles what was published.) */
import type { CheckResult } from '../../../schemas/publish/task.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import { compileValidator, type CompiledValidator } from '../publish/compile-validator.ts';
import { checkList, type Judged } from './check.ts';

export interface Judge {
  /** @param who waits behind own work only @throws FormsError 422 `too-complex`, 429 `checks-waiting` */
  check(judged: Judged, who: string): Promise<CheckResult>;
  /** The definition must have passed `checkDefinition`. @throws FormsError 422 `too-complex`, 429 `checks-waiting` */
  compile(definition: FormDefinition, who: string): Promise<CompiledValidator>;
}

/** On the caller's own time, without a limit: for tests, and what an operator starts by hand. */
export const judgeHere = {
  check: (judged: Judged) => Promise.resolve(checkList(judged)),
  compile: (definition: FormDefinition) => compileValidator(definition),
} satisfies Judge;
