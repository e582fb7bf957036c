/** When the store keeps and saves, and how long it waits where nobody answers. */
export interface Timers {
  now(): Date;
  /** → what to do to call it off */
  after(ms: number, work: () => void): () => void;
}

export const browserTimers: Timers = {
  now: () => new Date(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** In ms: after the last change until it is kept here and saved there; until it is tried again without an answer. */
export interface Times {
  readonly copy: number;
  readonly save: number;
  readonly again: number;
}

export const usualTimes: Times = { copy: 250, save: 1200, again: 5000 };

/** Each try that finds nobody makes the wait twice as long, up to so many times the first. */
const longestWait = 12;

/** @param misses tries in a row that found nobody, before this one */
export const waitAfter = ({ again }: Times, misses: number): number => again * Math.min(2 ** misses, longestWait);
