/** The thread's side of `judgeApart`. */
import { moduleOf } from '../publish/load-validator.ts';
import { judgeHere } from './judge.ts';
import type { Judge } from './judged.ts';

export const { check } = judgeHere;

/** Read once here: what can be no module is found out before it is anybody's. */
export const compile: Judge['compile'] = async (definition) => {
  const made = await judgeHere.compile(definition);
  await moduleOf(made.source);
  return made;
};

/** Once this is answered, the thread has begun. */
export const ready = (): boolean => true;
