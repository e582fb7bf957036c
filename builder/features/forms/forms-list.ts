/**
 * All forms of the county: what is live, what is being worked on; new ones from nothing, from a copy, from a file. Owns what is
 * asked of the county; the table is `forms-table.ts`, the dialog `begin-dialog.ts`.
 */
import { LitElement, html, nothing } from 'lit';
import type { BuilderStaff, FormSummary } from '#schemas/wire/builder-api.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { languageOf } from '#components/controllers/language-of.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { FormsProblem, type FormsApi } from '../store/forms-api.ts';
import { beginDialog, problemView, type Begin } from './begin-dialog.ts';
import { formsStyles } from './forms-styles.ts';
import { formsTable } from './forms-table.ts';
import { formsWords as say } from './forms-words.ts';
import { tabsView } from './tabs-view.ts';
import { tabsStyles } from './tabs-styles.ts';
import { formsIn, type Tab } from './turns.ts';

/**
 * @tag mydata-builder-forms
 * @summary The list of forms, and the ways to a new one.
 * @attr lang - `zh-Hant` (default) or `en`.
 * @fires mydata-form-opened - A form is to be opened; `detail.form` is its id, `detail.view` the view. Cancel it to stay.
 */
export class BuilderForms extends LitElement {
  static override styles = [dialogStyles, tabsStyles, formsStyles];
  static override properties = {
    language: { attribute: 'lang' },
    api: { attribute: false },
    base: {},
    forms: { state: true },
    begin: { state: true },
    error: { state: true },
    lines: { state: true },
    tab: { state: true },
    offices: { state: true },
    office: { state: true },
  };

  declare language?: string;
  declare api?: FormsApi;
  /** Address under which a form is opened. */
  declare base: string;
  declare forms?: readonly FormSummary[];
  declare begin?: Begin;
  declare error?: string;
  /** What is wrong with a file, line by line. */
  declare lines: readonly string[];
  declare tab: Tab;
  /** Where this person sees forms. */
  declare offices: BuilderStaff['offices'];
  /** The one whose forms are shown; empty: all. */
  declare office: string;

  constructor() {
    super();
    this.base = '/builder';
    this.lines = [];
    this.tab = 'all';
    this.offices = [];
    this.office = '';
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  async load(): Promise<void> {
    try {
      const { api } = this;
      if (!api) return;
      const [me, forms] = await Promise.all([api.me(), api.forms()]);
      this.offices = me.offices;
      this.forms = forms;
    } catch (problem) {
      this.#failed(problem);
    }
  }

  get #language(): Language {
    return languageOf(this, this.language);
  }

  /** Where this person designs forms. */
  get #own(): BuilderStaff['offices'] {
    return this.offices.filter(({ roles }) => roles.some((role) => role === 'designer' || role === 'administrator'));
  }

  #failed(problem: unknown): void {
    if (!(problem instanceof FormsProblem)) throw problem;
    this.error = problem.text ? textIn(problem.text, this.#language) : say(this.#language, 'failed');
    this.lines = (problem.problems ?? []).map(
      ({ line, column, path, reason }) =>
        (line === undefined ? '' : say(this.#language, 'line', { line, column: column ?? 1 })) +
        textIn(reason, this.#language) +
        (path ? `（${path}）` : ''),
    );
  }

  #open(form: string, view?: string): void {
    const event = new CustomEvent('mydata-form-opened', {
      detail: { form, view },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (this.dispatchEvent(event)) location.assign(`${this.base}/${form}${view === undefined ? '' : `?view=${view}`}`);
  }

  async #ask(begin: Begin): Promise<void> {
    this.error = undefined;
    this.lines = [];
    this.begin = begin;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  /** Takes a form file in, or says line by line why not. */
  async importFile(file: File): Promise<void> {
    this.error = undefined;
    this.lines = [];
    try {
      await this.#ask({ what: 'file', ...(await this.api!.read(await file.text())) });
    } catch (problem) {
      this.#failed(problem);
      if (this.lines.length) this.error = say(this.#language, 'refused', { file: file.name });
    }
  }

  readonly #create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = (event.target as HTMLFormElement).elements;
    const value = (name: string): string => (fields.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? '';
    const { begin, api } = this;
    if (!begin || !api) return;
    const office = value('office') || undefined;
    const id = value('id');
    const name = { 'zh-Hant': value('name'), en: value('en') };
    try {
      const made = await api.create(
        begin.what === 'file'
          ? { id, office, document: begin.document }
          : begin.what === 'copy'
            ? { id, office, name, copyOf: begin.of.id }
            : { id, office, name },
      );
      this.#close();
      this.#open(made.id);
    } catch (problem) {
      this.#failed(problem);
    }
  };

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
    this.begin = undefined;
  }

  protected override render(): unknown {
    const language = this.#language;
    const shown = this.forms?.filter(({ office }) => !this.office || office.id === this.office);
    return html`
      <div class="head">
        <h1>${say(language, 'title')}</h1>
        ${
          this.#own.length
            ? html`<button type="button" class="main" @click=${() => void this.#ask({ what: 'new' })}>
                  ${say(language, 'new')}
                </button>
                <button type="button" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()}>
                  ${say(language, 'import')}
                </button>
                <input
                  id="file"
                  type="file"
                  accept=".json,application/json"
                  hidden
                  aria-label=${say(language, 'import')}
                  @change=${(event: Event) => {
                    const input = event.target as HTMLInputElement;
                    const [file] = input.files ?? [];
                    if (file) void this.importFile(file);
                    input.value = '';
                  }}
                />`
            : nothing
        }
      </div>
      ${this.begin ? nothing : problemView(this)}
      <mydata-builder-notices .api=${this.api} .base=${this.base} lang=${language}></mydata-builder-notices>
      ${this.#filter(language)} ${shown ? tabsView(shown, this.tab, language, (tab) => (this.tab = tab)) : nothing}
      ${shown ? this.#table(shown, language) : html`<p role="status">${say(language, 'loading')}</p>`}
      ${beginDialog(this.begin, language, {
        offices: this.#own,
        problem: this,
        create: this.#create,
        cancel: () => this.#close(),
        closed: () => (this.begin = undefined),
      })}
    `;
  }

  #table(shown: readonly FormSummary[], language: Language): unknown {
    const forms = formsIn(this.tab, shown);
    if (!forms.length && this.tab !== 'all') return html`<p role="status">${say(language, 'noneHere')}</p>`;
    return formsTable(forms, language, {
      href: (id) => `${this.base}/${id}`,
      exportUrl: (id) => this.api!.exportUrl(id),
      open: (id, view) => this.#open(id, view),
      ...(this.#own.length ? { copy: (of) => void this.#ask({ what: 'copy', of }) } : {}),
    });
  }

  #filter(language: Language): unknown {
    const [first, ...others] = this.offices.filter(({ id }) => this.forms?.some(({ office }) => office.id === id));
    if (!first || !others.length) return nothing;
    return html`<label class="filter"
      >${say(language, 'office')}<select
        @change=${(event: Event) => (this.office = (event.target as HTMLSelectElement).value)}
      >
        <option value="">${say(language, 'allOffices')}</option>
        ${[first, ...others].map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === this.office}>${textIn(name, language)}</option>`,
        )}
      </select></label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-forms': BuilderForms;
  }
}
