/** The thread's side of `judgeApart`. */
import { judgeHere, type Judge } from './judge.ts';

export const { check } = judgeHere;

/** Read once here: what can be no module is found out before it is anybody's. */
export const compile: Judge['compile'] = async (definition) => {
  const made = await judgeHere.compile(definition);
  await import(`data:text/javascript;base64,${Buffer.from(made.source).toString('base64')}`);
  return made;
};

/** Once this is answered, the thread has begun. */
export const ready = (): boolean => true;
