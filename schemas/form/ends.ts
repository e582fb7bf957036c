/** Whether answers end the application. Part of the resident's page. */
import type { End, FormDefinition } from './definition.ts';
import type { Answers } from './answers.ts';
import { holds } from './rules.ts';

/** The first end that pruned answers meet, of those that may be told now. */
export const endOf = (
  { ends = [] }: FormDefinition,
  answers: Answers,
  told: (end: End) => boolean = () => true,
): End | undefined => ends.find((end) => told(end) && holds(end.when, answers));
