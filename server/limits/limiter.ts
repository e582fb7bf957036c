/**
 * The one limiter of a party. A try is taken before anything is looked at and given back when it was right, so that a
 * thousand at once are no more than the budget. Owns who a use is counted for; the numbers are `budgets.ts`.
 */
import type { Clock } from '../context.ts';
import { budgets, type BudgetName } from './budgets.ts';
import type { LimitStorage, Use } from './storage.ts';
import { TooMany } from './too-many.ts';

export interface Spending {
  readonly budget: BudgetName;
  /** An address, an id, a hash: of the kind that the budget's `per` says. */
  readonly who: string;
  readonly amount?: number;
  /** What a right try does: `give-back` itself alone (absent), `forget` all that was counted for this one. */
  readonly whenRight?: 'give-back' | 'forget';
  /** Taken in its place where it is used up. */
  readonly spare?: Omit<Spending, 'spare'>;
}

export interface Taking {
  /** It was right: nobody is to be slowed for it. */
  right(): Promise<void>;
  /** Nothing was looked at: as if it had not been tried. */
  back(): Promise<void>;
}

export interface LimiterOptions {
  readonly storage: LimitStorage;
  readonly clock: Clock;
  /** Keyed, so that a copy of the counts names no address and no person. */
  readonly hash: (text: string) => string;
}

export class Limiter {
  readonly #storage: LimitStorage;
  readonly #clock: Clock;
  readonly #hash: LimiterOptions['hash'];

  constructor({ storage, clock, hash }: LimiterOptions) {
    this.#storage = storage;
    this.#clock = clock;
    this.#hash = hash;
  }

  /** @throws TooMany, and nothing is taken */
  take(spendings: readonly Spending[]): Promise<Taking> {
    return this.#take(spendings, []);
  }

  /** @param spared those in whose place a spare one is taken */
  async #take(spendings: readonly Spending[], spared: readonly Spending[]): Promise<Taking> {
    const uses = this.#uses(spendings);
    const taken = await this.#storage.take(uses.map(({ use }) => use));
    if (!taken.ok) {
      const { spending } = uses.find(({ use }) => use === taken.use) ?? uses[0]!;
      const { spare } = spending;
      if (!spare) throw new TooMany(spending.budget, seconds(taken.waitMs));
      return this.#take(
        spendings.map((one) => (one === spending ? spare : one)),
        [...spared, spending],
      );
    }
    return {
      back: () => this.#storage.giveBack(uses.map(({ use }) => use)),
      right: async () => {
        const forgotten = uses.filter(({ spending }) => spending.whenRight === 'forget');
        await this.#storage.giveBack(uses.filter((one) => !forgotten.includes(one)).map(({ use }) => use));
        await this.#storage.forget([...forgotten, ...this.#uses(spared)].map(({ use }) => use.key));
      },
    };
  }

  /**
   * For what is cheap to look at: looked at first, counted before it is told. The right one is refused too once the budget is
   * used up; many right ones at once are none too many.
   * @throws TooMany
   */
  async judge(spendings: readonly Spending[], right: boolean): Promise<void> {
    if (!right) return void (await this.take(spendings));
    await this.require(spendings);
    const forgotten = this.#uses(spendings).filter(({ spending }) => spending.whenRight === 'forget');
    await this.#storage.forget(forgotten.map(({ use }) => use.key));
  }

  /** Counts what has happened already, each for itself, however much it is. */
  async count(spendings: readonly Spending[]): Promise<void> {
    for (const { use } of this.#uses(spendings)) await this.#storage.take([use]);
  }

  /** Before something that is counted only where it fails. @throws TooMany */
  async require(spendings: readonly Spending[]): Promise<void> {
    for (const { spending, use } of this.#uses(spendings)) {
      const wait = await this.#storage.wait(use);
      if (wait === 0) continue;
      if (!spending.spare) throw new TooMany(spending.budget, seconds(wait));
      await this.require([spending.spare]);
    }
  }

  /** → for how many seconds none can be taken, for a screen; undefined: one can be taken now */
  async waitSeconds(spending: Spending): Promise<number | undefined> {
    const { use } = this.#uses([spending])[0]!;
    const wait = await this.#storage.wait(use);
    return wait > 0 ? seconds(wait) : undefined;
  }

  sweep(): Promise<void> {
    return this.#storage.sweep(this.#clock.now().getTime());
  }

  #uses(spendings: readonly Spending[]): readonly { readonly spending: Spending; readonly use: Use }[] {
    const at = this.#clock.now().getTime();
    return spendings.map((spending) => {
      const { budget, who, amount = 1 } = spending;
      return { spending, use: { key: this.#hash(`${budget}\n${who}`), budget: budgets[budget], amount, at } };
    });
  }
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
