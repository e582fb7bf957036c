/** What is kept beside the draft: whose, when, why; what differs, a look at it, and the way back. */
import { LitElement, css, html, nothing } from 'lit';
import { compareDocuments } from '#schemas/publish/compare.ts';
import { textIn, type Text } from '#schemas/text.ts';
import type { KeptDocument, KeptList } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import { EditingSession } from '../../model/session.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { Samples } from '../samples.ts';
import { FormsProblem } from '../store/forms-api.ts';
import { timeIn } from '../store/time.ts';
import { publishStyles } from '../publish/publish-styles.ts';
import { keptWords as say } from './kept-words.ts';

interface Shown {
  readonly what: 'difference' | 'look';
  readonly kept: KeptDocument;
  readonly document: FormDocument;
  /** For the look: nothing that is done there reaches the form. */
  readonly builder: BuilderContext;
}

/**
 * @tag mydata-builder-kept
 * @summary What lost a conflict, was discarded or replaced: compared, looked at, restored.
 */
export class BuilderKept extends LitElement {
  static override styles = [
    publishStyles,
    css`
      .columns {
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      }
      article {
        padding-block: 0.75rem;
        border-block-start: 1px solid var(--_hair);
      }
      article[aria-current] {
        margin-inline: -1.25rem;
        padding-inline: 1.25rem;
        background: var(--_chosen);
      }
      article h3 {
        margin: 0;
      }
      article p {
        margin: 0.2rem 0;
      }
      .most {
        margin-block: 0.5rem 1rem;
        color: var(--_muted);
      }
      .diff li {
        padding-block: 0.3rem;
        border-block-start: 1px solid var(--_hair);
      }
      mydata-builder-preview {
        display: block;
        min-block-size: 30rem;
      }
      @media (width < 60rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static override properties = {
    builder: { attribute: false },
    list: { state: true },
    shown: { state: true },
    error: { state: true },
    news: { state: true },
  };

  declare builder: BuilderContext;
  declare list?: KeptList;
  declare shown?: Shown;
  declare error?: Text;
  declare news?: string;

  constructor() {
    super();
    // The difference is to the form as it is now.
    new SessionController(this, ({ what }) => what !== 'selected');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#do(() => this.#load()));
  }

  async #load(): Promise<void> {
    const { store } = this.builder;
    if (store) this.list = await store.api.kept(store.form);
  }

  async #do(work: () => Promise<void>): Promise<void> {
    this.error = undefined;
    this.news = undefined;
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof FormsProblem)) throw problem;
      this.error = problem.text ?? { 'zh-Hant': say('zh-Hant', 'failed'), en: say('en', 'failed') };
    }
  }

  async #content({ id }: KeptDocument): Promise<FormDocument> {
    const { store } = this.builder;
    return (await store!.api.keptContent(store!.form, id)).document;
  }

  #show(what: Shown['what'], kept: KeptDocument): void {
    void this.#do(async () => {
      const document = await this.#content(kept);
      const { builder } = this;
      const session = new EditingSession(document, { now: () => new Date() });
      const { store: _store, ...rest } = builder;
      const looking: BuilderContext = {
        ...rest,
        session,
        samples: new Samples(session, builder.api),
        run: () => ({ changes: [], words: { 'zh-Hant': '', en: '' } }),
      };
      this.shown = { what, kept, document, builder: looking };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#shown')?.focus();
    });
  }

  #restore(kept: KeptDocument): void {
    const { store } = this.builder;
    if (!store) return;
    void this.#do(async () => {
      const document = await this.#content(kept);
      const name = { 'zh-Hant': this.#name(kept, 'zh-Hant'), en: this.#name(kept, 'en') };
      const yes = await this.renderRoot.querySelector('mydata-builder-restore')?.ask(document, name);
      if (!yes) return;
      const words = {
        'zh-Hant': say('zh-Hant', 'words', { name: name['zh-Hant'] }),
        en: say('en', 'words', { name: name.en }),
      };
      await store.restore(document, words, { kept: kept.id });
      if (store.state.what === 'conflict') return;
      this.shown = undefined;
      await this.#load();
      this.news = say(this.builder.language, 'done', { name: textIn(name, this.builder.language) });
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#news')?.focus();
    });
  }

  /** 王怡君的內容，10:05 */
  #name({ by, of, at }: KeptDocument, language: 'zh-Hant' | 'en'): string {
    const name = say(language, 'name', { name: of ?? by });
    return language === 'en' ? `${name}, ${timeIn(at, language)}` : `${name}，${timeIn(at, language)}`;
  }

  #why({ why, by, of }: KeptDocument): string {
    const { language } = this.builder;
    return why === 'conflict' && of === undefined
      ? say(language, 'conflict')
      : say(language, why === 'conflict' ? 'conflictOf' : why, { by });
  }

  protected override render(): unknown {
    const { store, language } = this.builder ?? {};
    if (!store || !language) return nothing;
    const { list } = this;
    return html`<div class="columns">
        <section class="sheet" aria-labelledby="title">
          <h2 id="title">${say(language, 'title')}</h2>
          <p>${say(language, 'intro')}</p>
          ${
            list
              ? html`<p class="most">
                  ${say(language, 'most', { count: list.most.count, size: Math.round(list.most.bytes / 1024 / 1024) })}
                </p>`
              : nothing
          }
          ${this.error ? html`<p class="error" role="alert">${textIn(this.error, language)}</p>` : nothing}
          ${this.news ? html`<p class="good" id="news" tabindex="-1" role="status">${this.news}</p>` : nothing}
          ${list && !list.kept.length ? html`<p>${say(language, 'none')}</p>` : nothing}
          ${list?.kept.map((one) => this.#one(one, store.canEdit))}
        </section>
        ${this.#panel()}
      </div>
      <mydata-builder-restore .builder=${this.builder}></mydata-builder-restore>`;
  }

  #one(kept: KeptDocument, canEdit: boolean): unknown {
    const { language } = this.builder;
    const time = timeIn(kept.at, language);
    const name = say(language, 'name', { name: kept.of ?? kept.by });
    const act = (what: 'compare' | 'look' | 'restore', does: () => void): unknown =>
      html`<button
        type="button"
        aria-label=${say(language, 'about', { what: say(language, what), name, time })}
        @click=${does}
      >
        ${say(language, what)}
      </button>`;
    return html`<article aria-current=${this.shown?.kept.id === kept.id ? 'true' : nothing}>
      <h3>${name}</h3>
      <p>${say(language, 'when', { time })}・${this.#why(kept)}</p>
      <div class="acts">
        ${act('compare', () => this.#show('difference', kept))} ${act('look', () => this.#show('look', kept))}
        ${canEdit ? act('restore', () => this.#restore(kept)) : nothing}
      </div>
    </article>`;
  }

  #panel(): unknown {
    const { shown } = this;
    const { language, session } = this.builder;
    if (!shown) return nothing;
    const name = this.#name(shown.kept, language);
    if (shown.what === 'look')
      return html`<section class="sheet" id="shown" tabindex="-1" aria-labelledby="shown-title">
        <h2 id="shown-title">${say(language, 'looking', { name })}</h2>
        <mydata-builder-preview .builder=${shown.builder}></mydata-builder-preview>
      </section>`;
    const differences = compareDocuments(session.document, shown.document);
    return html`<section class="sheet diff" id="shown" tabindex="-1" aria-labelledby="shown-title">
      <h2 id="shown-title">${say(language, 'difference', { name, n: differences.length })}</h2>
      ${
        differences.length
          ? html`<ul>
              ${differences.map(({ words }) => html`<li>${textIn(words, language)}</li>`)}
            </ul>`
          : html`<p>${say(language, 'same')}</p>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-kept': BuilderKept;
  }
}
