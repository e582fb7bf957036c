/** A whole dataset on its way to the form: its fields are offered to tick before anything lands. */
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { textIn } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { addMapped } from '../../commands/add-mapped.ts';
import { rowBegins, statedIn } from '../../commands/shared/needed-fields.ts';
import type { Place } from '../../commands/shared/place.ts';
import type { BuilderContext } from '../builder-context.ts';
import { words } from '../words.ts';
import { chooseStyles } from './choose-styles.ts';
import { chooseWords as say } from './choose-words.ts';
import { offeredFields, type Offered } from './offered-fields.ts';

/**
 * @tag mydata-builder-choose-fields
 * @summary Fields of one dataset, to be ticked.
 * @fires mydata-part-added - The fields are on the form.
 */
export class BuilderChooseFields extends LitElement {
  static override styles = chooseStyles;
  static override properties = {
    builder: { attribute: false },
    offering: { state: true },
    ticked: { state: true },
    search: { state: true },
  };

  declare builder: BuilderContext;
  declare offering?: PaletteDataset;
  declare ticked: ReadonlySet<string>;
  declare search: string;
  #to?: Place;
  #offered: readonly Offered[] = [];

  constructor() {
    super();
    this.ticked = new Set();
    this.search = '';
  }

  /** Offers the fields of a dataset for a place of the form. */
  async open(dataset: PaletteDataset, to: Place): Promise<void> {
    this.#to = to;
    this.#offered = offeredFields(this.builder.session.document, dataset, to);
    this.ticked = new Set(this.#offered.filter(({ sensible }) => sensible).map(({ field }) => field.path));
    this.search = '';
    this.offering = dataset;
    await this.updateComplete;
    const dialog = this.#dialog;
    dialog.showModal();
    (dialog.querySelector<HTMLElement>('input:checked') ?? dialog.querySelector('input'))?.focus();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  protected override render(): unknown {
    const { builder, offering: dataset } = this;
    if (!builder || !dataset) return nothing;
    const { language } = builder;
    const wanted = this.search.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = this.#offered.filter(({ field: { label, path } }) =>
      wanted.every((word) => `${label['zh-Hant']} ${label.en ?? ''} ${path}`.toLowerCase().includes(word)),
    );
    const count = this.#questions();
    return html`<dialog aria-labelledby="title" @close=${() => (this.offering = undefined)}>
      <form method="dialog" @submit=${this.#submit}>
        <div>
          <h2 id="title">${say(language, 'title', { name: textIn(dataset.name, language) })}</h2>
          <p>${say(language, 'note')}</p>
          <div class="tools">
            <label
              ><span>${say(language, 'search')}</span
              ><input
                type="search"
                .value=${live(this.search)}
                @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
            /></label>
            <button type="button" @click=${() => this.#all(shown, true)}>${say(language, 'all')}</button>
            <button type="button" @click=${() => this.#all(shown, false)}>${say(language, 'none')}</button>
          </div>
        </div>
        <ul @keydown=${this.#key}>
          ${shown.map((one) => this.#row(one))}
          ${shown.length ? nothing : html`<li class="nothing">${say(language, 'nothing', { text: this.search })}</li>`}
        </ul>
        <div class="foot">
          <p class="count" role="status">${say(language, 'counted', { n: this.ticked.size })}</p>
          <button type="button" class="quiet" @click=${this.#evidence}>${say(language, 'evidence')}</button>
          <button type="button" @click=${() => this.#dialog.close()}>${say(language, 'cancel')}</button>
          <button type="submit" class="main" ?disabled=${!count}>${say(language, 'add', { n: count })}</button>
        </div>
      </form>
    </dialog>`;
  }

  #row({ field, list, isRows, isPart, refused, asked, need, delicate }: Offered): unknown {
    const { language } = this.builder;
    const { path } = field;
    const depth = list !== undefined || isPart ? 'deep' : '';
    return html`<li class="${depth} ${isRows ? 'rows' : ''} ${field.sensitivity}">
      <label class=${refused ? 'off' : ''}>
        <input
          type="checkbox"
          value=${path}
          ?disabled=${refused !== undefined}
          .checked=${live(this.ticked.has(path))}
          @change=${(event: Event) => this.#tick(path, (event.target as HTMLInputElement).checked)}
        />
        <span class="name">${textIn(field.label, language)}</span>
        ${isRows ? html`<span class="tag">${say(language, 'group')}</span>` : nothing}
        ${asked ? html`<span class="tag">${say(language, 'asked')}</span>` : nothing}
        ${need ? html`<span class="tag">${say(language, need)}</span>` : nothing}
        ${delicate && !refused ? html`<span class="tag">${say(language, 'delicate')}</span>` : nothing}
        <span class="sample"
          >${
            refused ? textIn(refused, language) : field.sample ? words(language, 'sample', { text: field.sample }) : ''
          }</span
        >
      </label>
    </li>`;
  }

  /** A list is one question, with its fields inside. */
  #questions(): number {
    const taken = this.#offered.filter(({ field }) => this.ticked.has(field.path));
    return taken.filter(({ list }) => list === undefined || !this.ticked.has(list)).length;
  }

  #tick(path: string, on: boolean): void {
    const now = new Set(this.ticked);
    const inner = this.#offered.filter(({ list, refused }) => list === path && !refused);
    if (on) {
      now.add(path);
      // Of a list, what it would begin with.
      if (inner.length && !inner.some(({ field }) => now.has(field.path)))
        for (const { path: begin } of rowBegins(
          inner.filter(({ isPart }) => !isPart).map(({ field }) => field),
          statedIn(this.builder.session.document),
        ))
          now.add(begin);
      const list = this.#offered.find(({ field }) => field.path === path)?.list;
      if (list !== undefined) now.add(list);
    } else {
      now.delete(path);
      for (const { field } of inner) now.delete(field.path);
    }
    this.ticked = now;
  }

  #all(shown: readonly Offered[], on: boolean): void {
    const now = new Set(this.ticked);
    for (const { field, refused, isPart } of shown) {
      if (!on) now.delete(field.path);
      else if (!refused && !isPart) now.add(field.path);
    }
    this.ticked = now;
  }

  /** Arrow keys lead from box to box; Enter takes what is ticked, as in any form. */
  readonly #key = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || composing(event)) return;
    event.preventDefault();
    const boxes = [...this.#dialog.querySelectorAll<HTMLInputElement>('input[type=checkbox]:not(:disabled)')];
    const at = boxes.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLInputElement);
    boxes[Math.max(0, Math.min(at + by, boxes.length - 1))]?.focus();
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { offering: dataset } = this;
    const paths = this.#offered.map(({ field }) => field.path).filter((path) => this.ticked.has(path));
    if (dataset && paths.length) this.#land(dataset, paths);
  };

  readonly #evidence = (): void => {
    if (this.offering) this.#land(this.offering, []);
  };

  #land(dataset: PaletteDataset, paths: readonly string[]): void {
    const to = this.#to;
    this.#dialog.close();
    if (!to || 'refused' in this.builder.run(addMapped, { dataset, paths, to })) return;
    this.dispatchEvent(new CustomEvent('mydata-part-added', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-choose-fields': BuilderChooseFields;
  }
}
