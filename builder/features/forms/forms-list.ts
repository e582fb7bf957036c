/** All forms of the county: what is live, what is being worked on; new ones from nothing, from a copy, from a file. */
import { LitElement, css, html, nothing } from 'lit';
import type { BuilderStaff, FileRead, FormSummary } from '#schemas/wire/builder-api.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { languageOf } from '#components/controllers/language-of.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { FormsProblem, type FormsApi } from '../store/forms-api.ts';
import { registrationLine } from '../publish/registration-view.ts';
import { timeIn } from '../store/time.ts';
import { formsWords as say } from './forms-words.ts';
import { stageView } from './stage-view.ts';
import { tabsView } from './tabs-view.ts';
import { tabsStyles } from './tabs-styles.ts';
import { formsIn, viewFor, type Tab } from './turns.ts';

type Begin =
  | { readonly what: 'new' }
  | { readonly what: 'copy'; readonly of: FormSummary }
  | ({ readonly what: 'file' } & FileRead);

/**
 * @tag mydata-builder-forms
 * @summary The list of forms, and the ways to a new one.
 * @attr lang - `zh-Hant` (default) or `en`.
 * @fires mydata-form-opened - A form is to be opened; `detail.form` is its id, `detail.view` the view. Cancel it to stay.
 */
