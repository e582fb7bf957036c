/** What designers send is checked and compiled here while they wait: work that its author can make large. (A start compiles what was published.) */
import type { Judge, Judged } from './judged.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { compileValidator } from '../publish/compile-validator.ts';
import { checkList } from './check.ts';

/** On the caller's own time, without a limit: for tests, and what an operator starts by hand. */
export const judgeHere = {
  check: (judged: Judged) => Promise.resolve(checkList(judged)),
  compile: (definition: FormDefinition) => compileValidator(definition),
} satisfies Judge;
