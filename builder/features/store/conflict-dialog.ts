/** Two designers, one form: see theirs, keep mine, or both together. Nothing is lost whatever is chosen. */
import { LitElement, css, html, nothing } from 'lit';
import { compareDocuments } from '../../../schemas/publish/compare.ts';
import { textIn } from '../../../schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import type { Entry } from '../../model/history.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { FormsProblem } from './forms-api.ts';
import type { FormStore } from './form-store.ts';
import { mineSince, reapply } from './reapply.ts';
import { storeWords as say } from './store-words.ts';
import { timeIn } from './time.ts';

/**
 * @tag mydata-builder-conflict
 * @summary Asks what is to become of two designers' work on one form.
 */
export class BuilderConflict extends LitElement {
  static override styles = [
    dialogStyles,
    css`
      p {
        color: var(--_text);
        font-size: var(--_size);
      }
      ul {
        max-block-size: 12rem;
        margin: 0.5rem 0;
        padding-inline-start: 1.5rem;
        overflow: auto;
        font-size: var(--_small);
      }
      .ways {
        display: grid;
        gap: 0.75rem;
        margin-block-start: 1rem;
      }
      .ways button {
        inline-size: 100%;
        text-align: start;
      }
      .ways small {
        display: block;
        margin-block-start: 0.15rem;
        color: var(--_muted);
        font-size: var(--_tiny);
      }
      .copy {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: end;
      }
      .copy input {
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: var(--_target);
        padding: 0 0.6rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        font: inherit;
      }
      .error {
        color: var(--_error);
      }
    `,
  ];
  static override properties = { builder: { attribute: false }, error: { state: true } };

  declare builder: BuilderContext;
  declare error?: string;
  #store?: FormStore;
  #stop?: () => void;

  protected override willUpdate(): void {
    const store = this.builder?.store;
    if (store === this.#store) return;
    this.#stop?.();
    this.#store = store;
    this.#stop = store?.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#store = undefined;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const wanted = this.#store?.state.what === 'conflict';
    if (!dialog || dialog.open === wanted) return;
    if (wanted) dialog.showModal();
    else dialog.close();
  }

  protected override render(): unknown {
    const { store, language, session } = this.builder ?? {};
    if (!store || !language || !session) return nothing;
    const { state } = store;
    if (state.what !== 'conflict') return html`<dialog></dialog>`;
    const { savedBy, savedAt, document } = state.conflict;
    const differences = compareDocuments(session.document, document);
    return html`<dialog aria-labelledby="title" @cancel=${(event: Event) => event.preventDefault()}>
      <h2 id="title">${say(language, 'conflictTitle')}</h2>
      <p>
        ${say(language, 'conflictText', {
          name: savedBy || say(language, 'someone'),
          time: timeIn(savedAt, language),
        })}
      </p>
      <details>
        <summary>${say(language, 'different')}（${differences.length}）</summary>
        <ul>
          ${differences.map(({ words }) => html`<li>${textIn(words, language)}</li>`)}
        </ul>
      </details>
      <div class="ways">
        <button type="button" class="main" @click=${() => void this.#try(() => this.#both(store))}>
          ${say(language, 'reapply')}
        </button>
        <button type="button" @click=${() => void this.#try(() => this.#theirs(store))}>
          ${say(language, 'theirs')}<small>${say(language, 'theirsMore')}</small>
        </button>
        <form
          class="copy"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const { value } = (event.target as HTMLFormElement).elements.namedItem('id') as HTMLInputElement;
            void this.#try(() => this.#copy(store, value.trim()));
          }}
        >
          <label>${say(language, 'copyId')}<input name="id" required .value=${`${store.form}-copy`} /></label>
          <button>${say(language, 'copy')}</button>
        </form>
        <p class="error" role="alert">${this.error ?? nothing}</p>
      </div>
    </dialog>`;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.error = undefined;
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof FormsProblem)) throw problem;
      const { language } = this.builder;
      this.error = problem.text ? textIn(problem.text, language) : say(language, 'offline');
    }
  }

  #announce(text: string): void {
    this.builder.announce({ 'zh-Hant': text, en: text });
  }

  async #theirs(store: FormStore): Promise<void> {
    await store.takeTheirs();
    this.#announce(say(this.builder.language, 'taken'));
  }

  async #copy(store: FormStore, id: string): Promise<void> {
    await store.keepAsCopy(id);
    this.#announce(say(this.builder.language, 'copied', { id }));
  }

  async #both(store: FormStore): Promise<void> {
    const { history } = this.builder.session;
    const draft = await store.takeTheirs();
    // The host has opened theirs by now: its session is another one.
    await this.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    const { session, language } = this.builder;
    const mine = mineSince(history, draft.history);
    const lost: readonly Entry[] = reapply(session, mine);
    const list = lost.map(({ words }) => textIn(words, language)).join('、');
    this.#announce(
      say(language, 'applied', { n: mine.length - lost.length }) + (list ? say(language, 'lost', { list }) : ''),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-conflict': BuilderConflict;
  }
}
