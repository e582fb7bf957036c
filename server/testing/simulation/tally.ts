/** What came of it all, by kind of actor. */
export interface Loss {
  readonly actor: string;
  /** Simulated. */
  readonly at: string;
  readonly route: string;
  readonly why: string;
}

export interface Counts {
  /** Whole doings. */
  events: number;
  requests: number;
  /** Answered 429, 423 or 503. */
  limited: number;
}

export class Tally {
  readonly counts = new Map<string, Counts>();
  /** Steps of honest ones that did not end as they should. */
  readonly losses: Loss[] = [];
  /** What a hostile one got and should not have. */
  readonly gains: Loss[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  of(actor: string): Counts {
    const counts = this.counts.get(actor) ?? { events: 0, requests: 0, limited: 0 };
    this.counts.set(actor, counts);
    return counts;
  }

  lost(actor: string, route: string, why: string): void {
    this.losses.push({ actor, at: this.#now().toISOString(), route, why });
  }

  gained(actor: string, route: string, why: string): void {
    this.gains.push({ actor, at: this.#now().toISOString(), route, why });
  }
}
