/** A county app for one form, as several designers see it; behaves as `server/county/forms/drafts.ts` does. */
import type {
  BuilderStaff,
  DraftConflict,
  DraftHistory,
  DraftOfForm,
  KeptDocument,
  Restored,
} from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import { FormsProblem, type FormsApi } from '../features/store/forms-api.ts';
import type { LocalCopies, LocalCopy } from '../features/store/local-copy.ts';
import { FormStore, type Editor, type StoreParts } from '../features/store/form-store.ts';
import { replaceDocument } from '../commands/replace-document.ts';
import { EditingSession } from '../model/session.ts';

interface Kept extends KeptDocument {
  readonly document: FormDocument;
  readonly history: DraftHistory;
}

const none: DraftHistory = { done: [], undone: [] };
const at = '2026-11-23T02:05:00.000Z';

export class FormsCounty {
  draft: DraftOfForm;
  kept: Kept[] = [];
  /** How many saves were tried. */
  saves = 0;
  /** What was said to have been brought back, the last last. */
  readonly restored: Restored[] = [];
  /** Whose English was said to hold. */
  readonly translated: string[] = [];
  /** The next calls fail before (`away`) or after (`unheard`) they did anything, or are answered so. */
  broken?: 'away' | 'unheard' | FormsProblem;
  /** The next calls are answered when it resolves. */
  slow?: Promise<void>;
  #how: DraftConflict['conflict']['how'] = 'saved';
  #by = '';
  readonly #live: FormDocument;

  constructor(document: FormDocument) {
    this.#live = document;
    this.draft = { id: document.form.id, document, history: none, revision: 0, base: 1 };
  }

  publish(by: string): void {
    this.#stands({ ...this.#plain(), document: this.draft.document, base: 2 }, 'published', by);
  }

  discard(by: string): void {
    this.#keep(by, 'discarded', this.draft);
    this.#stands({ ...this.#plain(), document: this.#live }, 'discarded', by);
  }

  replace(by: string, document: FormDocument): void {
    this.#keep(by, 'restored', this.draft);
    this.#stands({ ...this.#plain(), document, savedAt: at, savedBy: by }, 'restored', by);
  }

  #plain(): DraftOfForm {
    return { id: this.draft.id, document: this.draft.document, history: none, revision: 0, base: 1 };
  }

  #stands(draft: DraftOfForm, how: DraftConflict['conflict']['how'], by: string): void {
    this.draft = { ...draft, revision: this.draft.revision + 1 };
    this.#how = how;
    this.#by = by;
  }

  #keep(
    by: string,
    why: Kept['why'],
    { document, history, revision }: Omit<Kept, 'id' | 'at' | 'by' | 'why'>,
    of?: string,
  ) {
    const id = `kept${this.kept.length + 1}`;
    this.kept.unshift({ id, at, by, why, revision, document, history, ...(of && of !== by ? { of } : {}) });
    return id;
  }

  async #heard<T>(work: () => T): Promise<T> {
    await this.slow;
    if (this.broken instanceof FormsProblem) throw this.broken;
    if (this.broken === 'away') throw new FormsProblem(0, 'network');
    const result = work();
    if (this.broken === 'unheard') throw new FormsProblem(0, 'network');
    return result;
  }

  as(name: string): FormsApi {
    const unused = (): never => {
      throw new Error('not asked for here');
    };
    return {
      me: unused,
      forms: unused,
      create: (form) =>
        this.#heard(() => ({
          ...this.draft,
          ...('document' in form ? { document: form.document } : {}),
          id: form.id ?? '',
        })),
      draft: () => this.#heard(() => this.draft),
      save: (_form, { document, history, revision, keeps, restores = [], translated = [] }) =>
        this.#heard(() => {
          this.saves += 1;
          if (revision !== this.draft.revision) {
            const kept = this.#keep(name, 'conflict', { document, history, revision });
            throw new FormsProblem(409, 'form-conflict', undefined, {
              ...{ revision: this.draft.revision, savedAt: at, savedBy: this.#by, how: this.#how },
              ...{ document: this.draft.document, kept },
            });
          }
          this.restored.push(...restores);
          this.translated.push(...translated);
          const before = this.draft.savedBy;
          if (keeps && before !== undefined) this.#keep(name, keeps, this.draft, before);
          this.#stands(
            { ...this.#plain(), document, history, savedAt: at, savedBy: name },
            keeps === 'restored' ? keeps : 'saved',
            name,
          );
          return { revision: this.draft.revision, savedAt: at };
        }),
      discard: unused,
      kept: () => this.#heard(() => ({ kept: this.kept, most: { count: 10, bytes: 32 * 1024 * 1024 } })),
      keptContent: (_form, id) => this.#heard(() => this.kept.find((one) => one.id === id)!),
      check: unused,
      send: unused,
      withdraw: unused,
      review: unused,
      notices: unused,
      readNotices: unused,
      approve: unused,
      giveBack: unused,
      publish: unused,
      schedule: unused,
      versions: unused,
      version: unused,
      diff: unused,
      read: unused,
      exportUrl: () => '',
    };
  }
}

export function memoryCopies(): LocalCopies & { readonly held: Map<string, LocalCopy> } {
  const held = new Map<string, LocalCopy>();
  return {
    held,
    read: async (form) => held.get(form),
    write: async (form, copy) => void held.set(form, copy),
    remove: async (form) => void held.delete(form),
  };
}

export const staffOf = (name: string, roles: BuilderStaff['roles'] = ['designer']): BuilderStaff => ({
  name,
  roles,
  offices: [{ id: 'office', name: { 'zh-Hant': '社會局', en: 'Social Affairs' }, roles }],
  environment: 'test',
});

/** A designer's window without its screen. */
export class Designer implements Editor {
  session!: EditingSession;
  readonly store: FormStore;
  readonly copies = memoryCopies();
  readonly updateComplete = Promise.resolve();
  #now = Date.parse('2026-11-23T02:00:00Z');

  constructor(
    county: FormsCounty,
    readonly name: string,
    roles?: BuilderStaff['roles'],
    copies?: LocalCopies,
    parts?: Pick<StoreParts, 'times' | 'timers'>,
  ) {
    this.store = new FormStore(county.draft.id, {
      api: county.as(name),
      copies: copies ?? this.copies,
      staff: staffOf(name, roles),
      ...(parts ?? { times: { copy: 0, save: 1e6, again: 1e6 } }),
    });
  }

  get document(): FormDocument {
    return this.session?.document;
  }

  get history(): DraftHistory {
    return this.session.history;
  }

  open(document: FormDocument, history?: DraftHistory): void {
    const clock = { now: () => new Date((this.#now += 5000)) };
    this.session = new EditingSession(document, clock, history as EditingSession['history'] | undefined);
    this.session.listen(({ what }) => {
      if (what !== 'selected') this.store.changed();
    });
  }

  replace(document: FormDocument, words: { readonly 'zh-Hant': string; readonly en: string }): void {
    this.session.run(replaceDocument, { document, words });
  }

  async opened(): Promise<this> {
    await this.store.load(this);
    return this;
  }

  async does(work: (session: EditingSession) => void): Promise<void> {
    work(this.session);
    await this.store.save();
  }
}
