/**
 * What a limiter keeps. Shared by the processes of a party, so a use is taken by one conditional statement and nothing else:
 * of a hundred processes that take the last one at once, one gets it.
 */
import type { Budget } from './budgets.ts';

export interface Use {
  /** A keyed hash: no address and no person is kept. */
  readonly key: string;
  readonly budget: Budget;
  readonly amount: number;
  /** Milliseconds; of the same use in `take` and `giveBack`. */
  readonly at: number;
}

type Taken =
  | { readonly ok: true }
  /** `use`: the first one that does not fit; `waitMs`: until it would. */
  | { readonly ok: false; readonly use: Use; readonly waitMs: number };

export interface LimitStorage {
  /** All of them, or none. */
  take(uses: readonly Use[]): Promise<Taken>;
  giveBack(uses: readonly Use[]): Promise<void>;
  forget(keys: readonly string[]): Promise<void>;
  /** → milliseconds until it could be taken, 0 = now; takes nothing */
  wait(use: Use): Promise<number>;
  /** Erases what does not matter any more. */
  sweep(at: number): Promise<void>;
  close(): Promise<void>;
}
