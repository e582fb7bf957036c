/** The command palette: everything that can be done, every part to go to, every dataset to take from, found by typing. */
import { LitElement, css, html, nothing } from 'lit';
import { composing } from '#schemas/keyboard/composing.ts';
import type { BuilderContext } from '../builder-context.ts';
import { say as propertyWord } from '../properties/property-words.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { words } from '../words.ts';
import type { Choice } from './choice.ts';
import type { Finding } from './finding.ts';
import { choicesFor } from './choices.ts';

const most = 12;

/**
 * @tag mydata-builder-commands
 * @summary Find and do anything from the keyboard.
 * @fires mydata-choice-made - `detail: { choice }`
 */
export class BuilderCommands extends LitElement {
  static override styles = [
    dialogStyles,
    css`
      dialog {
        padding: 0.75rem;
      }
      input {
        min-block-size: 3rem;
      }
      ul {
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
      }
      li button {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        inline-size: 100%;
        border: 0;
        background: none;
        text-align: start;
      }
      .name {
        flex: 1;
      }
      [aria-selected='true'] {
        background: var(--_chosen);
        box-shadow: inset 3px 0 0 var(--_accent);
      }
      kbd,
      .note,
      .none {
        color: var(--_muted);
        font: inherit;
        font-size: var(--_tiny);
      }
      @media (forced-colors: active) {
        [aria-selected='true'] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];
  static override properties = {
    builder: { attribute: false },
    finding: { state: true },
    text: { state: true },
    at: { state: true },
  };

  declare builder: BuilderContext;
  declare finding: Finding;
  declare text: string;
  declare at: number;

  constructor() {
    super();
    this.finding = 'commands';
    this.text = '';
    this.at = 0;
  }

  async open(finding: Finding = 'commands'): Promise<void> {
    this.finding = finding;
    this.text = '';
    this.at = 0;
    // What is selected may be another.
    this.requestUpdate();
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  #choices(): readonly Choice[] {
    if (!this.renderRoot?.querySelector('dialog')) return [];
    const found: Choice[] = [];
    for (const choice of choicesFor(this.finding, this.builder, this.text)) {
      found.push(choice);
      if (found.length === most) break;
    }
    return found;
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { language } = this.builder;
    const choices = this.#choices();
    const at = Math.min(this.at, choices.length - 1);
    const title = words(
      language,
      this.finding === 'commands' ? 'commands' : this.finding === 'move' ? 'moveTo' : 'askWhen',
    );
    return html`<dialog aria-label=${title}>
      <label for="find">${title}</label>
      <input
        id="find"
        role="combobox"
        aria-label=${title}
        aria-expanded="true"
        aria-controls="list"
        aria-activedescendant=${choices.length ? `choice-${at}` : nothing}
        autocomplete="off"
        .value=${this.text}
        @input=${this.#type}
        @keydown=${(event: KeyboardEvent) => this.#key(event, choices, at)}
      />
      <ul id="list" role="listbox" aria-label=${title}>
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
                <span class="name">${choice.name}</span>
                ${choice.note ? html`<span class="note">${choice.note}</span>` : nothing}
                ${choice.keys ? html`<kbd>${choice.keys}</kbd>` : nothing}
              </button>
            </li>`,
        )}
      </ul>
      ${choices.length ? nothing : html`<p class="none" role="status">${this.text || this.finding !== 'show' ? words(language, 'nothingFound', { text: this.text }) : propertyWord(language, 'noneBefore')}</p>`}
    </dialog>`;
  }

  readonly #type = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.at = 0;
  };

  #key(event: KeyboardEvent, choices: readonly Choice[], at: number): void {
    if (composing(event)) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && choices.length) {
      event.preventDefault();
      this.at = (at + by + choices.length) % choices.length;
    } else if (event.key === 'Enter' && choices[at]) {
      event.preventDefault();
      this.#choose(choices[at]);
    }
  }

  #choose(choice: Choice): void {
    this.#dialog.close();
    this.dispatchEvent(new CustomEvent('mydata-choice-made', { detail: { choice }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-commands': BuilderCommands;
  }
}
