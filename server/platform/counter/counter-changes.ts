/** Wakes the pages of residents that this process serves: something changed. What it is they read from the storage. */
export class CounterChanges {
  /** By transaction. */
  readonly #listeners = new Map<string, Set<() => void>>();

  tell(txId: string): void {
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