export class BuilderForms extends LitElement {
  static override styles = [
    dialogStyles,
    tabsStyles,
    css`
      :host {
        display: block;
        color: var(--_text);
        font: var(--_size) / 1.6 var(--_font);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        margin-block-end: 1rem;
      }
      h1 {
        flex: 1 1 auto;
        margin: 0;
        font-size: 1.5rem;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        background: var(--_surface);
        box-shadow: var(--_shadow);
      }
      th,
      td {
        padding: 0.7rem 0.9rem;
        border-block-start: 1px solid var(--_hair);
        text-align: start;
        vertical-align: top;
      }
      thead th {
        border: 0;
        color: var(--_muted);
        font-size: var(--_small);
        font-weight: 600;
      }
      tbody th a {
        display: inline-block;
        min-block-size: 2rem;
        color: var(--_accent);
        font-size: 1.0625rem;
      }
      small {
        display: block;
        color: var(--_muted);
        font-size: var(--_tiny);
        font-weight: 400;
      }
      .acts {
        white-space: nowrap;
      }
      .acts a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--_target);
        margin-inline-end: 0.5rem;
        color: var(--_accent);
      }
      .error {
        color: var(--_error);
      }
      small.good {
        color: var(--_accent);
      }
      small.error {
        color: var(--_error);
      }
      .mark {
        color: var(--_accent);
        font-weight: 600;
      }
      input:not([type='file']),
      select {
        display: block;
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: var(--_target);
        padding: 0 0.7rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
        font: inherit;
      }
      label {
        display: block;
        margin-block-start: 0.75rem;
        color: var(--_text);
        font-size: var(--_small);
      }
      .filter {
        max-inline-size: 20rem;
        margin-block: 0 1rem;
      }
      [hidden] {
        display: none;
      }
      @media (width < 48rem) {
        table,
        tbody,
        tr,
        th,
        td {
          display: block;
        }
        thead {
          display: none;
        }
        td {
          padding-block: 0.2rem;
          border: 0;
        }
      }
    `,
  ];
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
      ${this.begin ? nothing : this.#problem()}
      <mydata-builder-notices .api=${this.api} .base=${this.base} lang=${language}></mydata-builder-notices>
      ${this.#filter(language)} ${shown ? tabsView(shown, this.tab, language, (tab) => (this.tab = tab)) : nothing}
      ${shown ? this.#table(formsIn(this.tab, shown), language) : html`<p role="status">${say(language, 'loading')}</p>`}
      ${this.#dialog(language)}
    `;
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

  /** Asked only where there is a choice. */
  #officeField(language: Language): unknown {
    const own = this.#own;
    if (own.length < 2) return nothing;
    return html`<label
      >${say(language, 'officeOf')}<select name="office" required>
        ${own.map(({ id, name }) => html`<option value=${id}>${textIn(name, language)}</option>`)}
      </select></label
    >`;
  }

  #problem(): unknown {
    if (this.error === undefined) return nothing;
    return html`<div class="error" role="alert">
      <p class="error">${this.error}</p>
      ${
        this.lines.length
          ? html`<ul>
              ${this.lines.map((line) => html`<li>${line}</li>`)}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #table(forms: readonly FormSummary[], language: Language): unknown {
    if (!forms.length && this.tab !== 'all') return html`<p role="status">${say(language, 'noneHere')}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${say(language, 'form')}</th>
          <th scope="col">${say(language, 'state')}</th>
          <th scope="col">${say(language, 'work')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${forms.map((form) => this.#row(form, language))}
      </tbody>
    </table>`;
  }

  #row(form: FormSummary, language: Language): unknown {
    const { id, name, office, live, state, schedule, questions, datasets, registration } = form;
    const title = textIn(name, language) || id;
    const seen =
      state === 'scheduled' && schedule.opensAt
        ? say(language, 'scheduled', { time: timeIn(schedule.opensAt, language) })
        : say(language, state === 'scheduled' ? 'open' : state);
    return html`<tr>
      <th scope="row">
        <a
          href=${`${this.base}/${id}`}
          @click=${(event: Event) => {
            event.preventDefault();
            this.#open(id);
          }}
          >${title}</a
        ><small>${textIn(office.name, language)}・${say(language, 'size', { questions, datasets })}</small>
      </th>
      <td>
        ${seen}${live ? html`<small>${say(language, 'live', { n: live.version })}</small>` : nothing}
        ${registrationLine(registration, language)}
      </td>
      <td>${stageView(form, language, (turn) => this.#open(id, viewFor[turn]))}</td>
      <td class="acts">
        <a href=${this.api!.exportUrl(id)} download aria-label=${`${say(language, 'export')} ${title}`}
          >${say(language, 'export')}</a
        >${
          this.#own.length
            ? html`<button
                type="button"
                aria-label=${say(language, 'copyOf', { name: title })}
                @click=${() => void this.#ask({ what: 'copy', of: form })}
              >
                ${say(language, 'copy')}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  #dialog(language: Language): unknown {
    const { begin } = this;
    const title =
      begin?.what === 'copy'
        ? say(language, 'copyOf', { name: textIn(begin.of.name, language) })
        : say(language, begin?.what === 'file' ? 'import' : 'new');
    const id = begin?.what === 'copy' ? `${begin.of.id}-copy` : begin?.what === 'file' ? begin.document.service.id : '';
    return html`<dialog aria-labelledby="begin" @close=${() => (this.begin = undefined)}>
      ${
        begin
          ? html`<form @submit=${this.#create}>
              <h2 id="begin">${title}</h2>
              ${this.#problem()}
              ${
                begin.what === 'file'
                  ? html`<p>${textIn(begin.document.service.name, language)}</p>
                      ${
                        begin.renamed
                          ? html`<p>${say(language, 'renamed')}</p>
                              <ul>
                                ${begin.renamed.map((one) => html`<li>${textIn(one, language)}</li>`)}
                              </ul>`
                          : nothing
                      }`
                  : html`<label
                        >${say(language, 'name')}<input name="name" lang="zh-Hant" required maxlength="100"
                      /></label>
                      <label>${say(language, 'nameEn')}<input name="en" lang="en" maxlength="200" /></label>`
              }
              ${this.#officeField(language)}
              <label
                >${say(language, 'id')}<input
                  name="id"
                  required
                  maxlength="60"
                  pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
                  autocapitalize="none"
                  spellcheck="false"
                  aria-describedby="id-hint"
                  .value=${id}
              /></label>
              <p id="id-hint">${say(language, 'idHint')}</p>
              <div class="foot">
                <button type="button" class="quiet" @click=${() => this.#close()}>${say(language, 'cancel')}</button>
                <button class="main">${say(language, 'create')}</button>
              </div>
            </form>`
          : nothing
      }
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-forms': BuilderForms;
  }
}
