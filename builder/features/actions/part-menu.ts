/** The menu of a part: what can be done with what is selected. Arrow keys lead through it, Escape closes it. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn } from '#schemas/text.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import type { BuilderContext } from '../builder-context.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import { words } from '../words.ts';
import type { Action } from './action.ts';
import { actions } from './all-actions.ts';

/**
 * @tag mydata-builder-menu
 * @summary What can be done with the selected parts.
 * @fires mydata-action-chosen - `detail: { action }`
 */
export class BuilderMenu extends LitElement {
  static override styles = [
    builderTokens,
    css`
      [popover] {
        inset: auto;
        margin: 0;
        min-inline-size: 14rem;
        padding: 0.4rem;
        border: 1px solid var(--_hair);
        border-radius: 0.6rem;
        background: var(--_surface);
        color: var(--_text);
        box-shadow: var(--_pop);
        font: var(--_small) / 1.5 var(--_font);
      }
      button {
        display: flex;
        justify-content: space-between;
        gap: 1.5rem;
        align-items: center;
        inline-size: 100%;
        min-block-size: var(--_target);
        padding: 0 0.75rem;
        border: 0;
        border-radius: var(--_radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover,
      button:focus {
        background: var(--_chosen);
        outline: none;
      }
      button:focus-visible {
        box-shadow: inset 0 0 0 2px var(--_focus);
      }
      .danger {
        color: var(--_error);
      }
      kbd {
        color: var(--_muted);
        font: inherit;
        font-size: 0.8125rem;
      }
    `,
  ];
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;

  /** Opens it beside a point of the viewport. */
  async open(x: number, y: number): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const menu = this.#menu;
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.setProperty('left', `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`);
    menu.style.setProperty('top', `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`);
    this.#items[0]?.focus();
  }

  get #menu(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[popover]')!;
  }

  get #items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  protected override render(): unknown {
    const { builder } = this;
    if (!builder) return nothing;
    const { language } = builder;
    const possible = actions.filter((action) => action.menu === 'part' && action.possible(builder));
    return html`<div popover role="menu" aria-label=${words(language, 'menu')} @keydown=${this.#key}>
      ${possible.map(
        (action) =>
          html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            class=${action.danger ? 'danger' : ''}
            @click=${() => this.#choose(action)}
          >
            ${textIn(action.name, language)}${action.keys ? html`<kbd>${action.keys}</kbd>` : nothing}
          </button>`,
      )}
    </div>`;
  }

  #choose(action: Action): void {
    this.#menu.hidePopover();
    this.dispatchEvent(new CustomEvent('mydata-action-chosen', { detail: { action }, bubbles: true, composed: true }));
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (composing(event)) return;
    const items = this.#items;
    const at = items.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') this.#menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    items[(to + items.length) % items.length]?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-menu': BuilderMenu;
  }
}
