/** Which key does what. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn, type Text } from '../../../schemas/text.ts';
import { say } from '../../model/command.ts';
import type { BuilderContext } from '../builder-context.ts';
import { dialogStyles } from '../shell/dialog-styles.ts';
import { words } from '../words.ts';

const groups: readonly { readonly title: Text; readonly keys: readonly (readonly [keys: string, does: Text])[] }[] = [
  {
    title: say('到處都能用', 'Everywhere'),
    keys: [
      ['Ctrl+K', say('指令：找功能、題目、資料集', 'Commands: find functions, questions, datasets')],
      ['Ctrl+Z / Ctrl+Y', say('復原／重做', 'Undo / redo')],
      ['Alt+L', say('一次新增多題', 'Add several questions at once')],
      ['Alt+P', say('新增步驟（下一頁）', 'Add a step (a page)')],
      ['F6 / Shift+F6', say('到下一個／上一個窗格', 'To the next / previous panel')],
      ['?', say('這份說明', 'This help')],
    ],
  },
  {
    title: say('在表單上', 'On the form'),
    keys: [
      ['↑ ↓ Home End', say('移到其他題目', 'Go to other questions')],
      ['Enter', say('修改文字；按 Tab 再改說明和選項', 'Edit the text; Tab leads on to hint and options')],
      ['Alt+↑ / Alt+↓', say('往上／往下移', 'Move up / down')],
      ['Alt+M', say('移到…', 'Move to…')],
      ['Alt+I', say('什麼時候才問', 'When it is asked')],
      ['Shift+↑ ↓', say('連續選取', 'Select a range')],
      ['Space', say('加選或取消', 'Add to or take from the selection')],
      ['Ctrl+A', say('選取全部題目', 'Select all questions')],
      ['Ctrl+C X V D', say('複製、剪下、貼上、複製一份', 'Copy, cut, paste, duplicate')],
      ['Delete', say('刪除', 'Delete')],
      ['Shift+F10', say('操作選單', 'Menu')],
      ['/', say('搜尋資料集或欄位', 'Search datasets and fields')],
    ],
  },
  {
    title: say('在資料與題型', 'In data and questions'),
    keys: [
      ['↑ ↓', say('上一項、下一項', 'Previous, next')],
      ['→ ←', say('打開、收起', 'Open, close')],
      ['Enter', say('加到選取的題目後面', 'Add behind the selected question')],
      ['Shift+Enter', say('帶入選取的題目', 'Fill the selected question')],
      ['Space', say('勾選欄位', 'Tick a field')],
    ],
  },
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
