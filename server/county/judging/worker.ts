/** The thread's side of `judgeApart`. */
import { judgeHere } from './judge.ts';

export const { check, compile } = judgeHere;

/** Once this is answered, the thread has begun. */
export const ready = (): boolean => true;
