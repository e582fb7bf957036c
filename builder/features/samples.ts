/**
 * The test resident that the panels look through, and what the form would be filled with for them. Asked for only while a
 * panel looks, and some time after the last edit: never at a key.
 */
import type { MappedSample, TestResident } from '#schemas/wire/builder-api.ts';
import type { EditingSession } from '../model/session.ts';
import type { BuilderApi } from './builder-api.ts';

/** In ms after the last edit. */
const quiet = 500;

export class Samples {
  residents: readonly TestResident[] = [];
  /** Slug; absent: nobody, as without MyData. */
  chosen?: string;
  sample?: MappedSample;
  failed = false;

  readonly #session: EditingSession;
  readonly #api?: BuilderApi;
  readonly #listeners = new Set<() => void>();
  #timer?: ReturnType<typeof setTimeout>;
  #asked = 0;
  #started = false;

  constructor(session: EditingSession, api?: BuilderApi) {
    this.#session = session;
    this.#api = api;
    session.listen(({ what }) => {
      if (what !== 'selected' && this.#listeners.size) this.#soon();
    });
  }

  /** Looks as long as there is a listener. → what to do to look no more */
  look(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#started) void this.#start();
    else this.#soon();
    return () => void this.#listeners.delete(listener);
  }

  choose(slug: string | undefined): void {
    this.chosen = slug;
    this.sample = undefined;
    void this.#ask();
  }

  async #start(): Promise<void> {
    this.#started = true;
    try {
      this.residents = (await this.#api?.residents()) ?? [];
      this.chosen ??= this.residents[0]?.slug;
    } catch {
      this.failed = true;
    }
    await this.#ask();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), quiet);
  }

  async #ask(): Promise<void> {
    const turn = ++this.#asked;
    const { chosen } = this;
    const { form, service } = this.#session.document;
    if (chosen !== undefined && this.#api)
      try {
        const sample = await this.#api.mapped({ document: { form, service }, resident: chosen });
        if (turn !== this.#asked) return;
        // The same answer again is the same object: who draws by it need not begin anew.
        if (JSON.stringify(sample) !== JSON.stringify(this.sample)) this.sample = sample;
        this.failed = false;
      } catch {
        if (turn !== this.#asked) return;
        this.failed = true;
      }
    for (const listener of [...this.#listeners]) listener();
  }
}
