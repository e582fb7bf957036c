/**
 * Tells a keyboard-wedge scanner from a person: it types a whole barcode within a moment and ends it with Enter. Pure; owns
 * the timing, not what becomes of the keys.
 */

/** Milliseconds between two keys of a scanner; the fastest typists need twice that. */
const longestGap = 50;
/** Shorter bursts may be a roll of the fingers. */
const fewest = 6;

export class Wedge {
  private typed = '';
  private last = -Infinity;

  /** Whether the last key may be the first of a scan. */
  get began(): boolean {
    return this.typed.length === 1;
  }

  /**
   * @param key as in `KeyboardEvent.key`
   * @param at milliseconds
   * → what was scanned, with the key that ends it
   */
  press(key: string, at: number): string | undefined {
    const fast = at - this.last <= longestGap;
    const before = fast ? this.typed : '';
    this.last = at;
    if (key === 'Enter' || key === 'Tab') {
      this.typed = '';
      return before.length >= fewest ? before : undefined;
    }
    // Shift and its like come between the letters of a scanner that types capitals.
    if (key.length > 1) this.typed = key === 'Shift' || key === 'CapsLock' ? before : '';
    else this.typed = before + key;
    return undefined;
  }

  reset(): void {
    this.typed = '';
    this.last = -Infinity;
  }
}
