/**
 * One form between the builder and the county: saves by itself, keeps a copy here until the county has it, and when another
 * designer was faster, loses neither's work. Knows nothing of how it looks.
 */
import type {
  BuilderRole,
  BuilderStaff,
  DraftConflict,
  DraftHistory,
  DraftOfForm,
  FormDocument,
} from '../../../schemas/wire/builder-api.ts';
import type { Text } from '../../../schemas/text.ts';
import { openDocument, writeDocument } from '../../model/document.ts';
import { FormsProblem, type FormsApi } from './forms-api.ts';
import type { LocalCopies } from './local-copy.ts';

/** The same, in whichever order the keys stand. */
const alike = (a: FormDocument, b: FormDocument): boolean =>
  writeDocument(openDocument(a)) === writeDocument(openDocument(b));

/** In ms after the last change. */
const quiet = { copy: 250, save: 1200 } as const;
/** Until it is tried again without an answer. */
const again = 5000;

export type SaveState =
  | { readonly what: 'saved'; readonly at?: string }
  | { readonly what: 'waiting' | 'saving' | 'offline' | 'signed-out' }
  | { readonly what: 'refused'; readonly text?: Text }
  | { readonly what: 'conflict'; readonly conflict: DraftConflict['conflict'] };

/** What is edited: the builder's element, as far as the store needs it. */
export interface Editor {
  readonly document?: FormDocument;
  readonly history?: DraftHistory;
  open(document: FormDocument, history?: DraftHistory): void;
  /** Resolves when what was opened is what `document` gives. */
  readonly updateComplete: Promise<unknown>;
}

export interface StoreParts {
  readonly api: FormsApi;
  readonly copies: LocalCopies;
  readonly staff: BuilderStaff;
}

export class FormStore {
  state: SaveState = { what: 'saved' };
  readonly form: string;
  readonly api: FormsApi;
  readonly staff: BuilderStaff;
  /** As the county last told it. */
  draft?: DraftOfForm;

  readonly #copies: LocalCopies;
  readonly #listeners = new Set<() => void>();
  #editor?: Editor;
  #saved?: FormDocument;
  #copyTimer?: ReturnType<typeof setTimeout>;
  #saveTimer?: ReturnType<typeof setTimeout>;
  #running?: Promise<void>;
  #confirmed: string[] = [];

  constructor(form: string, { api, copies, staff }: StoreParts) {
    this.form = form;
    this.api = api;
    this.staff = staff;
    this.#copies = copies;
  }

  /** → what to do to listen no more */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get revision(): number {
    return this.draft?.revision ?? 0;
  }

  /** What this person holds in the office that the form belongs to. */
  get roles(): readonly BuilderRole[] {
    return this.draft?.roles ?? this.staff.roles;
  }

  /** Whether this person may change the form. */
  get canEdit(): boolean {
    return this.roles.some((role) => role === 'designer' || role === 'administrator');
  }

  get unsaved(): boolean {
    return this.#editor?.document !== undefined && this.#editor.document !== this.#saved;
  }

  /** Opens the draft in the editor; work that never reached the county is taken up where it was left. */
  async load(editor: Editor): Promise<void> {
    this.#editor = editor;
    const draft = await this.api.draft(this.form);
    const copy = await this.#copies.read(this.form);
    this.draft = draft;
    this.state = { what: 'saved', ...(draft.savedAt === undefined ? {} : { at: draft.savedAt }) };
    const lost = copy && this.canEdit && !alike(copy.document, draft.document);
    if (copy && !lost) await this.#copies.remove(this.form);
    if (lost) {
      editor.open(copy.document, copy.history);
      await editor.updateComplete;
      // What stands there may have changed since: saving with the old revision finds that out.
      this.draft = { ...draft, revision: copy.revision };
      this.#tell({ what: 'waiting' });
      this.#soon();
      return;
    }
    editor.open(draft.document, draft.history);
    await editor.updateComplete;
    this.#settled();
    this.#tell();
  }

