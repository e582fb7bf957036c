/** The thread's side of `judgeApart`. */
import { judgeHere } from './judge.ts';

export const { check, compile } = judgeHere;
