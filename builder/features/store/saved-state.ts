/** Whether the work is safe, in the bar. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import type { FormStore } from './form-store.ts';
import { storeWords as say } from './store-words.ts';
import { timeIn } from './time.ts';

/**
 * @tag mydata-builder-saved
 * @summary Says whether everything is saved, and when.
 * @fires mydata-conflict-asked - It is to be chosen how two designers' work comes together.
 */
export class BuilderSaved extends LitElement {
  static override styles = [
    builderTokens,
    css`
      :host {
        color: var(--_muted);
        font: var(--_small) / 1.4 var(--_font);
      }
      p {
        margin: 0;
      }
      .waiting {
        color: var(--_accent);
        font-weight: 600;
      }
      .warn {
        color: var(--_error);
        font-weight: 600;
      }
      a {
        color: var(--_accent);
      }
      button {
        min-block-size: 2rem;
        padding: 0 0.75rem;
        border: 1px solid var(--_error);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button:focus-visible {
        outline: 3px solid var(--_focus);
        outline-offset: 1px;
      }
    `,
  ];
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;
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

  readonly #ask = (): void => {
    this.dispatchEvent(new CustomEvent('mydata-conflict-asked', { bubbles: true, composed: true }));
  };

  protected override render(): unknown {
    const { store, language } = this.builder ?? {};
    if (!store || !language) return nothing;
    if (!store.canEdit) return html`<p>${say(language, 'lookOnly')}</p>`;
    const { state } = store;
    switch (state.what) {
      case 'saved':
        if (store.isWaiting) return html`<p class="waiting" role="status">${say(language, 'sent')}</p>`;
        return html`<p>
          ${state.at === undefined ? say(language, 'unchanged') : say(language, 'saved', { time: timeIn(state.at, language) })}
        </p>`;
      case 'refused':
        return html`<p class="warn" role="alert">
          ${say(language, 'refused', { text: state.text ? textIn(state.text, language) : '' })}
        </p>`;
      case 'offline':
        return html`<p class="warn" role="status">${say(language, store.keptHere ? 'offline' : 'notKept')}</p>`;
      case 'signed-out':
        return html`<p class="warn" role="alert">
          ${say(language, store.keptHere ? 'signedOut' : 'notKept')}
          <a href="/staff" target="_blank" rel="noopener">${say(language, 'signIn')}</a>
        </p>`;
      case 'conflict':
        return html`<p class="warn">
          ${say(language, store.keptHere ? 'notMerged' : 'notKept')}
          <button type="button" @click=${this.#ask}>${say(language, 'mergeNow')}</button>
        </p>`;
      default:
        return html`<p>${say(language, state.what)}</p>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-saved': BuilderSaved;
  }
}
