/**
 * The palette: the catalogue as a searchable tree, and the types of questions. Everything in it can be dragged to the canvas
 * or, by button, put behind what is selected.
 */
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { categories } from '../../../schemas/datasets/categories.ts';
import type { DatasetField } from '../../../schemas/datasets/types.ts';
import type { FieldType } from '../../../schemas/form/definition.ts';
import { textIn, type Text } from '../../../schemas/text.ts';
import type { PaletteDataset } from '../../../schemas/wire/palette.ts';
import { typeNames } from '../../commands/shared/type-names.ts';
import { findField } from '../../model/locate.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import type { Dragged } from '../drag/dragged.ts';
import { proposalFor } from '../drag/dragged.ts';
import { words } from '../words.ts';
import { findDatasets, type FoundCategory, type FoundDataset } from './find-datasets.ts';
import { paletteStyles } from './palette-styles.ts';
import { placeAfterSelection } from './place-after-selection.ts';

const types = Object.keys(typeNames).filter((type) => type !== 'evidence') as FieldType[];

/**
 * @tag mydata-builder-palette
 * @summary Datasets with their fields, and types of questions, to be put on the form.
 * @fires mydata-part-added - Something was put on the form by button or key; the canvas may show it.
 */
export class BuilderPalette extends LitElement {
  static override styles = paletteStyles;
  static override properties = {
    builder: { attribute: false },
    tab: { state: true },
    search: { state: true },
    open: { state: true },
    ticked: { state: true },
  };

