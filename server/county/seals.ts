/**
 * The county's own keys at work: sealing what it keeps, hashing what it only has to recognise. One master key, one
 * derived key per use, so that a value sealed for one use opens in no other.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import { open, seal } from '../crypto/seal.ts';

const sealedUses = ['typed', 'file', 'file-name', 'application', 'attempt', 'registration'] as const;
type SealedUse = (typeof sealedUses)[number];
const hashedUses = ['owner', 'person', 'repeat', 'row', 'confirmed', 'delivery', 'try', 'staff-csrf', 'desk'] as const;
type HashedUse = (typeof hashedUses)[number];

export class Seals {
  /** From which `server/accounts` derives what seals the staff's second factors. */
  readonly hashKey: Uint8Array;
  readonly #sealing = new Map<SealedUse, Uint8Array>();
  readonly #hashing = new Map<HashedUse, Uint8Array>();
  readonly #master: Uint8Array;

  constructor(master: Uint8Array) {
    this.#master = master;
    this.hashKey = this.#derive('staff');
    for (const use of sealedUses) this.#sealing.set(use, this.#derive(use));
    for (const use of hashedUses) this.#hashing.set(use, this.#derive(use));
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
