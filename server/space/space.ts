/**
 * How much room each kind of data has, and what happens as it fills: a warning at four fifths, and no new work once it is
 * full. What is under way goes on, since nothing of it asks here. The file system's free space is the last belt.
 */
import type { Clock, Log } from '../context.ts';
import { HttpError } from '../http/errors.ts';
import { waitWords } from '../limits/too-many.ts';

/** Bytes by kind: of what is there, or of what may be. */
export type Sizes<Kind extends string> = { readonly [kind in Kind]: number };

export interface Level<Kind extends string> {
  /** `disk`: the file system, of which `most` is what must stay free and `bytes` what is. */
  readonly kind: Kind | 'disk';
  readonly state: 'warn' | 'full';
  readonly bytes: number;
  readonly most: number;
}

export interface SpaceOptions<Kind extends string> {
  readonly sizes: () => Promise<Sizes<Kind>>;
  readonly most: Sizes<Kind>;
  /** Bytes that are free on the file system; absent: nobody knows, and nothing is refused for it. */
  readonly free?: () => Promise<number>;
  /** Bytes that must stay free. */
  readonly reserve: number;
  readonly log: Log;
  readonly clock: Clock;
}

const warnShare = 0.8;
/** The free space is not asked for more often. */
const freshMs = 5000;

export class Space<Kind extends string> {
  readonly #options: SpaceOptions<Kind>;
  /** Kind → how it was told last. */
  readonly #told = new Map<string, Level<Kind>['state']>();
  #free: { readonly at: number; readonly bytes: Promise<number> } | undefined;

  constructor(options: SpaceOptions<Kind>) {
    this.#options = options;
  }

  most(kind: Kind): number {
    return this.#options.most[kind];
  }

  /** Before new work. @throws 503 `space-full` */
  async require(...kinds: readonly Kind[]): Promise<void> {
    await this.requireDisk();
    const sizes = await this.#options.sizes();
    if (kinds.some((kind) => sizes[kind] >= this.#options.most[kind])) throw spaceFull();
  }

  /** For a plan that looks at the kinds itself. @throws 503 `space-full` */
  async requireDisk(): Promise<void> {
    if ((await this.#freeBytes()) < this.#options.reserve) throw spaceFull();
  }

  /** What is nearly full or full. */
  async levels(): Promise<readonly Level<Kind>[]> {
    const { most, reserve } = this.#options;
    const sizes = await this.#options.sizes();
    const kinds = (Object.keys(most) as Kind[]).flatMap((kind): Level<Kind>[] => {
      const bytes = sizes[kind];
      if (bytes < most[kind] * warnShare) return [];
      return [{ kind, state: bytes < most[kind] ? 'warn' : 'full', bytes, most: most[kind] }];
    });
    const free = await this.#freeBytes();
    if (free * warnShare >= reserve) return kinds;
    return [...kinds, { kind: 'disk', state: free < reserve ? 'full' : 'warn', bytes: free, most: reserve }];
  }

  /** Tells the log what is new about it, once. */
  async watch(): Promise<void> {
    const { log } = this.#options;
    const levels = await this.levels();
    for (const { kind, state, bytes, most } of levels) {
      if (this.#told.get(kind) === state) continue;
      this.#told.set(kind, state);
      if (state === 'full') log.error({ kind, bytes, most }, 'no space left: new work is refused');
      else log.warn({ kind, bytes, most }, 'space is getting short');
    }
    for (const kind of this.#told.keys())
      if (!levels.some((level) => level.kind === kind)) {
        this.#told.delete(kind);
        log.info({ kind }, 'there is space again');
      }
  }

  async #freeBytes(): Promise<number> {
    const { free, clock } = this.#options;
    if (!free) return Infinity;
    const at = clock.now().getTime();
    if (!this.#free || at >= this.#free.at + freshMs || at < this.#free.at) this.#free = { at, bytes: free() };
    return this.#free.bytes.catch(() => Infinity);
  }
}

const retrySeconds = 600;
const wait = waitWords(retrySeconds);

/** 503 `space-full` with `Retry-After` in seconds. */
export const spaceFull = (): HttpError =>
  new HttpError(
    503,
    'space-full',
    {
      'zh-Hant': `目前的儲存空間已滿，暫時不受理新的申請、檔案與修改；已經開始的可以繼續完成。您填的都還在這一頁，請 ${wait['zh-Hant']}後再試，或洽服務窗口。`,
      en: `Storage is full: nothing new is taken for now, and what has begun can be finished. What you typed is still on this page. Please try again in ${wait.en}, or contact the office.`,
    },
    { 'retry-after': String(retrySeconds) },
  );
