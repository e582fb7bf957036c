/**
 * The keys that sign checkpoints and receipts: one file, made at the first start, for its owner only. A key that is
 * replaced loses its private half and stays published with its time, so that what it signed can still be checked.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { KeyFolder } from '../../files/key-folder.ts';
import { rawPublicKey } from '../../crypto/signed-note.ts';

export type LogKeyUse = 'checkpoint' | 'receipt';

export interface LogKey {
  readonly use: LogKeyUse;
  /** 32 bytes. */
  readonly raw: Buffer;
  readonly from: Date;
  /** Absent: in use. */
  readonly until?: Date;
}

export type SigningKey = LogKey & { readonly privateKey: KeyObject };

interface Row {
  readonly use: LogKeyUse;
  readonly from: string;
  readonly until?: string;
  /** Base64 of the 32 bytes. */
  readonly public: string;
  /** Base64 of PKCS #8, while in use. */
  readonly private?: string;
}

export type LogVault = Pick<KeyFolder, 'readOrMake' | 'write'>;

const file = 'log-keys.json';
const uses: readonly LogKeyUse[] = ['checkpoint', 'receipt'];

export class LogKeys {
  readonly #vault: LogVault;
  #rows: readonly Row[];
  #signing = new Map<LogKeyUse, SigningKey>();

  private constructor(vault: LogVault, rows: readonly Row[]) {
    this.#vault = vault;
    this.#rows = rows;
    this.#load();
  }

  static async open(vault: LogVault, now: Date): Promise<LogKeys> {
    const text = await vault.readOrMake(file, async () => written(uses.map((use) => newRow(use, now))));
    return new LogKeys(vault, parsed(text));
  }

  /** Oldest first; those in use last. */
  list(): readonly LogKey[] {
    return this.#rows.map(keyOf);
  }

  /** @throws when there is none: then nothing is signed */
  signing(use: LogKeyUse): SigningKey {
    const key = this.#signing.get(use);
    if (!key) throw new Error(`no key for a ${use}`);
    return key;
  }

  /** New keys from now on. The file is written before the first of them signs. */
  async rotate(now: Date): Promise<void> {
    await this.refresh();
    const retired = this.#rows.map(({ private: _gone, ...row }) => ({ until: now.toISOString(), ...row }));
    const rows = [...retired, ...uses.map((use) => newRow(use, now))];
    await this.#vault.write(file, written(rows));
    this.#rows = rows;
    this.#load();
  }

  /** Takes up what another process (`npm run log-keys`) wrote. */
  async refresh(): Promise<void> {
    this.#rows = parsed(await this.#vault.readOrMake(file, async () => written(this.#rows)));
    this.#load();
  }

  /** Takes up new keys, and makes them when those in use are older than `maxAgeMs`. */
  async keepFresh(now: Date, maxAgeMs: number): Promise<void> {
    await this.refresh();
    const oldest = Math.min(...[...this.#signing.values()].map(({ from }) => from.getTime()));
    if (now.getTime() - oldest >= maxAgeMs) await this.rotate(now);
  }

  #load(): void {
    this.#signing = new Map(
      this.#rows.flatMap((row) => {
        const { private: pkcs8 } = row;
        if (row.until !== undefined || !pkcs8) return [];
        const privateKey = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
        return [[row.use, { ...keyOf(row), privateKey }] as const];
      }),
    );
  }
}

const keyOf = (row: Row): LogKey => ({
  use: row.use,
  raw: Buffer.from(row.public, 'base64'),
  from: new Date(row.from),
  ...(row.until === undefined ? {} : { until: new Date(row.until) }),
});

function newRow(use: LogKeyUse, now: Date): Row {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    use,
    from: now.toISOString(),
    public: rawPublicKey(privateKey).toString('base64'),
    private: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

const written = (rows: readonly Row[]): string => JSON.stringify({ keys: rows }, null, 2);
const parsed = (text: string): readonly Row[] => (JSON.parse(text) as { keys: readonly Row[] }).keys;

/** Keys in memory only, for tests. */
export function memoryVault(): LogVault {
  const files = new Map<string, string>();
  return {
    async readOrMake(name, make) {
      const text = files.get(name) ?? (await make());
      files.set(name, text);
      return text;
    },
    async write(name, text) {
      files.set(name, text);
    },
  };
}
