/** Everything that was done, in plain words; a press leads back to any point, and forward again. */
import { LitElement, css, html, nothing } from 'lit';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import { say as text } from '../../model/command.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import { words } from '../words.ts';

const opened: Text = text('開啟表單', 'The form was opened');
const here: Text = text('目前', 'Now');
const none: Text = text('還沒有任何修改。', 'Nothing was changed yet.');
const later: Text = text('已復原，可以重做', 'Undone; can be done again');
const jumped = (entry: Text): Text => text(`回到：${entry['zh-Hant']}`, `Back to: ${entry.en}`);

/** Like 14:05:09, in Taiwan. */
const timeOf = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-TW', {
    timeZone: 'Asia/Taipei',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(new Date(iso));

/**
 * @tag mydata-builder-history
 * @summary What was done to the form, in order; leads to any point of it.
 */
export class BuilderHistory extends LitElement {
  static override styles = [
    builderTokens,
    css`
      :host {
        display: block;
        padding: 1.5rem 1rem;
        color: var(--_text);
        font: var(--_small) / 1.5 var(--_font);
      }
      .sheet {
        max-inline-size: 48rem;
        margin-inline: auto;
        padding: 1rem 1.25rem;
        border-radius: var(--_radius);
        background: var(--_surface);
        box-shadow: var(--_shadow);
      }
      h2 {
        margin: 0 0 0.75rem;
        font-size: 1.125rem;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        border-block-start: 1px solid var(--_hair);
        content-visibility: auto;
        contain-intrinsic-block-size: auto 3rem;
      }
      button {
        display: grid;
        grid-template-columns: 9.5rem minmax(0, 1fr) auto;
        gap: 0 1rem;
        align-items: baseline;
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding: 0.5rem 0.75rem;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        background: var(--_tint);
      }
      [aria-current] {
        background: var(--_chosen);
        font-weight: 600;
      }
      time,
      .later {
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
      }
      .undone .what {
        color: var(--_muted);
        text-decoration: line-through;
      }
      .mark {
        color: var(--_accent);
      }
      p {
        margin: 0 0 1rem;
        color: var(--_muted);
      }
      :focus-visible {
        outline: 3px solid var(--_focus);
        outline-offset: -3px;
      }
      @media (width < 40rem) {
        button {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        time {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;

  constructor() {
    super();
    new SessionController(this, ({ what }) => what !== 'selected');
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { session, language } = this.builder;
    const { done, undone } = session.history;
    const entries = [...done, ...[...undone].reverse()];
    const point = (index: number, what: Text, at?: string): unknown =>
      html`<li class=${index > done.length ? 'undone' : ''}>
        <button
          type="button"
          aria-current=${index === done.length ? 'step' : nothing}
          @click=${() => this.#jump(index, what)}
        >
          <time datetime=${at ?? nothing}>${at ? timeOf(at, language) : ''}</time>
          <span class="what">${textIn(what, language)}</span>
          ${
            index === done.length
              ? html`<span class="mark">● ${textIn(here, language)}</span>`
              : index > done.length
                ? html`<span class="later">${textIn(later, language)}</span>`
                : nothing
          }
        </button>
      </li>`;
    return html`<div class="sheet">
      <h2>${words(language, 'history')}</h2>
      ${entries.length ? nothing : html`<p>${textIn(none, language)}</p>`}
      <ol reversed>
        ${entries.map((entry, index) => point(index + 1, entry.words, entry.at)).reverse()} ${point(0, opened)}
      </ol>
    </div>`;
  }

  /** So many entries are done afterwards. */
  #jump(index: number, what: Text): void {
    const { session } = this.builder;
    for (let n = session.history.done.length; n > index; n -= 1) session.undo();
    for (let n = session.history.done.length; n < index; n += 1) session.redo();
    this.builder.announce(jumped(what));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-history': BuilderHistory;
  }
}