  declare builder: BuilderContext;
  declare tab: 'datasets' | 'types';
  declare search: string;
  declare open: ReadonlySet<string>;
  declare ticked: ReadonlyMap<string, ReadonlySet<string>>;
  #found?: {
    readonly search: string;
    readonly catalogue: BuilderContext['catalogue'];
    readonly datasets: readonly FoundCategory[];
  };

  constructor() {
    super();
    this.tab = 'datasets';
    this.search = '';
    this.open = new Set();
    this.ticked = new Map();
    new SessionController(this, ({ what }) => what !== 'selected' || this.tab === 'datasets');
  }

  /** Puts the focus into the search. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=search]')?.focus();
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { language } = this.builder;
    const tab = (id: 'datasets' | 'types') =>
      html`<button
        type="button"
        role="tab"
        id="tab-${id}"
        aria-selected=${this.tab === id ? 'true' : 'false'}
        aria-controls="panel"
        tabindex=${this.tab === id ? 0 : -1}
        @click=${() => (this.tab = id)}
        @keydown=${this.#tabKey}
      >
        ${words(language, id)}
      </button>`;
    return html`
      <div role="tablist" aria-label=${words(language, 'palette')}>${tab('datasets')}${tab('types')}</div>
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.tab === 'types' ? this.#types() : this.#datasets()}
      </div>
    `;
  }

  #types(): unknown {
    const { language } = this.builder;
    return html`<ul class="types">
      ${types.map(
        (type) =>
          html`<li>
            <button
              type="button"
              class="item"
              @pointerdown=${(event: PointerEvent) =>
                this.#press(event, typeNames[type], () => ({ what: 'type', type }))}
              @click=${() => this.#add({ what: 'type', type })}
            >
              ${textIn(typeNames[type], language)}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #datasets(): unknown {
    const { language, catalogue } = this.builder;
    // An edit of the form changes nothing of what is found.
    if (this.#found?.search !== this.search || this.#found.catalogue !== catalogue)
      this.#found = { search: this.search, catalogue, datasets: findDatasets(catalogue.values(), this.search) };
    const found = this.#found.datasets;
    return html`
      <label class="search"
        ><span>${words(language, 'search')}</span>
        <input
          type="search"
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </label>
      ${
        found.length
          ? found.map(
              ({ category, datasets }) =>
                html`<section>
                  <h2>${textIn(categories[category], language)}</h2>
                  <ul>
                    ${repeat(
                      datasets,
                      ({ dataset }) => dataset.id,
                      (one) => html`<li>${this.#dataset(one)}</li>`,
                    )}
                  </ul>
                </section>`,
            )
          : html`<p class="nothing" role="status">${words(language, 'nothingFound', { text: this.search })}</p>`
      }
    `;
  }

  #dataset({ dataset, fields }: FoundDataset): unknown {
    const { language } = this.builder;
    const narrowed = this.search.trim() !== '' && fields.length < dataset.fields.length;
    const isOpen = this.open.has(dataset.id) || narrowed;
    const used = this.builder.session.document.service.datasets.some((asked) =>
      typeof asked === 'string' ? asked === dataset.id : asked.anyOf.includes(dataset.id),
    );
    return html`<details
      ?open=${isOpen}
      @toggle=${(event: Event) => this.#toggle(dataset.id, (event.target as HTMLDetailsElement).open)}
    >
      <summary
        class=${used ? 'used' : ''}
        @pointerdown=${(event: PointerEvent) =>
          this.#press(event, dataset.name, () => ({ what: 'fields', dataset, paths: this.#wholeOf(dataset) }))}
      >
        <span class="name">${textIn(dataset.name, language)}</span>
        <span class="agency">${textIn(dataset.agency, language)}</span>
        <span class="tags">${this.#tags(dataset)}</span>
      </summary>
      ${isOpen ? this.#inside(dataset, fields) : nothing}
    </details>`;
  }

  #tags(dataset: PaletteDataset): unknown {
    const { language } = this.builder;
    const { status, offers, fieldsAre, specialCategory, minutes } = dataset;
    return [
      status === 'planned' ? words(language, 'planned') : undefined,
      offers === 'evidence-only' ? words(language, 'evidenceOnly') : undefined,
      fieldsAre ? words(language, fieldsAre) : undefined,
      specialCategory ? words(language, 'special') : undefined,
      minutes ? words(language, 'minutes', { n: minutes }) : undefined,
    ].map((tag) => (tag ? html`<span class="tag">${tag}</span>` : nothing));
  }

  #inside(dataset: PaletteDataset, fields: readonly DatasetField[]): unknown {
    const { language } = this.builder;
    if (dataset.status === 'planned') return nothing;
    const ticked = this.ticked.get(dataset.id) ?? new Set();
    return html`
      <ul class="fields">
        ${fields.map((field) => this.#field(dataset, field, ticked.has(field.path)))}
      </ul>
      <p class="acts">
        ${
          dataset.fields.length
            ? html`<button
                  type="button"
                  ?disabled=${!ticked.size}
                  @click=${() => this.#add({ what: 'fields', dataset, paths: this.#inOrder(dataset, ticked) })}
                >
                  ${words(language, 'addTicked', { n: ticked.size })}
                </button>
                <button
                  type="button"
                  @click=${() =>
                    this.#tick(
                      dataset,
                      fields.map(({ path }) => path),
                      !ticked.size,
                    )}
                >
                  ${words(language, 'tickAll')}
                </button>`
            : nothing
        }
        <button type="button" @click=${() => this.#add({ what: 'fields', dataset, paths: [] })}>
          ${words(language, 'evidence')}
        </button>
      </p>
    `;
  }

  #field(dataset: PaletteDataset, field: DatasetField, ticked: boolean): unknown {
    const { language } = this.builder;
    const label = textIn(field.label, language);
    const depth = field.path.split(/\.|\[\*\]/).length > 3 ? 'deep' : '';
    return html`<li
      class="field ${depth} ${field.sensitivity}"
      title=${field.about ? textIn(field.about, language) : nothing}
      @pointerdown=${(event: PointerEvent) =>
        this.#press(event, field.label, () => ({ what: 'fields', dataset, paths: this.#taken(dataset, field) }))}
    >
      <label
        ><input
          type="checkbox"
          .checked=${ticked}
          @change=${(event: Event) => this.#tick(dataset, [field.path], (event.target as HTMLInputElement).checked)}
        /><span class="name">${label}</span></label
      >
      <span class="sample">${field.sample ? words(language, 'sample', { text: field.sample }) : ''}</span>
      <button
        type="button"
        class="add"
        aria-label="${words(language, 'addToForm')}：${label}"
        @click=${() => this.#add({ what: 'fields', dataset, paths: [field.path] })}
      >
        ＋
      </button>
      ${this.#mapButton(dataset, field)}
    </li>`;
  }

  /** Fills the selected question, when it is one that can be filled. */
  #mapButton(dataset: PaletteDataset, field: DatasetField): unknown {
    const { session, language } = this.builder;
    const [ref] = session.selected;
    const question = ref && findField(session.document, ref)?.part;
    if (!ref || !question || session.selected.length !== 1) return nothing;
    const name = textIn(question.label, language);
    return html`<button
      type="button"
      class="add"
      title=${words(language, 'mapTo', { name })}
      aria-label="${textIn(field.label, language)}：${words(language, 'mapTo', { name })}"
      @click=${() => this.#drop({ what: 'fields', dataset, paths: [field.path] }, { at: 'question', ref })}
    >
      ⇥
    </button>`;
  }

  #press(event: PointerEvent, name: Text, dragged: () => Dragged): void {
    if ((event.target as Element).closest('input, .add')) return;
    event.stopPropagation();
    this.builder.drag.press(event, textIn(name, this.builder.language), dragged);
  }

  #add(dragged: Dragged): void {
    const { session } = this.builder;
    this.#drop(dragged, placeAfterSelection(session.document, session.selected, dragged));
  }

  #drop(dragged: Dragged, target: Parameters<typeof proposalFor>[1]): void {
    const proposal = proposalFor(dragged, target);
    if (!proposal) return;
    const outcome = this.builder.run({ id: proposal.id, run: (document) => proposal.run(document) }, undefined);
    if ('refused' in outcome) return;
    this.ticked = new Map();
    this.dispatchEvent(new CustomEvent('mydata-part-added', { bubbles: true, composed: true }));
  }

  /** The ticked fields when this is one of them, else this alone. */
  #taken(dataset: PaletteDataset, field: DatasetField): readonly string[] {
    const ticked = this.ticked.get(dataset.id);
    return ticked?.has(field.path) && ticked.size > 1 ? this.#inOrder(dataset, ticked) : [field.path];
  }

  #wholeOf(dataset: PaletteDataset): readonly string[] {
    const ticked = this.ticked.get(dataset.id);
    if (ticked?.size) return this.#inOrder(dataset, ticked);
    const addresses = dataset.fields.filter(({ type }) => type === 'address').map(({ path }) => `${path}.`);
    return dataset.fields
      .map(({ path }) => path)
      .filter((path) => !addresses.some((address) => path.startsWith(address)));
  }

  #inOrder(dataset: PaletteDataset, ticked: ReadonlySet<string>): readonly string[] {
    return dataset.fields.map(({ path }) => path).filter((path) => ticked.has(path));
  }

  #tick(dataset: PaletteDataset, paths: readonly string[], on: boolean): void {
    const now = new Set(this.ticked.get(dataset.id));
    for (const path of paths) {
      if (on) now.add(path);
      else now.delete(path);
    }
    this.ticked = new Map([[dataset.id, now]]);
  }

  #toggle(id: string, open: boolean): void {
    if (this.open.has(id) === open) return;
    const now = new Set(this.open);
    if (open) now.add(id);
    else now.delete(id);
    this.open = now;
  }

  readonly #tabKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    this.tab = this.tab === 'datasets' ? 'types' : 'datasets';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${this.tab}`)?.focus());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-palette': BuilderPalette;
  }
}
