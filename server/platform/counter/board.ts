/**
 * What residents' pages are told at once: that something changed, which desk waits for a code, and, on their signed-in page
 * only, the code. It is shown from the memory of this process and never stored; who comes too late finds it in the message.
 */
import type { Clock } from '../../context.ts';

export interface ShownCode {
  readonly agency: string;
  readonly counter: string;
  readonly code: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** What may stand beside a barcode, where whoever looks at it sees all else: never the code. */
export type DeskWaiting = Omit<ShownCode, 'code'>;

export class CounterBoard {
  readonly #clock: Clock;
  /** By barcode. */
  readonly #codes = new Map<string, ShownCode>();
  /** By transaction. */
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  show(txId: string, barcodeId: string, code: ShownCode): void {
    const now = this.#clock.now();
    for (const [id, { expiresAt }] of this.#codes) if (expiresAt <= now) this.#codes.delete(id);
    this.#codes.set(barcodeId, code);
    this.changed(txId);
  }

  /** The code that is good now. */
  codeOf(barcodeId: string): ShownCode | undefined {
    const code = this.#codes.get(barcodeId);
    return code && code.expiresAt > this.#clock.now() ? code : undefined;
  }

  waitingAt(barcodeId: string): DeskWaiting | undefined {
    const shown = this.codeOf(barcodeId);
    if (!shown) return undefined;
    const { code: _code, ...waiting } = shown;
    return waiting;
  }

  clear(txId: string, barcodeId: string): void {
    this.#codes.delete(barcodeId);
    this.changed(txId);
  }

  changed(txId: string): void {
    for (const listener of this.#listeners.get(txId) ?? []) listener();
  }

  /** → to stop listening */
  onChange(txId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(txId) ?? new Set();
    this.#listeners.set(txId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (!listeners.size) this.#listeners.delete(txId);
    };
  }
}
