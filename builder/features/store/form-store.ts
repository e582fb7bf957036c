/**
 * One form between the builder and the county: saves by itself, keeps a copy here until the county has it, and when another
 * designer was faster, brings both works together. Knows nothing of how it looks.
 */
import type {
  BuilderRole,
  BuilderStaff,
  DraftConflict,
  DraftHistory,
  DraftOfForm,
  Restored,
  SaveDocument,
} from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { Text } from '#schemas/text.ts';
import type { Choices, Merge } from '../../model/merge.ts';
import { commonGround } from '../../model/merge/common-ground.ts';
import { alike, losesMine, losesTheirs, mergeOf, otherOf, wordsOfMerge, type OpenConflict } from './conflict.ts';
import { FormsProblem, type FormsApi } from './forms-api.ts';
import type { LocalCopies } from './local-copy.ts';
import { newsOfKept, newsOfMerge, newsOfTheirs, type News } from './news.ts';
import { OwnCopies } from './own-copies.ts';
import { browserTimers, usualTimes, waitAfter, type Timers, type Times } from './timing.ts';

const none: DraftHistory = { done: [], undone: [] };

/** Answers that are waited for at the most. */
const mostSent = 5;

/** Not now, and perhaps later: nobody there, too many at once, out of order. */
const isPassing = ({ status }: FormsProblem): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500;

export type SaveState =
  | { readonly what: 'saved'; readonly at?: string }
  | { readonly what: 'waiting' | 'saving' | 'offline' | 'signed-out' }
  | { readonly what: 'refused'; readonly text?: Text }
  | { readonly what: 'conflict'; readonly conflict: OpenConflict };

/** What is edited: the builder's element, as far as the store needs it. */
export interface Editor {
  readonly document?: FormDocument;
  readonly history?: DraftHistory;
  open(document: FormDocument, history?: DraftHistory): void;
  /** Another document in place of this one, as an edit that can be taken back. */
  replace(document: FormDocument, words: Text): void;
  /** Resolves when what was opened is what `document` gives. */
  readonly updateComplete: Promise<unknown>;
}

export interface StoreParts {
  readonly api: FormsApi;
  readonly copies: LocalCopies;
  readonly staff: BuilderStaff;
  readonly times?: Times;
  readonly timers?: Timers;
}

export class FormStore {
  state: SaveState = { what: 'saved' };
  /** What became of somebody's work without a press of this person, or with one; until it is dismissed. */
  news?: News;
  readonly form: string;
  readonly api: FormsApi;
  readonly staff: BuilderStaff;
  /** As the county last told it. */
  draft?: DraftOfForm;
  /** Whether what is not at the county is at least on this computer. */
  keptHere = true;

  readonly #copies: OwnCopies;
  readonly #times: Times;
  readonly #listeners = new Set<() => void>();
  #editor?: Editor;
  /** The editor's document that the county has. */
  #saved?: FormDocument;
  /** What stands at the county under `revision`. */
  #base?: FormDocument;
  /** Sent, and not answered: one of them may stand there. */
  #sent: readonly FormDocument[] = [];
  #keeps?: SaveDocument['keeps'];
  /** Brought back, and the county has not heard of it. */
  #restores: readonly Restored[] = [];
  readonly #timers: Timers;
  #stopCopy?: () => void;
  #stopSave?: () => void;
  /** Tries in a row that found nobody. */
  #misses = 0;
  #running?: Promise<void>;
  /** Somebody was faster, and mine goes on from there. */
  #goesOn = false;
  #confirmed: string[] = [];

