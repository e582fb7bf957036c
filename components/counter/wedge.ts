/**
 * Tells a keyboard-wedge scanner from a person: it types a whole barcode within a moment, and most end it with Enter or Tab.
 * Pure; owns the timing, not what becomes of the keys.
 */
import { end } from './read-key.ts';

/** Milliseconds between two keys of a scanner at most: they say 60, and the browser is late at times. */
const longestGap = 90;
/** Where an input method takes the keys it may be a hand, too: nobody means Chinese here. */
const gapOfMethod = 250;
/** Of one that ends with nothing, on average: a hand needs twice that for letters without sense. */
const usualGap = 65;
/** Shorter bursts may be a roll of the fingers. */
const fewest = 6;

export class Wedge {
  private typed = '';
  private first = 0;
  private last = -Infinity;

  /** Whether the last key may be the first of a scan. */
  get began(): boolean {
    return this.typed.length === 1;
  }

  /**
   * @param character as `readKey` gives it
   * @param at milliseconds
   * @param taken by an input method
   * → what was scanned, with the key that ends it
   */
  press(character: string, at: number, taken = false): string | undefined {
    const before = at - this.last <= (taken ? gapOfMethod : longestGap) ? this.typed : '';
    if (!before) this.first = at;
    this.last = at;
    this.typed = character === end ? '' : before + character;
    return character === end && before.length >= fewest ? before : undefined;
  }

  /** No key came any more. → what was scanned, by a scanner that ends with nothing */
  rest(): string | undefined {
    const { typed } = this;
    this.typed = '';
    const fast = this.last - this.first <= usualGap * (typed.length - 1);
    return fast && typed.length >= fewest ? typed : undefined;
  }

  reset(): void {
    this.typed = '';
    this.last = -Infinity;
  }
}