  /** The editor's document is another one. */
  changed(): void {
    if (this.state.what === 'conflict' || !this.canEdit || !this.unsaved) return;
    clearTimeout(this.#copyTimer);
    this.#copyTimer = setTimeout(() => void this.#copy(), quiet.copy);
    if (this.state.what === 'saved' || this.state.what === 'refused') this.#tell({ what: 'waiting' });
    this.#soon();
  }

  /** The English was looked at: it still holds for the Chinese as it is now. */
  async confirmTranslation(key: string): Promise<void> {
    this.#confirmed.push(key);
    await this.save(true);
  }

  /** Saves now; resolves when nothing is left to save, or it can not be. */
  async save(always = false): Promise<void> {
    clearTimeout(this.#saveTimer);
    while (this.#running) await this.#running;
    const document = this.#editor?.document;
    if (!document || !this.canEdit || this.state.what === 'conflict' || (!always && !this.unsaved)) return;
    this.#running = this.#send(document).finally(() => (this.#running = undefined));
    await this.#running;
  }

  /** Theirs takes the place of mine; mine is among the kept. */
  async takeTheirs(): Promise<DraftOfForm> {
    const draft = await this.api.draft(this.form);
    await this.#taken(draft);
    return draft;
  }

  /** Mine becomes a form of its own. @returns its id */
  async keepAsCopy(id: string): Promise<string> {
    const { document, history } = this.#editor ?? {};
    if (!document) return id;
    await this.api.create({ id, document, ...(history ? { history } : {}) });
    await this.takeTheirs();
    return id;
  }

  /** A draft that the county made of something else, e.g. of an old version. */
  async #taken(draft: DraftOfForm): Promise<void> {
    this.draft = draft;
    this.#editor?.open(draft.document, draft.history);
    await this.#editor?.updateComplete;
    this.#settled();
    clearTimeout(this.#copyTimer);
    await this.#copies.remove(this.form);
    this.#tell({ what: 'saved', ...(draft.savedAt === undefined ? {} : { at: draft.savedAt }) });
  }

  async restore(version: number): Promise<void> {
    await this.save();
    await this.#taken(await this.api.restore(this.form, version, this.revision));
  }

  /** After publishing or a decision: what the county now says of the draft. The document is the same. */
  async refresh(): Promise<void> {
    this.draft = await this.api.draft(this.form);
    this.#tell();
  }

  /** Says what a call came to, where it concerns the store; anything else is thrown on. */
  told(problem: unknown): void {
    if (!(problem instanceof FormsProblem)) throw problem;
    if (problem.conflict) this.#tell({ what: 'conflict', conflict: problem.conflict });
    else if (problem.status === 401) this.#tell({ what: 'signed-out' });
    else if (problem.status === 0 || problem.status >= 500) this.#tell({ what: 'offline' });
    else throw problem;
  }

  #settled(): void {
    this.#saved = this.#editor?.document;
  }

  #soon(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.save(), quiet.save);
  }

  async #copy(): Promise<void> {
    const { document, history = { done: [], undone: [] } } = this.#editor ?? {};
    if (document)
      await this.#copies.write(this.form, { document, history, revision: this.revision, at: new Date().toISOString() });
  }

  async #send(document: FormDocument): Promise<void> {
    const translated = this.#confirmed;
    this.#tell({ what: 'saving' });
    try {
      const { revision, savedAt } = await this.api.save(this.form, {
        document,
        history: this.#editor?.history ?? { done: [], undone: [] },
        revision: this.revision,
        ...(translated.length ? { translated } : {}),
      });
      this.#confirmed = this.#confirmed.filter((key) => !translated.includes(key));
      const { approval: _ended, ...rest } = this.draft!;
      this.draft = { ...rest, revision, savedAt, savedBy: this.staff.name };
      this.#saved = document;
      if (this.unsaved) {
        await this.#copy();
        this.#tell({ what: 'waiting' });
        this.#soon();
      } else {
        clearTimeout(this.#copyTimer);
        await this.#copies.remove(this.form);
        this.#tell({ what: 'saved', at: savedAt });
      }
    } catch (problem) {
      await this.#copy();
      if (problem instanceof FormsProblem && problem.status === 422) {
        this.#tell({ what: 'refused', ...(problem.text ? { text: problem.text } : {}) });
        return;
      }
      this.told(problem);
      if (this.state.what === 'offline') this.#saveTimer = setTimeout(() => void this.save(), again);
    }
  }

  #tell(state: SaveState = this.state): void {
    this.state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
