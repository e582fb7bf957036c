/** Who waits for news of a draft, within this process. Owns no news: whoever is woken looks at the storage. */
export class Changes {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** After a commit that an open page should hear of. */
  tell(draftId: string): void {
    for (const wake of this.#waiting.get(draftId) ?? []) wake();
  }

  /** How many wait for this draft. */
  count(draftId: string): number {
    return this.#waiting.get(draftId)?.size ?? 0;
  }

  /** Calls `wake` at each change until the answer is called. */
  listen(draftId: string, wake: () => void): () => void {
    const waiting = this.#waiting.get(draftId) ?? new Set();
    this.#waiting.set(draftId, waiting.add(wake));
    return () => {
      waiting.delete(wake);
      if (!waiting.size && this.#waiting.get(draftId) === waiting) this.#waiting.delete(draftId);
    };
  }
}
