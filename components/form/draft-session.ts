/**
 * The form's dealings with the county app: its draft loaded, saved by and by, renewed when a package arrives, merged after a
 * conflict, submitted. Owns the revision; not the answers (the model's) nor what is drawn.
 */
import type { DraftView, SubmitResult, UploadedFile } from '#schemas/wire/county-api.ts';
import { Autosave } from '../controllers/autosave.ts';
import type { SaveState } from '../controllers/autosave.ts';
import { CountyError } from '../controllers/county-error.ts';
import { servicePath } from '../controllers/county-api.ts';
import { deleteFile, getDraft, saveDraft, submitApplication } from '../controllers/draft-api.ts';
import { TransferPoll } from '../controllers/transfer-poll.ts';
import { uploadFile } from '../controllers/upload-file.ts';
import type { FormModel } from './form-model.ts';

/** Refusals after which the draft has to be loaded anew. */
const renewable = ['draft-conflict', 'draft-gone', 'form-changed'];

/** Why there is a new draft: the first one · the transfer moved on · after a conflict, with or without the typed answers. */
export type Renewal = 'first' | 'arrived' | 'merged' | 'replaced';

const isWaiting = (draft: DraftView | undefined): boolean =>
  /^(fetching|preparing)$/.test(draft?.transfer.status ?? '');

export interface DraftSessionOptions {
  readonly api: string;
  readonly service: string;
  readonly model: () => FormModel | undefined;
  /** `keep`: fields whose answer here is newer than the draft's. */
  readonly renewed: (draft: DraftView, why: Renewal, keep: ReadonlySet<string>) => void;
  readonly saveChanged: () => void;
}

export class DraftSession {
  draft?: DraftView;
  /** Why saving was refused; only while `saveState` is `refused`. */
  refusal?: CountyError;
  /** What the county says while saving is tried again; only where it says something. */
  delay?: CountyError;
  savedAt?: string;
  /** When the draft goes if nothing more happens to it; as long as it is kept at all. */
  keptUntil?: string;

  /** Of the draft that was last heard of; undefined as long as nothing is kept. */
  #id?: string;
  #revision = 0;
  readonly #abort = new AbortController();
  readonly #autosave: Autosave;
  readonly #poll: TransferPoll;

  readonly #options: DraftSessionOptions;

