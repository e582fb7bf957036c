import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FileField } from '#schemas/form/definition.ts';
import type { Text } from '#schemas/text.ts';
import type { UploadedFile } from '#schemas/wire/county-api.ts';
import { FieldElement } from '../field-element.ts';
import type { Piece } from '../claim.ts';
import { fieldStyles } from '../../styles/field-styles.ts';
import { fileStyles } from './file-styles.ts';
import { acceptOf, fileProblem, sizeText, typesText } from './limits.ts';

/** Sends one file to the county; rejects with an error whose `text`, if any, is said to the resident. */
export type Upload = (
  file: File,
  options: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
) => Promise<UploadedFile>;

/** A file on its way, or one that could not be taken. */
interface Job {
  readonly name: string;
  readonly abort?: AbortController;
  share: number;
  problem?: string;
}

export type FileAnswer = { readonly [part in keyof UploadedFile]: UploadedFile[part] };

/**
 * Attachments. They are sent as soon as they are chosen; the answer lists those that have arrived.
 * @tag mydata-field-file
 * @summary Asks for files.
 * @csspart input - the native file input
 * @fires input - the answer changed: a file has arrived or was removed
 * @fires change - the same
 * @fires mydata-claim-changed - the resident says something beside an official value; `detail: { claim, path }`
 * @csspart label - the label
 * @csspart hint - the hint
 * @csspart error - the error message
 * @csspart value - an official value shown as text
 * @csspart source - where an official value comes from
 * @cssstate invalid - there is an error message
 */
export class MydataFieldFile extends FieldElement<FileField, readonly FileAnswer[]> {
  static override styles = [...fieldStyles, fileStyles];
  static override properties = {
    ...FieldElement.properties,
    upload: { attribute: false },
    removeFile: { attribute: false },
  };

  /** How a file is sent; given by the form. */
  declare upload?: Upload;
  /** Tells the county that a file is no longer wanted; given by the form. */
  declare removeFile?: (file: UploadedFile) => Promise<unknown>;

  #jobs: Job[] | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved within the page, an element is connected again in the same task.
    queueMicrotask(() => {
      if (!this.isConnected) for (const job of this.#jobs ?? []) job.abort?.abort();
    });
  }
  override handleEvent(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.type !== 'file') return super.handleEvent(event);
    // Choosing is not yet answering: `input` and `change` come when a file has arrived.
    event.stopPropagation();
    if (event.type !== 'change') return;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.#jobs = this.#jobs?.filter(({ problem }) => !problem);
    for (const file of files) void this.#send(file);
  }

  protected override renderQuestion(beside: Piece): TemplateResult {
    const { field } = this;
    const files = this.value ?? [];
    return html`<label for="i" part="label">${this.caption}</label>
      <p id="h" part="hint">${this.words(field.hint)}</p>
      <p id="m" class="note">${this.say('fileLimits', this.#limits)}</p>
      <p id="e" part="error">${this.error}</p>
      <input
        id="i"
        type="file"
        part="input"
        accept=${acceptOf(field.accept)}
        aria-describedby="e h m s"
        aria-invalid=${this.error ? 'true' : nothing}
        ?multiple=${field.maxFiles > 1}
        ?disabled=${this.disabled || !this.upload}
      />
      ${
        files.length
          ? html`<ul aria-label=${this.say('files')}>
              ${files.map((file) => this.#renderFile(file))}
            </ul>`
          : nothing
      }
      ${
        this.#jobs?.length
          ? html`<ul>
              ${this.#jobs.map((job) => this.#renderJob(job))}
            </ul>`
          : nothing
      }
      <p id="live" class="hidden" role="status"></p>
      ${beside}`;
  }
  protected override read(): readonly FileAnswer[] | undefined {
    return this.value;
  }
  protected override write(): void {}

  get #limits() {
    const { accept, maxBytes, maxFiles } = this.field;
    return { types: typesText(accept), size: sizeText(maxBytes), count: maxFiles };
  }
  #announce(text: string): void {
    this.renderRoot.querySelector('#live')!.textContent = text;
  }

  async #send(file: File): Promise<void> {
    const { name } = file;
    const coming = this.#jobs?.filter(({ problem }) => !problem).length ?? 0;
    const found = fileProblem(file, this.field, (this.value?.length ?? 0) + coming);
    if (found || !this.upload) {
      this.#setJobs([
        ...(this.#jobs ?? []),
        { name, share: 0, problem: this.say(found ?? 'fileFailed', { name, ...this.#limits }) },
      ]);
      return;
    }
    const job: Job = { name, share: 0, abort: new AbortController() };
    this.#setJobs([...(this.#jobs ?? []), job]);
    try {
      const uploaded = await this.upload(file, {
        signal: job.abort!.signal,
        onProgress: (share) => {
          job.share = share;
          this.requestUpdate();
        },
      });
      this.#setJobs(this.#jobs!.filter((other) => other !== job));
      this.edit([...(this.value ?? []), uploaded]);
      this.#announce(this.say('fileUploaded', { name }));
    } catch (error) {
      if (job.abort!.signal.aborted) return;
      const said = this.words((error as { text?: Text } | undefined)?.text);
      job.problem = said ? `${name}：${said}` : this.say('fileFailed', { name });
      this.requestUpdate();
    }
  }
  #setJobs(jobs: Job[]): void {
    this.#jobs = jobs;
    this.requestUpdate();
  }
  #drop(job: Job): void {
    job.abort?.abort();
    this.#setJobs(this.#jobs!.filter((other) => other !== job));
    this.focus();
  }
  #take(file: FileAnswer): void {
    const left = this.value!.filter((other) => other !== file);
    this.edit(left.length ? left : undefined);
    this.#announce(this.say('fileRemoved', { name: file.name }));
    this.focus();
    // The draft no longer names it, so the county erases it with the draft even where this call is lost.
    this.removeFile?.(file).catch(() => undefined);
  }

  #renderFile(file: FileAnswer): TemplateResult {
    return html`<li>
      <span class="value" translate="no">${file.name}</span> <span class="note">${sizeText(file.size)}</span>
      <button
        type="button"
        aria-label=${`${this.say('remove')} ${file.name}`}
        ?disabled=${this.disabled}
        @click=${() => this.#take(file)}
      >
        ${this.say('remove')}
      </button>
    </li>`;
  }
  #renderJob(job: Job): TemplateResult {
    const button = this.say(job.problem ? 'dismiss' : 'cancel');
    return html`<li>
      ${
        job.problem
          ? html`<span class="error" role="alert">${job.problem}</span>`
          : html`<span class="value" translate="no">${job.name}</span>
              <progress aria-label=${`${this.say('uploading')} ${job.name}`} .value=${job.share}></progress>`
      }
      <button type="button" aria-label=${`${button} ${job.name}`} @click=${() => this.#drop(job)}>${button}</button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-file': MydataFieldFile;
  }
}
