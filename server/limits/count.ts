/**
 * How uses of a budget are counted: by the moment, or by the slice of time, in which they were made. Owns the arithmetic
 * that every adapter must agree with; keeps nothing.
 */
import type { Budget } from './budgets.ts';

/** As it is kept: milliseconds of the slice → uses in it. */
export interface Count {
  readonly uses: ReadonlyMap<number, number>;
  /** Nothing may be used before this. */
  readonly pausedUntil: number;
}

export const noCount: Count = { uses: new Map(), pausedUntil: 0 };

/** @param at milliseconds since 1970 → the beginning of the slice that it is in */
export const sliceOf = ({ sliceMs = 1 }: Budget, at: number): number => at - (at % sliceMs);

/** By the number of uses (the index) how long the next must wait; the last one stands for all after it. */
export function pausesOf({ limit, lockMs, slows }: Budget): readonly number[] {
  if (slows) {
    const { free, firstMs, mostMs } = slows;
    const pauses = Array.from({ length: free + 1 }, () => 0);
    for (let ms = firstMs; pauses.length <= limit && pauses.at(-1) !== mostMs; ms *= 2)
      pauses.push(Math.min(ms, mostMs));
    return pauses;
  }
  return lockMs === undefined ? [0] : Array.from({ length: limit + 1 }, (_, uses) => (uses < limit ? 0 : lockMs));
}

const pauseAfter = (pauses: readonly number[], uses: number): number => pauses[Math.min(uses, pauses.length - 1)] ?? 0;

/** Within the window that ends now. */
function usesOf(count: Count, { windowMs }: Budget, at: number): number {
  let sum = 0;
  for (const [slice, uses] of count.uses) if (slice > at - windowMs) sum += uses;
  return sum;
}

/** Whether so many more may be had now: not paused, and within the limit of the window that ends at `at`. */
export const fits = (count: Count, budget: Budget, amount: number, at: number): boolean =>
  count.pausedUntil <= at && usesOf(count, budget, at) + amount <= budget.limit;

/**
 * The count with so many more in it; what is older than the window is dropped, and a pause begins where the budget has
 * one. Does not ask whether they fit.
 */
export function used(count: Count, budget: Budget, amount: number, at: number): Count {
  const slice = sliceOf(budget, at);
  const uses = new Map([...count.uses].filter(([one]) => one > at - budget.windowMs));
  uses.set(slice, (uses.get(slice) ?? 0) + amount);
  const pause = pauseAfter(pausesOf(budget), usesOf({ ...count, uses }, budget, at));
  return { uses, pausedUntil: pause ? at + pause : 0 };
}

/** As if it had not been used; what is not kept any more stays forgotten. */
export function givenBack(count: Count, budget: Budget, amount: number, at: number): Count {
  const slice = sliceOf(budget, at);
  const before = count.uses.get(slice);
  if (before === undefined) return count;
  const uses = new Map(count.uses);
  if (before > amount) uses.set(slice, before - amount);
  else uses.delete(slice);
  return { uses, pausedUntil: 0 };
}

/** → milliseconds until so much may be used, 0 = now */
export function waitFor(count: Count, budget: Budget, amount: number, at: number): number {
  const paused = Math.max(0, count.pausedUntil - at);
  let over = usesOf(count, budget, at) + amount - budget.limit;
  if (over <= 0) return paused;
  const kept = [...count.uses].filter(([slice]) => slice > at - budget.windowMs).sort(([a], [b]) => a - b);
  for (const [slice, uses] of kept) {
    over -= uses;
    if (over <= 0) return Math.max(paused, slice + budget.windowMs - at);
  }
  return budget.windowMs;
}

/** When nothing of it matters any more. */
export const endOf = ({ uses, pausedUntil }: Count, { windowMs }: Budget): number =>
  Math.max(pausedUntil, ...[...uses.keys()].map((slice) => slice + windowMs));