  constructor(options: DraftSessionOptions) {
    this.#options = options;
    this.#autosave = new Autosave({
      save: (how) => this.#save(how.keepalive),
      changed: (state, error) => {
        this.refusal = state === 'refused' ? error : undefined;
        // A server in trouble has nothing of use to say; one that has had enough for now does.
        this.delay = state === 'retrying' && [429, 503].includes(error?.status ?? 0) ? error : undefined;
        // While a package is on its way its arrival is what the draft conflicts with: nothing to ask the resident.
        if (state === 'refused' && this.waiting && error?.code === 'draft-conflict')
          void this.reload(true, 'arrived').catch(() => undefined);
        options.saveChanged();
      },
    });
    this.#poll = new TransferPoll({
      look: (signal) => this.#look(signal),
      events: options.api + servicePath(options.service, '/draft/events'),
    });
  }

  get saveState(): SaveState {
    return this.#autosave.state;
  }

  /** A package is on its way, or being prepared. */
  get waiting(): boolean {
    return isWaiting(this.draft);
  }

  /** Nothing was ever typed or received. */
  get isNew(): boolean {
    return !!this.draft && !this.draft.savedAt && !Object.keys(this.draft.official).length;
  }

  /** Another window or an arrival changed the draft, or it is gone: it has to be loaded anew. */
  get conflicted(): boolean {
    return !!this.refusal && renewable.includes(this.refusal.code);
  }

  /** Rejects with `CountyError`. */
  async open(): Promise<void> {
    const { api, service } = this.#options;
    const draft = await getDraft(api, service, this.#abort.signal);
    this.#autosave.start();
    this.#adopt(draft, 'first', new Set());
  }

  close(): void {
    void this.#autosave.flush(true);
    this.#autosave.stop();
    this.#poll.stop();
    this.#abort.abort();
  }

  /** After each edit. */
  touch(): void {
    this.#autosave.touch();
  }

  /** Loads the draft anew after a conflict; `keep` what the page holds, the resident says. */
  async reload(keep: boolean, why: Renewal = keep ? 'merged' : 'replaced'): Promise<void> {
    const { api, service, model } = this.#options;
    const draft = await getDraft(api, service, this.#abort.signal);
    const form = model()!;
    const another = this.#isAnother(draft);
    // What arrived belongs to the draft that this page has; of any other the resident is asked.
    if (why === 'arrived' && another) return;
    if (!keep) form.forget();
    const kept = keep && why !== 'arrived' ? form.held(another ? {} : draft.answers) : new Set(form.unsaved);
    this.#adopt(draft, why, kept);
    this.#autosave.resume(!!kept.size);
  }

  /** Undefined when the draft could not be saved before: then `saveState` tells why. Rejects with `CountyError`. */
  async submit(): Promise<SubmitResult | undefined> {
    const { api, service, model } = this.#options;
    await this.#autosave.flush();
    if (this.#autosave.unsaved) return undefined;
    const { answers, claims } = model()!;
    const result = await submitApplication(api, service, {
      answers,
      claims,
      formVersion: this.draft!.formVersion,
      revision: this.#revision,
      draft: this.#id,
    });
    this.#autosave.stop();
    this.#poll.stop();
    return result;
  }

  /** Saves now what waits to be saved. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  /** A refusal of the submission that asks for the draft to be loaded anew. → whether it is one */
  refuse(error: CountyError): boolean {
    if (!renewable.includes(error.code)) return false;
    this.refusal = error;
    return true;
  }

  upload(
    field: string,
    file: File,
    how: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<UploadedFile> {
    return uploadFile(this.#options.api, this.#options.service, field, file, how);
  }

  removeFile(file: UploadedFile): Promise<void> {
    return deleteFile(this.#options.api, this.#options.service, file.id, this.#abort.signal);
  }

  #adopt(draft: DraftView, why: Renewal, keep: ReadonlySet<string>): void {
    this.draft = draft;
    this.#id = draft.id;
    this.#revision = draft.revision;
    this.savedAt = draft.savedAt ?? this.savedAt;
    this.keptUntil = draft.savedAt && draft.draftUntil;
    if (this.waiting) this.#poll.start();
    else this.#poll.stop();
    this.#options.renewed(draft, why, keep);
  }

  async #save(keepalive: boolean): Promise<void> {
    const { api, service, model } = this.#options;
    const form = model();
    if (!form) return;
    const sending = form.unsaved;
    form.unsaved = new Set();
    try {
      const { ownAnswers: answers, claims, confirmed } = form;
      const saved = await saveDraft(
        api,
        service,
        { answers, claims, confirmed, revision: this.#revision, draft: this.#id },
        { keepalive },
      );
      this.#id = saved.id;
      this.#revision = saved.revision;
      this.savedAt = saved.savedAt;
      this.keptUntil = saved.draftUntil;
    } catch (error) {
      for (const id of sending) form.unsaved.add(id);
      throw error;
    }
  }

  /** Not the one that this page had; a county app without ids begins a new one at the first revision. */
  #isAnother({ id, revision }: DraftView): boolean {
    return this.#id ? id !== this.#id : revision < this.#revision;
  }

  async #look(signal: AbortSignal): Promise<boolean> {
    const { api, service, model, saveChanged } = this.#options;
    const before = this.#revision;
    const draft = await getDraft(api, service, signal);
    // Between the two a save may have been answered: its revision is newer than what was just read.
    if (this.saveState === 'saving' || this.saveState === 'refused' || this.#revision !== before) return true;
    if (this.#isAnother(draft)) {
      this.refuse(new CountyError('draft-gone', 404));
      saveChanged();
      return false;
    }
    const { status, readyAbout } = this.draft!.transfer;
    if (
      draft.transfer.status !== status ||
      draft.transfer.readyAbout !== readyAbout ||
      draft.revision !== this.#revision
    )
      this.#adopt(draft, 'arrived', new Set(model()?.unsaved));
    return isWaiting(draft);
  }
}
