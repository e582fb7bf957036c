/** Asks before something old takes the place of the draft: what would change, and that it can be taken back. */
import { LitElement, css, html, nothing } from 'lit';
import { compareDocuments } from '#schemas/publish/compare.ts';
import { textIn, type Text } from '#schemas/text.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { BuilderContext } from '../builder-context.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { keptWords as say } from './kept-words.ts';

interface Asked {
  readonly document: FormDocument;
  /** What it is, e.g. 王怡君 10:05 的內容. */
  readonly name: Text;
  readonly answer: (yes: boolean) => void;
}

/**
 * @tag mydata-builder-restore
 * @summary Asks whether something old is to take the place of the draft.
 */
export class BuilderRestore extends LitElement {
  static override styles = [
    dialogStyles,
    css`
      p {
        margin-block-start: 0.5rem;
        color: var(--_text);
        font-size: var(--_size);
      }
      ul {
        max-block-size: 14rem;
        margin: 0.5rem 0 0;
        padding-inline-start: 1.25rem;
        overflow: auto;
        font-size: var(--_small);
      }
      h2:focus {
        outline: none;
      }
    `,
  ];
  static override properties = { builder: { attribute: false }, asked: { state: true } };

  declare builder: BuilderContext;
  declare asked?: Asked;

  /** @returns whether it is to be done */
  async ask(document: FormDocument, name: Text): Promise<boolean> {
    return new Promise((resolve) => {
      this.asked = { document, name, answer: resolve };
    });
  }

  #answer(yes: boolean): void {
    const { asked } = this;
    this.asked = undefined;
    asked?.answer(yes);
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || dialog.open === Boolean(this.asked)) return;
    if (this.asked) {
      dialog.showModal();
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    } else dialog.close();
  }

  protected override render(): unknown {
    const { language, session } = this.builder ?? {};
    const { asked } = this;
    if (!language || !session || !asked) return html`<dialog></dialog>`;
    const differences = compareDocuments(session.document, asked.document);
    return html`<dialog
      aria-labelledby="title"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.#answer(false);
      }}
    >
      <h2 id="title" tabindex="-1">${say(language, 'askTitle', { name: textIn(asked.name, language) })}</h2>
      <p>${differences.length ? say(language, 'askText', { n: differences.length }) : say(language, 'same')}</p>
      ${
        differences.length
          ? html`<ul tabindex="0">
              ${differences.map(({ words }) => html`<li>${textIn(words, language)}</li>`)}
            </ul>`
          : nothing
      }
      <p>${say(language, 'askSafe')}</p>
      <div class="foot">
        <button type="button" @click=${() => this.#answer(false)}>${say(language, 'cancel')}</button>
        <button type="button" class="main" ?disabled=${!differences.length} @click=${() => this.#answer(true)}>
          ${say(language, 'restore')}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-restore': BuilderRestore;
  }
}
