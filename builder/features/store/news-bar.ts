/** What became of two designers' work: seen, and read out; stays until it is dismissed. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import type { FormStore } from './form-store.ts';
import { storeWords as say } from './store-words.ts';

/**
 * @tag mydata-builder-news
 * @summary Says what a merge came to, or that somebody else has changed the form.
 * @fires mydata-kept-asked - What is kept is to be seen.
 */
export class BuilderNews extends LitElement {
  static override styles = [
    builderTokens,
    css`
      .news {
        position: fixed;
        inset-block-end: 1.5rem;
        inset-inline-start: 50%;
        translate: -50% 0;
        z-index: 3;
        box-sizing: border-box;
        inline-size: min(44rem, 94vw);
        max-block-size: 60dvh;
        padding: 0.9rem 1.25rem;
        border-inline-start: 6px solid var(--_accent);
        border-radius: var(--_radius);
        background: var(--_surface);
        box-shadow: var(--_pop);
        color: var(--_text);
        font: var(--_small) / 1.5 var(--_font);
        overflow: auto;
      }
      .news.none {
        padding: 0;
        border: 0;
        box-shadow: none;
        pointer-events: none;
      }
      p {
        margin: 0;
        font-size: var(--_size);
      }
      details {
        margin-block-start: 0.5rem;
      }
      summary {
        min-block-size: 2rem;
        color: var(--_accent);
        cursor: pointer;
      }
      h3 {
        margin: 0.5rem 0 0;
        font-size: var(--_small);
      }
      ul {
        margin: 0.15rem 0 0;
        padding-inline-start: 1.25rem;
      }
      .acts[hidden] {
        display: none;
      }
      .acts:not([hidden]) {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        justify-content: end;
        margin-block-start: 0.5rem;
      }
      button {
        min-block-size: var(--_target);
        padding: 0 0.9rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--_tint);
      }
      :focus-visible {
        outline: 3px solid var(--_focus);
        outline-offset: 1px;
      }
    `,
  ];
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;
  #store?: FormStore;
  #stop?: () => void;

  /** To its button, e.g. when the dialog that led to it is gone. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.dismiss')?.focus();
  }

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

  protected override render(): unknown {
    const { store, language } = this.builder ?? {};
    if (!store || !language) return nothing;
    const { news } = store;
    // The region stands before its words do, or they are not read out.
    return html`<div class="news ${news ? '' : 'none'}">
      <p role="status">${news ? textIn(news.text, language) : nothing}</p>
      ${
        news?.more.length
          ? html`<details>
              <summary>${say(language, 'newsMore')}</summary>
              ${news.more.map(
                ({ title, list }) =>
                  html`<h3>${textIn(title, language)}</h3>
                    <ul>
                      ${list.map((text) => html`<li>${textIn(text, language)}</li>`)}
                    </ul>`,
              )}
            </details>`
          : nothing
      }
      <div class="acts" ?hidden=${!news}>
        ${
          news?.kept
            ? html`<button
                type="button"
                @click=${() =>
                  this.dispatchEvent(new CustomEvent('mydata-kept-asked', { bubbles: true, composed: true }))}
              >
                ${say(language, 'seeKept')}
              </button>`
            : nothing
        }
        <button type="button" class="dismiss" @click=${() => store.dismissNews()}>${say(language, 'dismiss')}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-news': BuilderNews;
  }
}
