/** The command palette: everything that can be done, and every part to go to, found by typing. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn } from '../../../schemas/text.ts';
import { partsOf, type Ref } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import { words } from '../words.ts';
import type { Action } from './action.ts';
import { actions } from './all-actions.ts';

interface Choice {
  readonly name: string;
  readonly keys?: string;
  readonly action?: Action;
  readonly ref?: Ref;
}

const most = 12;

/**
 * @tag mydata-builder-commands
 * @summary Find and do anything from the keyboard.
 * @fires mydata-action-chosen - `detail: { action }`
 * @fires mydata-part-chosen - `detail: { ref }`
 */
export class BuilderCommands extends LitElement {
  static override styles = [
    builderTokens,
    css`
      dialog {
        inline-size: min(36rem, 92vw);
        margin-block-start: 12vh;
        padding: 0.75rem;
        border: 1px solid var(--_hair);
        border-radius: 0.75rem;
        background: var(--_surface);
        color: var(--_text);
        box-shadow: var(--_pop);
        font: var(--_size) / 1.5 var(--_font);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }
      label {
        font-size: var(--_tiny);
        color: var(--_muted);
      }
      input {
        inline-size: 100%;
        box-sizing: border-box;
        min-block-size: 3rem;
        padding: 0 0.75rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        font: inherit;
      }
      input:focus-visible {
        outline: 3px solid var(--_focus);
      }
      ul {
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
      }
      li button {
        inline-size: 100%;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        display: flex;
        justify-content: space-between;
        align-items: center;
        min-block-size: var(--_target);
        padding: 0 0.75rem;
        border-radius: var(--_radius);
        cursor: pointer;
      }
      [aria-selected='true'] {
        background: var(--_chosen);
        box-shadow: inset 3px 0 0 var(--_accent);
      }
      kbd,
      .none {
        color: var(--_muted);
        font: inherit;
        font-size: var(--_tiny);
      }
    `,
  ];
  static override properties = { builder: { attribute: false }, text: { state: true }, at: { state: true } };

  declare builder: BuilderContext;
  declare text: string;
  declare at: number;

  constructor() {
    super();
    this.text = '';
    this.at = 0;
  }

  async open(): Promise<void> {
    this.text = '';
    this.at = 0;
    await this.updateComplete;
    this.#dialog.showModal();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  #choices(): readonly Choice[] {
    const { builder } = this;
    const { session, language } = builder;
    const wanted = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const answers = (name: string): boolean => wanted.every((word) => name.toLowerCase().includes(word));
    const doing = actions
      .filter((action) => action.possible(builder))
      .map((action): Choice => ({
        name: textIn(action.name, language),
        action,
        ...(action.keys ? { keys: action.keys } : {}),
      }));
    const going = wanted.length
      ? [...partsOf(session.document).values()].map(({ ref, part }): Choice => ({
          name: words(language, 'goTo', { name: textIn('label' in part ? part.label : part.title, language) }),
          ref,
        }))
      : [];
    return [...doing, ...going].filter(({ name }) => answers(name)).slice(0, most);
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { language } = this.builder;
    const choices = this.#choices();
    const at = Math.min(this.at, choices.length - 1);
    return html`<dialog aria-label=${words(language, 'commands')}>
      <label for="find">${words(language, 'commands')}</label>
      <input
        id="find"
        role="combobox"
        aria-label=${words(language, 'commands')}
        aria-expanded="true"
        aria-controls="list"
        aria-activedescendant=${choices.length ? `choice-${at}` : nothing}
        autocomplete="off"
        .value=${this.text}
        @input=${this.#type}
        @keydown=${(event: KeyboardEvent) => this.#key(event, choices, at)}
      />
      <ul id="list" role="listbox" aria-label=${words(language, 'commands')}>
        ${choices.map(
          (choice, index) =>
            html`<li role="presentation">
              <button
                type="button"
                id="choice-${index}"
                role="option"
                tabindex="-1"
                aria-selected=${index === at ? 'true' : 'false'}
                @click=${() => this.#choose(choice)}
              >
                ${choice.name}${choice.keys ? html`<kbd>${choice.keys}</kbd>` : nothing}
              </button>
            </li>`,
        )}
      </ul>
      ${choices.length ? nothing : html`<p class="none" role="status">${words(language, 'nothingFound', { text: this.text })}</p>`}
    </dialog>`;
  }

  readonly #type = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.at = 0;
  };

  #key(event: KeyboardEvent, choices: readonly Choice[], at: number): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && choices.length) {
      event.preventDefault();
      this.at = (at + by + choices.length) % choices.length;
    } else if (event.key === 'Enter' && choices[at]) {
      event.preventDefault();
      this.#choose(choices[at]);
    }
  }

  #choose({ action, ref }: Choice): void {
    this.#dialog.close();
    if (ref) this.builder.session.select([ref]);
    const event = action
      ? new CustomEvent('mydata-action-chosen', { detail: { action }, bubbles: true, composed: true })
      : new CustomEvent('mydata-part-chosen', { detail: { ref }, bubbles: true, composed: true });
    this.dispatchEvent(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-commands': BuilderCommands;
  }
}
