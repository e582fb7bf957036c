/**
 * Who comes in, and in which order, when more arrive than a process can bear. Owns the arithmetic of places; keeps a number
 * for each who came in by a place, and nothing of those who wait.
 */
export interface LineSettings {
  /** Milliseconds, of a clock that only goes forward. */
  readonly now: () => number;
  /** How late the process was with what it had to do, in milliseconds, since it was asked last. */
  readonly lateMs: () => number;
}

export type Answer =
  | { readonly kind: 'in' }
  /** `ahead`: how many are called before; none: called, but the process has to get its breath. */
  | { readonly kind: 'wait'; readonly place: number; readonly ahead: number; readonly seconds: number };

/** Arrivals each second. A whole journey costs some 20 times as much as its arrival: measured by `npm run bench`. */
const startRate = 40;
const [leastRate, mostRate] = [2, 200];
/** So many may come at once after a quiet time: a bus that arrives at a county hall. */
const burst = 120;
/** Later than this: fewer come in. */
const tooLateMs = 150;
const adaptEveryMs = 500;
/** Whoever is called comes back within this, or has left. */
const graceMs = 20_000;
const lookBackMs = 60_000;
/** However many left, no more are called than so many times what comes in. */
const mostCalled = 50;
/** A place serves so long. */
export const placeMs = 2 * 60 * 60 * 1000;

/** Those who were called within one second. */
interface Called {
  readonly at: number;
  readonly from: number;
  upTo: number;
  came: number;
}

export class WaitingLine {
  readonly #now: () => number;
  readonly #lateMs: () => number;
  readonly #used = new Map<number, number>();
  #calls: Called[] = [];
  #rate = startRate;
  #room = burst;
  #issued = 0;
  #called = 0;
  #at: number;
  #adaptedAt: number;

  constructor({ now, lateMs }: LineSettings) {
    this.#now = now;
    this.#lateMs = lateMs;
    this.#at = this.#adaptedAt = now();
  }

  /** Without a place. */
  arrive(): Answer {
    this.#goOn();
    // Those who were called and come just now are first: half of the room is theirs.
    const least = this.#calls.length ? burst / 2 : 1;
    if (this.#called >= this.#issued && this.#room >= least) {
      this.#room -= 1;
      return { kind: 'in' };
    }
    this.#issued += 1;
    return this.#wait(this.#issued);
  }

  /** With a place that was given here; one that was used is none. */
  comeBack(place: number): Answer {
    this.#goOn();
    if (this.#used.has(place)) return this.arrive();
    if (place > this.#called || this.#room < 1) return this.#wait(place);
    this.#room -= 1;
    this.#used.set(place, this.#at);
    const call = this.#calls.find(({ from, upTo }) => place > from && place <= upTo);
    if (call) call.came += 1;
    return { kind: 'in' };
  }

  #wait(place: number): Answer {
    const ahead = Math.max(0, Math.ceil(place - this.#called));
    return { kind: 'wait', place, ahead, seconds: Math.max(1, Math.ceil(ahead / this.#callsEachSecond())) };
  }

  #goOn(): void {
    const now = this.#now();
    const seconds = (now - this.#at) / 1000;
    if (now - this.#adaptedAt >= adaptEveryMs) this.#adapt(now);
    this.#room = Math.min(burst, this.#room + seconds * this.#rate);
    if (this.#called < this.#issued) this.#call(now, seconds * this.#callsEachSecond());
    this.#at = now;
  }

  #call(now: number, more: number): void {
    const before = this.#called;
    this.#called = Math.min(this.#issued, before + more);
    const last = this.#calls.at(-1);
    if (last && now - last.at < 1000) last.upTo = this.#called;
    else this.#calls.push({ at: now, from: before, upTo: this.#called, came: 0 });
  }

  /** As many as come in, and more where those who were called have left. */
  #callsEachSecond(): number {
    let [called, came] = [0, 0];
    for (const call of this.#calls) {
      if (this.#at - call.at < graceMs) continue;
      called += call.upTo - call.from;
      came += call.came;
    }
    const share = called < 20 ? 1 : came / called;
    return this.#rate / Math.max(share, 1 / mostCalled);
  }

  /** Down fast, up slowly. */
  #adapt(now: number): void {
    this.#adaptedAt = now;
    const isLate = this.#lateMs() > tooLateMs;
    this.#rate = isLate ? Math.max(leastRate, this.#rate * 0.7) : Math.min(mostRate, this.#rate * 1.02 + 0.2);
    if (isLate) this.#room = Math.min(this.#room, this.#rate);
    this.#calls = this.#calls.filter(({ at }) => now - at < lookBackMs);
    for (const [place, at] of this.#used) {
      if (now - at < placeMs) break;
      this.#used.delete(place);
    }
  }
}
