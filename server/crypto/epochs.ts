/**
 * Key epochs. What is sealed has a key of its own, wrapped by the epoch's key; when an epoch's time is over its key is
 * destroyed and everything sealed in it, backups included, is unreadable. Epoch keys are never in the database.
 */
import { newKey, open, seal } from './seal.ts';

export interface Epoch {
  /** ISO start time, also its name. */
  readonly id: string;
  readonly key: Uint8Array;
}

/** Where epoch keys lie: a folder, a key service, memory in tests. */
export interface EpochStore {
  list(): Promise<readonly string[]>;
  read(id: string): Promise<Uint8Array | undefined>;
  write(id: string, key: Uint8Array): Promise<void>;
  /** Overwrites, then removes. */
  destroy(id: string): Promise<void>;
}

export interface Envelope {
  readonly epoch: string;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

export class EpochKeys {
  readonly #store: EpochStore;
  readonly #lengthMs: number;

  /** @param lengthMs how long one epoch takes new packages */
  constructor(store: EpochStore, lengthMs: number) {
    this.#store = store;
    this.#lengthMs = lengthMs;
  }

  async sealNow(plaintext: Uint8Array, context: string, now: Date): Promise<Envelope> {
    const epoch = await this.#current(now);
    const key = newKey();
    return { epoch: epoch.id, wrappedKey: seal(epoch.key, key, context), sealed: seal(key, plaintext, context) };
  }

  /** → undefined when the epoch's key was destroyed; throws when the bytes were tampered with. */
  async open(envelope: Envelope, context: string): Promise<Buffer | undefined> {
    const epochKey = await this.#store.read(envelope.epoch);
    if (!epochKey) return undefined;
    return open(open(epochKey, envelope.wrappedKey, context), envelope.sealed, context);
  }

  /** Destroys the epochs whose last package is older than `keepMs`. → their ids */
  async destroyOld(now: Date, keepMs: number): Promise<readonly string[]> {
    const gone = (await this.#store.list()).filter((id) => Date.parse(id) + this.#lengthMs + keepMs <= now.getTime());
    for (const id of gone) await this.#store.destroy(id);
    return gone;
  }

  async #current(now: Date): Promise<Epoch> {
    const id = new Date(Math.floor(now.getTime() / this.#lengthMs) * this.#lengthMs).toISOString();
    const known = await this.#store.read(id);
    if (known) return { id, key: known };
    const key = newKey();
    await this.#store.write(id, key);
    return { id, key: (await this.#store.read(id)) ?? key };
  }
}