  constructor(form: string, { api, copies, staff, times = usualTimes, timers = browserTimers }: StoreParts) {
    this.form = form;
    this.api = api;
    this.staff = staff;
    this.#copies = new OwnCopies(copies, form, staff.name);
    this.#times = times;
    this.#timers = timers;
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

  /** It was sent, and nobody has given it back: a change withdraws it. */
  get isWaiting(): boolean {
    return this.draft?.stage === 'sent' || this.draft?.stage === 'approved';
  }

  get unsaved(): boolean {
    return this.#editor?.document !== undefined && this.#editor.document !== this.#saved;
  }

  /** Opens the draft in the editor; work that never reached the county is taken up where it was left. */
  async load(editor: Editor): Promise<void> {
    this.#editor = editor;
    const draft = await this.api.draft(this.form);
    const copy = await this.#copies.read();
    this.draft = draft;
    this.state = { what: 'saved', ...(draft.savedAt === undefined ? {} : { at: draft.savedAt }) };
    const open = copy && !alike(copy.document, draft.document);
    if (copy && !open) await this.#copies.remove();
    // Of somebody who may not change it at the moment, it waits here.
    if (open && this.canEdit) {
      editor.open(copy.document, copy.history);
      await editor.updateComplete;
      // What stands there may have changed since: saving with the old revision finds that out.
      this.draft = { ...draft, revision: copy.revision };
      const known = copy.revision === draft.revision ? draft.document : copy.base;
      this.#base = known ?? commonGround(copy.document, draft.document);
      this.#sent = copy.sent ?? [];
      this.#keeps = copy.keeps;
      this.#restores = copy.restores ?? [];
      this.#tell({ what: 'waiting' });
      this.#soon();
      return;
    }
    editor.open(draft.document, draft.history);
    await editor.updateComplete;
    this.#settled(draft.document);
    this.#tell();
  }

  /** The editor's document is another one. */
  changed(): void {
    if (!this.canEdit || !this.unsaved) return;
    this.#stopCopy?.();
    this.#stopCopy = this.#timers.after(this.#times.copy, () => void this.#copy());
    // While it is open which work stands, nothing is sent over the other's.
    if (this.state.what === 'conflict') return;
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
    this.#stopSave?.();
    while (this.#running) await this.#running;
    const document = this.#editor?.document;
    const due = always || this.unsaved || this.#confirmed.length > 0;
    if (!document || !this.canEdit || this.state.what === 'conflict' || !due) return;
    this.#running = this.#send(document).finally(() => (this.#running = undefined));
    await this.#running;
    // Whoever waits for it goes by what the county has then.
    if (!this.#goesOn) return;
    this.#goesOn = false;
    await this.save(always);
  }

  /**
   * Before what stands at the county is sent or published: what it has not got would be missing from that. An open conflict
   * the county finds out by the revision.
   * @throws FormsProblem where it is not all there
   */
  async saveAll(): Promise<void> {
    await this.save();
    const { state } = this;
    if (this.canEdit && this.unsaved && state.what !== 'conflict')
      throw new FormsProblem(0, 'unsaved', state.what === 'refused' ? state.text : undefined);
  }

  /** What the open conflict comes to with these choices. */
  merge(choices: Choices = {}): Merge | undefined {
    const { state } = this;
    const mine = this.#editor?.document;
    return state.what === 'conflict' && mine ? mergeOf(state.conflict, mine, choices) : undefined;
  }

  /** Theirs is opened, and what both come to is an edit of it. What was not taken is among the kept. */
  async settle(choices: Choices): Promise<void> {
    const { state } = this;
    const asked = this.merge(choices);
    if (!asked || state.what !== 'conflict') return;
    const { conflict } = state;
    const { theirs } = conflict;
    if (losesMine(asked.conflicts)) await this.#keepMine(conflict);
    // What was done while it was kept is in it too.
    const merge = this.merge(choices) ?? asked;
    await this.#open(theirs);
    if (losesTheirs(merge.conflicts)) this.#keeps = 'conflict';
    const words = wordsOfMerge(merge, this.staff.name, otherOf(conflict, this.staff.name));
    this.news = newsOfMerge(merge, conflict, this.staff.name);
    this.#tell({ what: 'waiting' });
    this.#editor?.replace(merge.document, words);
    await this.#copy();
    await this.save();
    if (!this.unsaved) await this.#safe(theirs.savedAt);
  }

  /** Theirs takes the place of mine; mine is among the kept. */
  async takeTheirs(): Promise<void> {
    const { state } = this;
    if (state.what === 'conflict') {
      await this.#keepMine(state.conflict);
      this.news = newsOfKept(state.conflict, this.staff.name);
    }
    await this.#taken(await this.api.draft(this.form));
  }

  /** Mine becomes a form of its own. @returns its id */
  async keepAsCopy(id: string): Promise<string> {
    const { document, history } = this.#editor ?? {};
    if (!document) return id;
    await this.api.create({ id, document, copyOf: this.form, ...(history ? { history } : {}) });
    await this.takeTheirs();
    return id;
  }

  /** What was kept, or an old version, takes the place of the draft as an edit; what stood there is kept in turn. */
  async restore(document: FormDocument, words: Text, from: Restored): Promise<void> {
    await this.save();
    if (this.state.what === 'conflict' || !this.canEdit) return;
    const { service, form } = document;
    this.#editor?.replace({ service: { ...service, id: this.form }, form: { ...form, id: this.form } }, words);
    if (this.unsaved) {
      this.#keeps = 'restored';
      this.#restores = [...this.#restores, from];
      // Closed before the county has it, or without a line, it is still known what it was brought back from.
      await this.#copy();
    }
    await this.save();
  }

  dismissNews(): void {
    this.news = undefined;
    this.#tell();
  }

  /** After publishing or a decision: what the county now says of the draft. The document is the same. */
  async refresh(): Promise<void> {
    this.draft = await this.api.draft(this.form);
    this.#tell();
  }

  /** Says what a call came to, where it concerns the store; anything else is thrown on. */
  told(problem: unknown): void {
    if (!(problem instanceof FormsProblem)) throw problem;
    const { conflict } = problem;
    if (conflict) void this.#conflicted(conflict).catch((other: unknown) => this.#cameTo(other));
    else if (problem.status === 401) this.#tell({ what: 'signed-out' });
    else if (isPassing(problem)) this.#tell({ what: 'offline' });
    else throw problem;
  }

  /** Nothing of this work is only here. */
  async #taken(draft: DraftOfForm): Promise<void> {
    this.#keeps = undefined;
    this.#restores = [];
    await this.#open(draft);
    await this.#safe(draft.savedAt);
  }

  async #open(draft: DraftOfForm): Promise<void> {
    this.draft = draft;
    this.#editor?.open(draft.document, draft.history);
    await this.#editor?.updateComplete;
    this.#settled(draft.document);
  }

  async #safe(at: string | undefined): Promise<void> {
    await this.#forget();
    if (this.state.what !== 'saved') this.#tell({ what: 'saved', ...(at === undefined ? {} : { at }) });
    else this.#tell();
  }

