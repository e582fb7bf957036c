/**
 * The platform's side of its witnesses: it has each new checkpoint cosigned, and asks them what they have seen. What they show
 * counts only with our own signature on it, so no witness can make anything up.
 */
import { call } from '../../calls/call.ts';
import type { Clock, Fetch, Log } from '../../context.ts';
import { cosignedAt } from '../../crypto/cosignature.ts';
import { foldPeaks } from '../../crypto/merkle/nodes.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Checkpoint, LogReads } from '../storage.ts';
import type { LogKeys } from './keys.ts';
import { logOrigin, nameOf, treeOrigin, verifierKeyOf } from './names.ts';
import { consistencyProof, HoleInTree, peaksOf } from './proof.ts';

export interface WitnessAddress {
  /** In front of `/add-checkpoint`. */
  readonly url: string;
  /** Verifier key; absent: as the witness says when it first answers, in the test environment only. */
  readonly key?: string;
}

/** The newest checkpoint that a witness cosigned. */
export interface Cosigned {
  readonly key: string;
  readonly origin: string;
  readonly size: number;
  /** The note with the cosignature. */
  readonly note: string;
  readonly at: string;
}

export interface CosignedStore {
  read(): Promise<Readonly<Record<string, Cosigned>>>;
  write(all: Readonly<Record<string, Cosigned>>): Promise<void>;
}

export interface WitnessesOptions {
  readonly storage: LogReads;
  readonly keys: LogKeys;
  readonly publicUrl: string;
  readonly generation?: number;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly addresses: readonly WitnessAddress[];
  readonly store: CosignedStore;
}

export interface Seen {
  /** What proves that the log is not what it was. */
  readonly problems: readonly string[];
  /** Who did not answer: what they have seen is not known. */
  readonly silent: readonly string[];
}

const answerMost = 16 * 1024;

export class Witnesses {
  readonly #options: WitnessesOptions;
  /** When it was told of each: once a day, not every few seconds. */
  readonly #failing = new Map<string, number>();

  constructor(options: WitnessesOptions) {
    this.#options = options;
  }

