/** Many questions at once: typed or pasted line by line, with what each becomes beside it. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn } from '#schemas/text.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { addQuestions } from '../../commands/add-questions.ts';
import { readLines, type LineQuestion } from '../../commands/shared/read-line.ts';
import { typeNames } from '../../commands/shared/type-names.ts';
import type { BuilderContext } from '../builder-context.ts';
import { placeAfterSelection } from '../palette/place-after-selection.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { words } from '../words.ts';

/**
 * @tag mydata-builder-quick
 * @summary One question in each line.
 * @fires mydata-part-added - The questions are on the form.
 */
export class BuilderQuick extends LitElement {
  static override styles = [
    dialogStyles,
    css`
      dialog {
        inline-size: min(46rem, 94vw);
      }
      .both {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 0.75rem;
        margin-block-start: 0.5rem;
      }
      textarea {
        min-block-size: 14rem;
        line-height: 1.75;
        resize: vertical;
      }
      ol {
        max-block-size: 22rem;
        margin: 0;
        padding: 0.4rem 0 0;
        overflow: auto;
        list-style: none;
        font-size: var(--_tiny);
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
        padding: 0.15rem 0.5rem;
        border-block-end: 1px solid var(--_hair);
      }
      b {
        flex: none;
        color: var(--_accent);
        font-weight: 600;
      }
      @media (width < 40rem) {
        .both {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];
  static override properties = { builder: { attribute: false }, text: { state: true } };

  declare builder: BuilderContext;
  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  /** Opens it; what was typed and not taken is still there. */
  async open(): Promise<void> {
    await this.updateComplete;
    this.#dialog.showModal();
    this.renderRoot.querySelector('textarea')?.focus();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  get #questions(): readonly LineQuestion[] {
    return readLines(this.text);
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { language } = this.builder;
    const questions = this.#questions;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${words(language, 'quick')}</h2>
      <p id="help">${words(language, 'quickHelp')}</p>
      <div class="both">
        <textarea
          aria-labelledby="title"
          aria-describedby="help"
          .value=${this.text}
          @input=${(event: InputEvent) => (this.text = (event.target as HTMLTextAreaElement).value)}
          @keydown=${this.#key}
        ></textarea>
        <ol aria-label=${words(language, 'quickRead')}>
          ${questions.map(
            ({ label, type, options, required }) =>
              html`<li>
                <span>${label}</span
                ><b
                  >${textIn(typeNames[type], language)}${options ? ` (${options.length})` : ''}${
                    required ? `・${words(language, 'mustAnswer')}` : ''
                  }</b
                >
              </li>`,
          )}
        </ol>
      </div>
      <div class="foot">
        <button type="button" @click=${() => this.#dialog.close()}>${words(language, 'cancel')}</button>
        <button type="button" class="main" ?disabled=${!questions.length} @click=${this.#add}>
          ${words(language, 'quickAdd', { n: questions.length })} <kbd>Ctrl+Enter</kbd>
        </button>
      </div>
    </dialog>`;
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || composing(event) || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#add();
  };

  readonly #add = (): void => {
    const { session } = this.builder;
    const questions = this.#questions;
    // A file can not lie in a group: then all go behind it, together.
    const type = questions.find((one) => one.type === 'file')?.type ?? 'text';
    const target = placeAfterSelection(session.document, session.selected, { what: 'type', type });
    if (target.at !== 'place' || target.parent === 'form') return;
    this.#dialog.close();
    const to = { parent: target.parent, index: target.index };
    if ('refused' in this.builder.run(addQuestions, { questions, to })) return;
    this.text = '';
    this.dispatchEvent(new CustomEvent('mydata-part-added', { bubbles: true, composed: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-quick': BuilderQuick;
  }
}
