/** Which key does what. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn, type Text } from '#schemas/text.ts';
import { say } from '../../model/command.ts';
import type { BuilderContext } from '../builder-context.ts';
import { canvasMoves } from '../canvas/canvas-keys.ts';
import { treeMoves } from '../palette/tree-keys.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { words } from '../words.ts';
import { actions } from './all-actions.ts';

type Line = readonly [keys: string, does: Text];

const lines = (everywhere: boolean): readonly Line[] =>
  actions.flatMap((action): readonly Line[] =>
    action.keys !== undefined && (action.everywhere ?? false) === everywhere ? [[action.keys, action.name]] : [],
  );

const groups: readonly { readonly title: Text; readonly keys: readonly Line[] }[] = [
  { title: say('到處都能用', 'Everywhere'), keys: lines(true) },
  { title: say('在表單上', 'On the form'), keys: [...canvasMoves, ...lines(false)] },
  { title: say('在資料集', 'In the datasets'), keys: treeMoves },
];

/**
 * @tag mydata-builder-keys
 * @summary The keys of the builder.
 */
export class BuilderKeys extends LitElement {
  static override styles = [
    dialogStyles,
    css`
      dialog {
        inline-size: min(60rem, 94vw);
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr));
        gap: 1rem 2rem;
      }
      h3 {
        margin: 0.75rem 0 0.25rem;
        color: var(--_accent);
        font-size: var(--_small);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.35rem 0.75rem;
        margin: 0;
        font-size: var(--_tiny);
      }
      dd {
        margin: 0;
      }
      kbd {
        padding: 0.05rem 0.4rem;
        border: 1px solid var(--_hair);
        border-radius: 0.3rem;
        background: var(--_tint);
        font: inherit;
        white-space: nowrap;
      }
    `,
  ];
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;

  open(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { language } = this.builder;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${words(language, 'keys')}</h2>
      <div class="groups">
        ${groups.map(
          ({ title, keys }) =>
            html`<section>
              <h3>${textIn(title, language)}</h3>
              <dl>
                ${keys.map(
                  ([key, does]) =>
                    html`<dt><kbd>${key}</kbd></dt>
                      <dd>${textIn(does, language)}</dd>`,
                )}
              </dl>
            </section>`,
        )}
      </div>
      <div class="foot">
        <button
          type="button"
          class="main"
          @click=${(event: Event) => (event.target as Element).closest('dialog')?.close()}
        >
          ${words(language, 'close')}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-keys': BuilderKeys;
  }
}
