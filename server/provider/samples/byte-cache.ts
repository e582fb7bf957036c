/** Finished files in memory, up to a number of bytes; the one that was not asked for the longest goes first. */
export class ByteCache {
  readonly #files = new Map<string, Uint8Array>();
  readonly #most: number;
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Uint8Array | undefined {
    const known = this.#files.get(key);
    if (known) {
      this.#files.delete(key);
      this.#files.set(key, known);
    }
    return known;
  }

  put(key: string, bytes: Uint8Array): void {
    this.#drop(key);
    this.#files.set(key, bytes);
    this.#bytes += bytes.length;
    for (const oldest of this.#files.keys()) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#files.get(key)?.length ?? 0;
    this.#files.delete(key);
  }
}