  /** Asks all what they have seen. */
  async look(): Promise<Seen> {
    const seen = await Promise.all(
      this.#options.addresses.map(async ({ url }) => {
        const answer = await this.#get(`${url}/checkpoint`);
        if (answer === undefined) return { problems: [], silent: [url] };
        return { problems: answer === '' ? [] : await this.#problemsOf(url, answer), silent: [] };
      }),
    );
    return { problems: seen.flatMap(({ problems }) => problems), silent: seen.flatMap(({ silent }) => silent) };
  }

  /** Has the newest checkpoint cosigned by those that have not done it yet. → what proves that the log is not what it was */
  async submit(): Promise<readonly string[]> {
    const { storage, store, addresses } = this.#options;
    const checkpoint = await storage.checkpoint();
    if (!checkpoint) return [];
    const known = await store.read();
    const rounds = await Promise.all(
      addresses.map(async (address) => {
        const before = known[address.url];
        if (before?.size === checkpoint.size && before.origin === this.#origin) return {};
        return this.#submitTo(address, checkpoint, before);
      }),
    );
    const fresh = rounds.flatMap(({ cosigned }, index) => {
      const url = addresses[index]?.url;
      return cosigned && url !== undefined ? [[url, cosigned] as const] : [];
    });
    if (fresh.length) await store.write({ ...known, ...Object.fromEntries(fresh) });
    return rounds.flatMap(({ problems = [] }) => problems);
  }

  get #origin(): string {
    return treeOrigin(this.#options.publicUrl, this.#options.generation);
  }

  async #submitTo(
    address: WitnessAddress,
    checkpoint: Checkpoint,
    before: Cosigned | undefined,
  ): Promise<{ readonly cosigned?: Cosigned; readonly problems?: readonly string[] }> {
    const { url } = address;
    const key = address.key ?? before?.key ?? (await this.#get(`${url}/key`))?.trim();
    if (!key) return this.#failed(url, 'silent');
    let old = before?.origin === this.#origin ? before.size : 0;
    // A second time with the size that the witness says.
    for (let round = 0; round < 2; round += 1) {
      const answer = await this.#post(url, old, checkpoint);
      if (answer === undefined) return this.#failed(url, 'silent');
      const { status, text } = answer;
      if (status === 200) return this.#kept(address, key, checkpoint, text);
      const size = status === 409 ? Number(text.trim()) : Number.NaN;
      if (Number.isSafeInteger(size) && size <= checkpoint.size && size !== old) old = size;
      else {
        const note = status === 409 || status === 422 ? await this.#get(`${url}/checkpoint`) : undefined;
        this.#failed(url, `status ${status}`);
        return note ? { problems: await this.#problemsOf(url, note) } : {};
      }
    }
    return {};
  }

  async #kept(
    { url, key: named }: WitnessAddress,
    known: string,
    { note, size }: Checkpoint,
    lines: string,
  ): Promise<{ readonly cosigned?: Cosigned }> {
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
    const lineOf = (one: string): string | undefined => lines.split('\n').find((line) => cosignedAt(text, line, one));
    let key = known;
    let line = lineOf(key);
    if (line === undefined && named === undefined) {
      key = (await this.#get(`${url}/key`))?.trim() ?? '';
      line = lineOf(key);
      if (line !== undefined) this.#options.log.warn({ witness: url }, 'a witness has another key, which is taken');
    }
    if (line === undefined) return this.#failed(url, 'no cosignature of its key');
    this.#failing.delete(url);
    const at = this.#options.clock.now().toISOString();
    return { cosigned: { key, origin: this.#origin, size, note: `${note}${line}\n`, at } };
  }

  #failed(url: string, why: string): Record<string, never> {
    const now = this.#options.clock.now().getTime();
    if (now - (this.#failing.get(url) ?? Number.NEGATIVE_INFINITY) >= lifetimes.witnessTold.ms) {
      this.#options.log.warn({ witness: url, why }, 'a witness does not cosign');
      this.#failing.set(url, now);
    }
    return {};
  }

  async #problemsOf(url: string, note: string): Promise<readonly string[]> {
    const { storage, keys, publicUrl } = this.#options;
    const [origin = '', size = ''] = note.split('\n');
    const name = logOrigin(publicUrl);
    const text = openNote(
      note,
      keys.list().map((key) => verifierKeyOf(name, key)),
    );
    if (text === undefined || nameOf(origin) !== name) return [];
    const generation = (one: string): number => Number(one.slice(name.length + 1) || 1);
    if (generation(origin) < generation(this.#origin)) return [];
    if (generation(origin) > generation(this.#origin))
      return [`${url} has cosigned ${origin}, which came after ${this.#origin}`];
    const newest = await storage.checkpoint();
    if (Number(size) > (newest?.size ?? 0))
      return [`${url} has cosigned a log of ${size} entries, this one has ${newest?.size ?? 0}: it was turned back`];
    const root = await rootAt(storage, Number(size));
    return root === text.split('\n')[2]
      ? []
      : [`${url} has cosigned a log whose first ${size} entries are others: this is not that log`];
  }

  async #post(
    url: string,
    old: number,
    { note, size }: Checkpoint,
  ): Promise<{ readonly status: number; readonly text: string } | undefined> {
    const proof = old > 0 ? await consistencyProof(this.#options.storage, old, size) : [];
    const body = [`old ${old}`, ...proof, '', note].join('\n');
    const outcome = await call(this.#options.fetch, `${url}/add-checkpoint`, {
      to: 'partner',
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body,
      timeout: lifetimes.witnessAnswer.ms,
      size: answerMost,
    });
    return outcome.kind === 'answer' ? { status: outcome.status, text: outcome.bytes.toString('utf8') } : undefined;
  }

  /** → '' where there is nothing, undefined where nobody answers */
  async #get(url: string): Promise<string | undefined> {
    const options = { to: 'partner', timeout: lifetimes.witnessAnswer.ms, size: answerMost } as const;
    const outcome = await call(this.#options.fetch, url, options);
    if (outcome.kind !== 'answer' || ![200, 404].includes(outcome.status)) return undefined;
    return outcome.status === 200 ? outcome.bytes.toString('utf8') : '';
  }
}

/** → undefined where the tree has a hole. @throws where it cannot be read: that proves nothing */
async function rootAt(storage: LogReads, size: number): Promise<string | undefined> {
  const peaks = await peaksOf(storage, size).catch((error: unknown) => {
    if (error instanceof HoleInTree) return undefined;
    throw error;
  });
  return peaks && Buffer.from(foldPeaks(peaks.map((hash) => Buffer.from(hash, 'base64')))).toString('base64');
}

/** A file of lines `<verifier key> <address>`; `#` begins a comment. @throws RangeError naming the line */
export function parseWitnesses(text: string): readonly WitnessAddress[] {
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim() || line.startsWith('#')) return [];
    const [key = '', url = '', ...more] = line.trim().split(/\s+/);
    if (!/^.+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(key) || !/^https?:\/\//.test(url) || more.length)
      throw new RangeError(`line ${index + 1} must be <verifier key> <address>`);
    return [{ key, url: url.replace(/\/+$/, '') }];
  });
}
