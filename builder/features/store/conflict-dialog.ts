/**
 * Two designers, one form: what comes together by itself, in words; what both have changed, side by side to choose. Nothing
 * is lost whatever is chosen, and nothing is sent while it is open.
 */
import { LitElement, html, nothing } from 'lit';
import { textIn, type Text } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import type { Choice, Choices, Conflict, Merge } from '../../model/merge.ts';
import { otherOf, type OpenConflict } from './conflict.ts';
import { conflictItem } from './conflict-item.ts';
import { conflictStyles } from './conflict-styles.ts';
import { FormsProblem } from './forms-api.ts';
import type { FormStore } from './form-store.ts';
import { wordsOfOther } from './news.ts';
import { storeWords as say } from './store-words.ts';
import { timeIn } from './time.ts';

/**
 * @tag mydata-builder-conflict
 * @summary Brings two designers' work on one form together.
 */
export class BuilderConflict extends LitElement {
  static override styles = conflictStyles;
  static override properties = {
    builder: { attribute: false },
    choices: { state: true },
    error: { state: true },
    busy: { state: true },
    away: { state: true },
    pressed: { state: true },
  };

  declare builder: BuilderContext;
  declare choices: Choices;
  declare error?: string;
  declare busy: boolean;
  /** The designer looks at the form first. */
  declare away: boolean;
  /** It was pressed with something left to choose. */
  declare pressed: boolean;
  #store?: FormStore;
  #asked?: OpenConflict;
  #stop?: () => void;

  constructor() {
    super();
    this.#begin();
    this.busy = false;
  }

  /** Again, after a look at the form. */
  open(): void {
    this.away = false;
  }