  #settled(base: FormDocument): void {
    this.#saved = this.#editor?.document;
    this.#base = base;
    this.#sent = [];
  }

  #soon(after = this.#times.save, always = false): void {
    this.#stopSave?.();
    this.#stopSave = this.#timers.after(after, () => void this.save(always));
  }

  /** Where it can not be kept, it is said. Never stands in the way of saving. */
  async #copy(): Promise<void> {
    const { document, history = none } = this.#editor ?? {};
    if (!document) return;
    const kept = await this.#copies.write({
      ...{ document, history, revision: this.revision, by: this.staff.name, at: this.#timers.now().toISOString() },
      ...(this.#base ? { base: this.#base } : {}),
      ...(this.#keeps ? { keeps: this.#keeps } : {}),
      ...(this.#restores.length ? { restores: this.#restores } : {}),
      ...(this.#sent.length ? { sent: this.#sent } : {}),
    });
    if (kept === this.keptHere) return;
    this.keptHere = kept;
    this.#tell();
  }

  /** Nothing is only here any more. A copy that stays is found out at the next opening: it is like what stands there. */
  async #forget(): Promise<void> {
    this.#stopCopy?.();
    this.keptHere = true;
    await this.#copies.remove().catch(() => undefined);
  }

  #body(document: FormDocument): SaveDocument {
    const history = this.#editor?.history ?? none;
    // Taken back before it was ever saved, nothing of it is sent.
    const restores = this.#base && alike(document, this.#base) ? [] : this.#restores;
    return { document, history, revision: this.revision, ...(restores.length ? { restores } : {}) };
  }

  async #send(document: FormDocument): Promise<void> {
    const translated = this.#confirmed;
    const keeps = this.#keeps;
    const body = this.#body(document);
    this.#tell({ what: 'saving' });
    try {
      const { revision, savedAt } = await this.api.save(this.form, {
        ...body,
        ...(translated.length ? { translated } : {}),
        ...(keeps ? { keeps } : {}),
      });
      this.#misses = 0;
      this.#confirmed = this.#confirmed.filter((key) => !translated.includes(key));
      if (this.#keeps === keeps) this.#keeps = undefined;
      this.#restores = this.#restores.filter((one) => !body.restores?.includes(one));
      const { approval: _ended, ...rest } = this.draft!;
      // A change after it was sent makes a draft of it again: the county says what it is now.
      this.draft = this.isWaiting
        ? await this.api.draft(this.form)
        : { ...rest, stage: rest.stage ?? 'draft', revision, savedAt, savedBy: this.staff.name };
      this.#saved = document;
      this.#base = document;
      this.#sent = [];
      if (this.unsaved) {
        await this.#copy();
        this.#tell({ what: 'waiting' });
        this.#soon();
      } else {
        await this.#forget();
        this.#tell({ what: 'saved', at: savedAt });
      }
    } catch (problem) {
      await this.#failed(problem, document);
    }
  }

  async #failed(problem: unknown, document: FormDocument): Promise<void> {
    const answered = problem instanceof FormsProblem && problem.status !== 0 && problem.status < 500;
    if (!answered) this.#sent = [document, ...this.#sent].slice(0, mostSent);
    await this.#copy();
    if (!(problem instanceof FormsProblem && problem.conflict)) return this.#cameTo(problem);
    await this.#conflicted(problem.conflict, document).catch((other: unknown) => this.#cameTo(other));
  }

  /** Whatever it was, it is said that the work is not there. */
  #cameTo(problem: unknown): void {
    if (problem instanceof FormsProblem && isPassing(problem)) {
      this.#tell({ what: 'offline' });
      this.#soon(waitAfter(this.#times, this.#misses));
      this.#misses += 1;
      return;
    }
    this.#misses = 0;
    if (problem instanceof FormsProblem && problem.status === 401) return this.#tell({ what: 'signed-out' });
    const text = problem instanceof FormsProblem ? problem.text : undefined;
    this.#tell({ what: 'refused', ...(text ? { text } : {}) });
    // Not the county's word: a fault of ours, which whoever looks for faults should hear of.
    if (!(problem instanceof FormsProblem)) throw problem;
  }

  /** Somebody was faster. Only where both have changed something is there anything to ask. */
  async #conflicted(told: DraftConflict['conflict'], sent?: FormDocument): Promise<void> {
    this.#stopSave?.();
    const theirs = await this.api.draft(this.form);
    const mine = this.#editor?.document;
    if (!mine) return;
    const latest = theirs.revision === told.revision;
    const conflict: OpenConflict = {
      base: this.#base ?? commonGround(mine, theirs.document),
      ...(sent ? { sent } : {}),
      theirs,
      how: latest ? told.how : 'saved',
      by: (latest ? told.savedBy : theirs.savedBy) ?? '',
      at: (latest ? told.savedAt : theirs.savedAt) ?? '',
    };
    // What stands there is what was sent from here: the answer was lost on its way.
    const ours = this.#sent.some((one) => alike(one, theirs.document));
    const base = ours ? theirs.document : conflict.base;
    if (alike(mine, base) || alike(mine, theirs.document) || !this.canEdit) {
      if (!alike(mine, theirs.document)) this.news = newsOfTheirs(conflict, this.staff.name);
      await this.#taken(theirs);
      if (this.#confirmed.length) this.#soon(this.#times.save, true);
    } else if (alike(base, theirs.document)) {
      // E.g. published as it was: mine goes on from there.
      if (!ours) this.news = newsOfTheirs(conflict, this.staff.name, 'goesOn');
      this.draft = theirs;
      this.#base = theirs.document;
      this.#sent = [];
      this.#tell({ what: 'waiting' });
      this.#goesOn = this.#running !== undefined;
      if (!this.#goesOn) this.#soon(0);
    } else this.#tell({ what: 'conflict', conflict: { ...conflict, base } });
  }

  /** What was changed since the county refused it was never sent: it is kept there like what was. */
  async #keepMine({ sent }: OpenConflict): Promise<void> {
    const mine = this.#editor?.document;
    if (!mine || (sent && alike(mine, sent))) return;
    try {
      await this.api.save(this.form, this.#body(mine));
    } catch (problem) {
      if (!(problem instanceof FormsProblem && problem.conflict)) throw problem;
    }
  }

  #tell(state: SaveState = this.state): void {
    this.state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
