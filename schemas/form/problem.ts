/** What is wrong with a definition, where, and what to do about it: for form designers. */
import type { Text } from '../text.ts';

export interface DefinitionProblem {
  /** JSON Pointer into the definition, e.g. `/steps/0/sections/1/fields/2/show`. */
  readonly path: string;
  readonly code: string;
  readonly reason: Text;
}

export const problem = (path: string, code: string, zh: string, en: string): DefinitionProblem => ({
  path,
  code,
  reason: { 'zh-Hant': zh, en },
});
