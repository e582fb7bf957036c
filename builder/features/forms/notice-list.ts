/** 待辦通知: whose turn it is, told to the person whose turn it is. */
import { LitElement, css, html, nothing } from 'lit';
import type { Notice } from '#schemas/wire/builder-api.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { languageOf } from '#components/controllers/language-of.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import { FormsProblem, type FormsApi } from '../store/forms-api.ts';
import { timeIn } from '../store/time.ts';
import { formsWords as say } from './forms-words.ts';
import { viewFor } from './turns.ts';

const words = {
  mend: 'noticeMend',
  approve: 'noticeApprove',
  publish: 'noticePublish',
  published: 'noticePublished',
} as const;

/**
 * @tag mydata-builder-notices
 * @summary Tells a person whose turn it is, with a badge for what is new.
 * @attr lang - `zh-Hant` (default) or `en`.
 * @fires mydata-form-opened - A form is to be opened; `detail.form` is its id, `detail.view` the view. Cancel it to stay.
 */
export class BuilderNotices extends LitElement {
  static override styles = [
    builderTokens,
    css`
      :host {
        display: block;
        color: var(--_text);
        font: var(--_small) / 1.6 var(--_font);
      }
      section {
        margin-block-end: 1.25rem;
        padding: 0.75rem 1rem;
        border-radius: var(--_radius);
        background: var(--_surface);
        box-shadow: var(--_shadow);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
      }
      h2 {
        margin: 0;
        font-size: 1.1rem;
      }
      .badge {
        display: inline-block;
        min-inline-size: 1.6rem;
        margin-inline-start: 0.35rem;
        padding: 0 0.5rem;
        border-radius: 1rem;
        background: var(--_accent);
        color: var(--_on-accent);
        font-size: 0.875rem;
        text-align: center;
      }
      ul {
        margin: 0.25rem 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding-block: 0.35rem;
        border-block-start: 1px solid var(--_hair);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--_target);
        color: var(--_accent);
      }
      .new a {
        font-weight: 700;
      }
      p {
        margin: 0;
        color: var(--_muted);
        overflow-wrap: anywhere;
      }
      q {
        white-space: pre-wrap;
      }
      button {
        min-block-size: var(--_target);
        padding: 0 0.8rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      :focus-visible {
        outline: 3px solid var(--_focus);
        outline-offset: 1px;
      }
    `,
  ];
  static override properties = {
    language: { attribute: 'lang' },
    api: { attribute: false },
    base: {},
    notices: { state: true },
    failed: { state: true },
  };

  declare language?: string;
  declare api?: FormsApi;
  /** Address under which a form is opened. */
  declare base: string;
  declare notices: readonly Notice[];
  declare failed: boolean;

  constructor() {
    super();
    this.base = '/builder';
    this.notices = [];
    this.failed = false;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  async load(): Promise<void> {
    await this.#ask(async (api) => (this.notices = await api.notices()));
  }

  /** The list of forms does without: that notices can not be read is said, and no more. */
  async #ask(work: (api: FormsApi) => Promise<unknown>): Promise<void> {
    try {
      if (this.api) await work(this.api);
      this.failed = false;
    } catch (problem) {
      if (!(problem instanceof FormsProblem)) throw problem;
      this.failed = true;
    }
  }

  async #read(some: readonly Notice[]): Promise<void> {
    const ids = some.filter(({ read }) => !read).map(({ id }) => id);
    if (!ids.length) return;
    await this.#ask((api) => api.readNotices(ids));
    this.notices = this.notices.map((one) => (ids.includes(one.id) ? { ...one, read: true } : one));
  }

  #address = ({ form, what }: Notice): string => `${this.base}/${form}?view=${viewFor[what]}`;

  async #open(event: Event, notice: Notice): Promise<void> {
    event.preventDefault();
    await this.#read([notice]);
    const { form, what } = notice;
    const opened = new CustomEvent('mydata-form-opened', {
      detail: { form, view: viewFor[what] },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (this.dispatchEvent(opened)) location.assign(this.#address(notice));
  }

  protected override render(): unknown {
    const language = languageOf(this, this.language);
    const { notices } = this;
    if (this.failed && !notices.length) return html`<p role="status">${say(language, 'noticesFailed')}</p>`;
    if (!notices.length) return nothing;
    const fresh = notices.filter(({ read }) => !read);
    return html`<section aria-labelledby="notices">
      <div class="head">
        <h2 id="notices">
          ${say(language, 'notices')}${
            fresh.length
              ? html`<span class="badge" aria-label=${say(language, 'unread', { n: fresh.length })}
                  >${fresh.length}</span
                >`
              : nothing
          }
        </h2>
        ${
          fresh.length
            ? html`<button type="button" @click=${() => void this.#read(fresh)}>${say(language, 'readAll')}</button>`
            : nothing
        }
      </div>
      <ul>
        ${notices.map((one) => this.#entry(one, language))}
      </ul>
    </section>`;
  }

  #entry(notice: Notice, language: Language): unknown {
    const { what, form, name, at, by, notes, version, read } = notice;
    return html`<li class=${read ? '' : 'new'}>
      <a href=${this.#address(notice)} @click=${(event: Event) => void this.#open(event, notice)}
        >${say(language, words[what], { name: textIn(name, language) || form, n: version ?? '' })}${
          read ? nothing : html`&nbsp;<span>${say(language, 'isNew')}</span>`
        }</a
      >
      <p>${by}，${timeIn(at, language)}${notes === undefined ? nothing : html`：<q>${notes}</q>`}</p>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-notices': BuilderNotices;
  }
}
