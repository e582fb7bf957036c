/** The form's steps, sections and questions as a list: to find one's way, and to select without the mouse. */
import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { textIn } from '#schemas/text.ts';
import { kindOf, partsOf, type Ref } from '../../model/locate.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import { words } from '../words.ts';

/**
 * @tag mydata-builder-outline
 * @summary The form's parts as a list.
 * @fires mydata-part-chosen - A part was chosen here; the canvas may show it. `detail: { ref }`.
 */
export class BuilderOutline extends LitElement {
  static override styles = [
    builderTokens,
    css`
      :host {
        display: block;
        overflow: auto;
        background: var(--_surface);
        color: var(--_text);
        font: var(--_small) / 1.5 var(--_font);
      }
      ol {
        margin: 0;
        padding: 0.5rem;
        list-style: none;
      }
      button {
        inline-size: 100%;
        min-block-size: 2rem;
        padding: 0.15rem 0.5rem;
        border: 0;
        border-radius: var(--_radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover {
        background: var(--_tint);
      }
      .step {
        font-weight: 700;
      }
      .section {
        padding-inline-start: 1.25rem;
        color: var(--_accent);
      }
      .field {
        padding-inline-start: 2.25rem;
      }
      .inner {
        padding-inline-start: 3.25rem;
      }
      [aria-current] {
        background: var(--_chosen);
      }
      :focus-visible {
        outline: 3px solid var(--_focus);
        outline-offset: -2px;
      }
    `,
  ];
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;

  constructor() {
    super();
    new SessionController(this);
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { session, language } = this.builder;
    const selected = new Set(session.selected);
    return html`<nav aria-label=${words(language, 'outline')}>
      <ol>
        ${repeat(
          partsOf(session.document).values(),
          ({ ref }) => ref,
          ({ ref, part }) =>
            html`<li>
              <button
                type="button"
                class="${kindOf(ref)} ${ref.includes('.') ? 'inner' : ''}"
                aria-current=${selected.has(ref) ? 'true' : nothing}
                @click=${() => this.#choose(ref)}
              >
                ${textIn('label' in part ? part.label : part.title, language)}
              </button>
            </li>`,
        )}
      </ol>
    </nav>`;
  }

  #choose(ref: Ref): void {
    this.builder.session.select([ref]);
    this.dispatchEvent(new CustomEvent('mydata-part-chosen', { detail: { ref }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-outline': BuilderOutline;
  }
}