  #begin(): void {
    this.choices = {};
    this.away = false;
    this.pressed = false;
    this.error = undefined;
  }

  protected override willUpdate(): void {
    const store = this.builder?.store;
    if (store !== this.#store) {
      this.#stop?.();
      this.#store = store;
      this.#stop = store?.listen(() => this.requestUpdate());
    }
    const { state } = store ?? {};
    const conflict = state?.what === 'conflict' ? state.conflict : undefined;
    if (conflict === this.#asked) return;
    this.#asked = conflict;
    if (conflict) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#store = undefined;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const wanted = this.#asked !== undefined && !this.away;
    if (!dialog || dialog.open === wanted) return;
    if (wanted) {
      dialog.showModal();
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    } else dialog.close();
  }

  protected override render(): unknown {
    const { store, language, session } = this.builder ?? {};
    const conflict = this.#asked;
    const merge = conflict && !this.away ? store?.merge(this.choices) : undefined;
    if (!store || !language || !session || !conflict || !merge) return html`<dialog></dialog>`;
    const left = this.#left(merge);
    return html`<dialog
      aria-labelledby="title"
      aria-describedby="who"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.away = true;
      }}
    >
      <div class="body" tabindex="0" role="group" aria-labelledby="title">
        <h2 id="title" tabindex="-1">${say(language, 'conflictTitle')}</h2>
        <p id="who">
          ${say(language, 'conflictText', {
            who: textIn(wordsOfOther(conflict, store.staff.name), language),
            time: timeIn(conflict.at, language),
          })}
        </p>
        ${this.#alone(merge, conflict)} ${this.#twice(merge, conflict)}
        ${
          merge.dropped.length
            ? html`<h3>${say(language, 'dropped')}</h3>
                ${this.#list(merge.dropped)}`
            : nothing
        }
        ${this.#otherWays(store, conflict)}
      </div>
      <div class="foot">
        <p role="alert" class="error">
          ${this.error ?? (this.pressed && left.length ? say(language, 'leftToChoose', { n: left.length }) : nothing)}
        </p>
        <button type="button" class="quiet" @click=${() => (this.away = true)}>${say(language, 'look')}</button>
        <button type="button" class="main" ?disabled=${this.busy} @click=${() => this.#merge(store, left)}>
          ${say(language, 'merge')}
        </button>
      </div>
    </dialog>`;
  }

  #other(conflict: OpenConflict): string {
    const { language, store } = this.builder;
    return textIn(otherOf(conflict, store?.staff.name ?? ''), language);
  }

  #left({ conflicts }: Merge): readonly Conflict[] {
    return conflicts.filter(({ id, choices }) => choices.length > 1 && this.choices[id] === undefined);
  }

  #list(texts: readonly Text[]): unknown {
    const { language } = this.builder;
    return html`<ul tabindex="0">
      ${texts.map((text) => html`<li>${textIn(text, language)}</li>`)}
    </ul>`;
  }

  #alone({ applied }: Merge, conflict: OpenConflict): unknown {
    const { language } = this.builder;
    const side = (title: string, texts: readonly Text[]): unknown =>
      texts.length
        ? html`<div>
            <h4>${title}（${texts.length}）</h4>
            ${this.#list(texts)}
          </div>`
        : nothing;
    return html`<h3>${say(language, 'alone')}</h3>
      ${
        applied.mine.length || applied.theirs.length
          ? html`<div class="alone">
              ${side(say(language, 'mineTitle'), applied.mine)}
              ${side(say(language, 'fromTheirs', { name: this.#other(conflict) }), applied.theirs)}
            </div>`
          : html`<p>${say(language, 'nothingAlone')}</p>`
      }`;
  }

  #twice({ conflicts }: Merge, conflict: OpenConflict): unknown {
    const { language, catalogue, session } = this.builder;
    if (!conflicts.length) return html`<p>${say(language, 'notTwice')}</p>`;
    const other = this.#other(conflict);
    const documents = { base: conflict.base, mine: session.document, theirs: conflict.theirs.document };
    return html`<h3>${say(language, 'twice', { n: conflicts.length })}</h3>
      ${
        conflicts.length > 1
          ? html`<div class="all">
              <button type="button" @click=${() => this.#chooseAll(conflicts, 'mine')}>
                ${say(language, 'allMine')}</button
              ><button type="button" @click=${() => this.#chooseAll(conflicts, 'theirs')}>
                ${say(language, 'allTheirs', { name: other })}
              </button>
            </div>`
          : nothing
      }
      ${conflicts.map((one, index) =>
        conflictItem(one, {
          ...{ language, catalogue, index, other, documents },
          chosen: this.choices[one.id] ?? (one.choices.length === 1 ? one.chosen : undefined),
          choose: (choice) => (this.choices = { ...this.choices, [one.id]: choice }),
        }),
      )}
      <p><small>${say(language, 'keptAnyway')}</small></p>`;
  }

  #chooseAll(conflicts: readonly Conflict[], choice: Choice): void {
    const all = conflicts.filter(({ choices }) => choices.includes(choice)).map(({ id }) => [id, choice] as const);
    this.choices = { ...this.choices, ...Object.fromEntries(all) };
  }

  #otherWays(store: FormStore, conflict: OpenConflict): unknown {
    const { language } = this.builder;
    return html`<details>
      <summary>${say(language, 'otherWays')}</summary>
      <div class="ways">
        <button type="button" ?disabled=${this.busy} @click=${() => void this.#do(() => store.takeTheirs())}>
          ${say(language, 'theirs', { name: this.#other(conflict) })}<small>${say(language, 'theirsMore')}</small>
        </button>
        <form
          class="copy"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const { value } = (event.target as HTMLFormElement).elements.namedItem('id') as HTMLInputElement;
            void this.#do(async () => {
              const id = await store.keepAsCopy(value.trim());
              const text = say(language, 'copied', { id });
              this.builder.announce({ 'zh-Hant': text, en: text });
            });
          }}
        >
          <label>${say(language, 'copyId')}<input name="id" required .value=${`${store.form}-copy`} /></label>
          <button ?disabled=${this.busy}>${say(language, 'copy')}</button>
        </form>
      </div>
    </details>`;
  }

  #merge(store: FormStore, left: readonly Conflict[]): void {
    this.pressed = true;
    const [first] = left;
    if (!first) {
      void this.#do(() => store.settle(this.choices));
      return;
    }
    const fields = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-conflict]')];
    fields
      .find(({ dataset }) => dataset['conflict'] === first.id)
      ?.querySelector('input')
      ?.focus();
  }

  async #do(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await work();
      this.dispatchEvent(new CustomEvent('mydata-conflict-settled', { bubbles: true, composed: true }));
    } catch (problem) {
      if (!(problem instanceof FormsProblem)) throw problem;
      const { language } = this.builder;
      this.error = problem.text ? textIn(problem.text, language) : say(language, 'offline');
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-conflict': BuilderConflict;
  }
}
