/**
 * The county's own keys at work: sealing what it keeps, hashing what it only has to recognise. One master key, one
 * derived key per use, so that a value sealed for one use opens in no other.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { open, seal } from '../../crypto/seal.ts';

type SealedUse = 'typed' | 'file' | 'file-name' | 'application';
type HashedUse = 'owner' | 'person' | 'repeat' | 'row' | 'confirmed' | 'try';

export class Seals {
  readonly #sealing = new Map<SealedUse, Uint8Array>();
  readonly #hashing = new Map<HashedUse, Uint8Array>();
  readonly #master: Uint8Array;

  constructor(master: Uint8Array) {
    this.#master = master;
    for (const use of ['typed', 'file', 'file-name', 'application'] as const) this.#sealing.set(use, this.#derive(use));
    for (const use of ['owner', 'person', 'repeat', 'row', 'confirmed', 'try'] as const)
      this.#hashing.set(use, this.#derive(use));
  }

  seal(use: SealedUse, context: string, bytes: Uint8Array): Buffer {
    return seal(this.#sealing.get(use)!, bytes, `${use}:${context}`);
  }

  /** Throws when the bytes, the use or the context differ. */
  open(use: SealedUse, context: string, sealed: Uint8Array): Buffer {
    return open(this.#sealing.get(use)!, sealed, `${use}:${context}`);
  }

  sealJson(use: SealedUse, context: string, value: unknown): Buffer {
    return this.seal(use, context, Buffer.from(JSON.stringify(value), 'utf8'));
  }

  openJson<Value>(use: SealedUse, context: string, sealed: Uint8Array): Value {
    return JSON.parse(this.open(use, context, sealed).toString('utf8')) as Value;
  }

  /** Keyed, because a national id has too few possibilities for a plain hash. → 64 hex characters */
  hash(use: HashedUse, text: string): string {
    return createHmac('sha256', this.#hashing.get(use)!).update(text, 'utf8').digest('hex');
  }

  #derive(use: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#master, new Uint8Array(), `mydata county ${use}`, 32));
  }
}

/** 256 bits, for cookies. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text);
