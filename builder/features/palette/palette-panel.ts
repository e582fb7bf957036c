// Items of the tree are named by what stands in them, and the tree hears their keys.
/* eslint-disable lit-a11y/accessible-name, lit-a11y/click-events-have-key-events */
/**
 * The palette: the catalogue as a searchable tree, and the types of questions. Everything in it can be dragged to the canvas
 * or, by button, put behind what is selected.
 */
import { LitElement, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { categories } from '#schemas/datasets/categories.ts';
import type { DatasetField } from '#schemas/datasets/types.ts';
import { textIn, type Text } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { typeNames, typesToAdd } from '../../commands/shared/type-names.ts';
import { findField } from '../../model/locate.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import type { Dragged } from '../drag/dragged.ts';
import { proposalFor } from '../drag/dragged.ts';
import { words } from '../words.ts';
import { findDatasets, type FoundCategory, type FoundDataset } from './find-datasets.ts';
import { paletteStyles } from './palette-styles.ts';
import { placeAfterSelection } from './place-after-selection.ts';
import { moveInTree } from './tree-keys.ts';

/**
 * @tag mydata-builder-palette
 * @summary Datasets with their fields, and types of questions, to be put on the form.
 * @fires mydata-quick-asked - Several questions are to be typed at once.
 * @fires mydata-fields-asked - The fields of a dataset are to be ticked first. `detail: { dataset, to }`.
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
    at: { state: true },
  };

  declare builder: BuilderContext;
  declare tab: 'datasets' | 'types';
  declare search: string;
  declare open: ReadonlySet<string>;
  declare ticked: ReadonlyMap<string, ReadonlySet<string>>;
  /** The item of the tree that Tab leads to. */
  declare at: string;
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
    this.at = '';
    new SessionController(this, ({ what }) => what !== 'selected' || this.tab === 'datasets');
  }

  /** To the tab that stands open. */
  override focus(): void {
    this.show(this.tab);
  }

  /** Shows one of the tabs and puts the focus there. */
  show(tab: 'datasets' | 'types'): void {
    this.tab = tab;
    void this.updateComplete.then(() => {
      const search = this.renderRoot.querySelector<HTMLInputElement>('input[type=search]');
      search?.select();
      (search ?? this.renderRoot.querySelector<HTMLElement>('.item'))?.focus();
    });
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
    const item = (name: Text, dragged: Dragged) =>
      html`<li>
        <button
          type="button"
          class="item"
          @pointerdown=${(event: PointerEvent) => this.#press(event, name, () => dragged)}
          @click=${() => this.#add(dragged)}
        >
          ${textIn(name, language)}
        </button>
      </li>`;
    return html`<ul class="types" @keydown=${this.#typeKey}>
        ${typesToAdd.map((type) => item(typeNames[type], { what: 'type', type }))}
        ${item({ 'zh-Hant': words('zh-Hant', 'yesNo'), en: words('en', 'yesNo') }, { what: 'yes-no' })}
      </ul>
      <p class="acts">
        <button
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent('mydata-quick-asked', { bubbles: true, composed: true }))}
        >
          ＋ ${words(language, 'quick')}
        </button>
      </p>`;
  }

  #datasets(): unknown {
    const { language, catalogue, session } = this.builder;
    // An edit of the form changes nothing of what is found.
    if (this.#found?.search !== this.search || this.#found.catalogue !== catalogue)
      this.#found = { search: this.search, catalogue, datasets: findDatasets(catalogue.values(), this.search) };
    const found = this.#found.datasets;
    const [selected] = session.selected;
    const question = selected && session.selected.length === 1 && findField(session.document, selected)?.part;
    return html`
      <label class="search"
        ><span>${words(language, 'search')}</span>
        <input
          type="search"
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
          @keydown=${this.#searchKey}
        />
      </label>
      ${guard([found, this.open, this.ticked, this.at, session.document.service.datasets, selected, question], () =>
        found.length
          ? html`<div
              role="tree"
              aria-label=${words(language, 'datasets')}
              aria-multiselectable="true"
              @keydown=${this.#treeKey}
              @focusin=${(event: Event) => (this.at = (event.target as HTMLElement).dataset['item'] ?? this.at)}
            >
              ${found.map(
                ({ category, datasets }) =>
                  html`<div role="group" aria-label=${textIn(categories[category], language)}>
                    <div class="category" aria-hidden="true">${textIn(categories[category], language)}</div>
                    ${repeat(
                      datasets,
                      ({ dataset }) => dataset.id,
                      (one) => this.#dataset(one),
                    )}
                  </div>`,
              )}
            </div>`
          : html`<p class="nothing" role="status">${words(language, 'nothingFound', { text: this.search })}</p>`,
      )}
    `;
  }

  #tabIndex(item: string, first = false): number {
    return this.at === item || (first && !this.#has(this.at)) ? 0 : -1;
  }

  /** The item is drawn now. */
  #has(item: string): boolean {
    const [id, path] = item.split(' ');
    return (this.#found?.datasets ?? []).some(({ datasets }) =>
      datasets.some(({ dataset, fields }) =>
        dataset.id === id && path ? this.#isOpen(dataset, fields) : dataset.id === id,
      ),
    );
  }

  #isOpen(dataset: PaletteDataset, fields: readonly DatasetField[]): boolean {
    const narrowed = this.search.trim() !== '' && fields.length < dataset.fields.length;
    return this.open.has(dataset.id) !== narrowed;
  }

  #dataset({ dataset, fields }: FoundDataset): unknown {
    const { language } = this.builder;
    const isOpen = this.#isOpen(dataset, fields);
    const used = this.builder.session.document.service.datasets.some((asked) =>
      typeof asked === 'string' ? asked === dataset.id : asked.anyOf.includes(dataset.id),
    );
    const first = this.#found?.datasets[0]?.datasets[0]?.dataset === dataset;
    return html`<div
        role="treeitem"
        class="head ${used ? 'used' : ''}"
        aria-level="1"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-selected="false"
        data-item=${dataset.id}
        data-find="${dataset.name['zh-Hant']}
${dataset.name.en?.toLowerCase()}
${dataset.id.toLowerCase()}"
        tabindex=${this.#tabIndex(dataset.id, first)}
        @pointerdown=${(event: PointerEvent) =>
          this.#press(event, dataset.name, () =>
            this.ticked.get(dataset.id)?.size
              ? { what: 'fields', dataset, paths: this.#inOrder(dataset, this.ticked.get(dataset.id)!) }
              : dataset.fields.length
                ? { what: 'dataset', dataset }
                : { what: 'fields', dataset, paths: [] },
          )}
        @click=${() => this.#toggle(dataset.id)}
      >
        <span class="name">${textIn(dataset.name, language)}</span>
        <button
          type="button"
          class="add"
          tabindex="-1"
          aria-hidden="true"
          title=${words(language, 'addToForm')}
          ?disabled=${dataset.status === 'planned'}
          @click=${(event: Event) => {
            event.stopPropagation();
            this.#addDataset(dataset);
          }}
        >
          ＋
        </button>
        <span class="agency">${textIn(dataset.agency, language)}</span>
        <span class="tags">${this.#tags(dataset)}</span>
      </div>
      ${isOpen ? this.#inside(dataset, fields) : nothing}`;
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
    const evidence = `${dataset.id} evidence`;
    return html`<div role="none" class="fields">
      ${fields.map((field) => this.#field(dataset, field, ticked.has(field.path)))}
      <div
        role="treeitem"
        class="field evidence"
        aria-level="2"
        aria-selected="false"
        data-item=${evidence}
        data-find=${words(language, 'evidence').toLowerCase()}
        tabindex=${this.#tabIndex(evidence)}
        @pointerdown=${(event: PointerEvent) =>
          this.#press(event, dataset.name, () => ({ what: 'fields', dataset, paths: [] }))}
        @click=${() => this.#add({ what: 'fields', dataset, paths: [] })}
      >
        ${words(language, 'evidence')}
      </div>
      ${
        ticked.size
          ? html`<div role="none" class="acts">
              <button
                type="button"
                tabindex="-1"
                aria-hidden="true"
                @click=${() => this.#add({ what: 'fields', dataset, paths: this.#inOrder(dataset, ticked) })}
              >
                ${words(language, 'addTicked', { n: ticked.size })}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #field(dataset: PaletteDataset, field: DatasetField, ticked: boolean): unknown {
    const { language } = this.builder;
    const label = textIn(field.label, language);
    const depth = field.path.split(/\.|\[\*\]/).length > 3 ? 'deep' : '';
    const item = `${dataset.id} ${field.path}`;
    return html`<div
      role="treeitem"
      class="field ${depth} ${field.sensitivity}"
      aria-level="2"
      aria-checked=${ticked ? 'true' : 'false'}
      aria-selected=${ticked ? 'true' : 'false'}
      data-item=${item}
      data-find="${field.label['zh-Hant']}
${field.label.en?.toLowerCase()}
${field.path.slice(2).toLowerCase()}"
      tabindex=${this.#tabIndex(item)}
      title=${field.about ? textIn(field.about, language) : nothing}
      @pointerdown=${(event: PointerEvent) =>
        this.#press(event, field.label, () => ({ what: 'fields', dataset, paths: this.#taken(dataset, field) }))}
      @click=${() => this.#tick(dataset, field, !ticked)}
    >
      <span class="name"><span class="box" aria-hidden="true"></span>${label}</span>
      <span class="sample">${field.sample ? words(language, 'sample', { text: field.sample }) : ''}</span>
      <button
        type="button"
        class="add"
        tabindex="-1"
        aria-hidden="true"
        title=${words(language, 'addToForm')}
        @click=${(event: Event) => {
          event.stopPropagation();
          this.#add({ what: 'fields', dataset, paths: [field.path] });
        }}
      >
        ＋
      </button>
      ${this.#mapButton(dataset, field)}
    </div>`;
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
      tabindex="-1"
      title=${words(language, 'mapTo', { name })}
      aria-hidden="true"
      @click=${(event: Event) => {
        event.stopPropagation();
        this.#map(dataset, field);
      }}
    >
      ⇥
    </button>`;
  }

  #map(dataset: PaletteDataset, field: DatasetField): void {
    const { session, announce } = this.builder;
    const [ref] = session.selected;
    if (ref && session.selected.length === 1 && findField(session.document, ref))
      this.#drop({ what: 'fields', dataset, paths: [field.path] }, { at: 'question', ref });
    else announce({ 'zh-Hant': words('zh-Hant', 'noQuestion'), en: words('en', 'noQuestion') });
  }

  #addDataset(dataset: PaletteDataset): void {
    const ticked = this.ticked.get(dataset.id);
    if (ticked?.size || !dataset.fields.length) {
      this.#add({ what: 'fields', dataset, paths: ticked ? this.#inOrder(dataset, ticked) : [] });
      return;
    }
    const { session } = this.builder;
    const paths = dataset.fields.slice(0, 1).map(({ path }) => path);
    const target = placeAfterSelection(session.document, session.selected, { what: 'fields', dataset, paths });
    if (target.at !== 'place' || target.parent === 'form') return;
    const to = { parent: target.parent, index: target.index };
    this.dispatchEvent(
      new CustomEvent('mydata-fields-asked', { detail: { dataset, to }, bubbles: true, composed: true }),
    );
  }

  readonly #searchKey = (event: KeyboardEvent): void => {
    if (composing(event) || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    event.preventDefault();
    this.#items[0]?.focus();
  };

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=treeitem]')];
  }

  #itemOf(node: HTMLElement): { readonly dataset: PaletteDataset; readonly field?: DatasetField } | undefined {
    const [id = '', path] = node.dataset['item']?.split(' ') ?? [];
    const dataset = this.builder.catalogue.get(id);
    const field = path && dataset?.fields.find((one) => one.path === path);
    return dataset && { dataset, ...(field ? { field } : {}) };
  }

  readonly #treeKey = (event: KeyboardEvent): void => {
    const node = event.target as HTMLElement;
    const item = this.#itemOf(node);
    if (!item || event.ctrlKey || event.metaKey || event.altKey || composing(event)) return;
    const { dataset, field } = item;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      const ticked = this.ticked.get(dataset.id);
      if (!field && node.dataset['item'] !== dataset.id) this.#add({ what: 'fields', dataset, paths: [] });
      else if (event.key === ' ' && field) this.#tick(dataset, field, !ticked?.has(field.path));
      else if (!field && (event.key === ' ' || dataset.status === 'planned')) this.#toggle(dataset.id);
      else if (!field) this.#addDataset(dataset);
      else if (event.shiftKey) this.#map(dataset, field);
      else this.#add({ what: 'fields', dataset, paths: ticked?.size ? this.#inOrder(dataset, ticked) : [field.path] });
      return;
    }
    const to = moveInTree(event, this.#items, {
      toggle: (one, open) => {
        const id = one.dataset['item'] ?? '';
        this.#toggle(id, open);
        return true;
      },
    });
    if (!to && !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    to?.focus();
  };

  /** Types stand in two columns. */
  readonly #typeKey = (event: KeyboardEvent): void => {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
    const at = items.indexOf(event.target as HTMLElement);
    const to = {
      ArrowDown: at + 2,
      ArrowUp: at - 2,
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to === undefined || composing(event)) return;
    event.preventDefault();
    items[to]?.focus();
  };

  #press(event: PointerEvent, name: Text, dragged: () => Dragged): void {
    if ((event.target as Element).closest('.add')) return;
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
    const made = dragged.what === 'type' || dragged.what === 'yes-no';
    this.dispatchEvent(
      new CustomEvent(made ? 'mydata-edit-asked' : 'mydata-part-added', {
        detail: { outcome },
        bubbles: true,
        composed: true,
      }),
    );
  }

  /** The ticked fields when this is one of them, else this alone. */
  #taken(dataset: PaletteDataset, field: DatasetField): readonly string[] {
    const ticked = this.ticked.get(dataset.id);
    return ticked?.has(field.path) && ticked.size > 1 ? this.#inOrder(dataset, ticked) : [field.path];
  }

  #inOrder(dataset: PaletteDataset, ticked: ReadonlySet<string>): readonly string[] {
    return dataset.fields.map(({ path }) => path).filter((path) => ticked.has(path));
  }

  #tick(dataset: PaletteDataset, { path, label }: DatasetField, on: boolean): void {
    const now = new Set(this.ticked.get(dataset.id));
    if (on) now.add(path);
    else now.delete(path);
    this.ticked = new Map([[dataset.id, now]]);
    const key = on ? 'ticked' : 'unticked';
    this.builder.announce({
      'zh-Hant': words('zh-Hant', key, { name: label['zh-Hant'], n: now.size }),
      en: words('en', key, { name: textIn(label, 'en'), n: now.size }),
    });
  }

  /** While the search narrows to some fields, a dataset stands open and this closes it. */
  #toggle(id: string, wanted?: boolean): void {
    const found = this.#found?.datasets.flatMap(({ datasets }) => datasets).find(({ dataset }) => dataset.id === id);
    if (!found || (wanted !== undefined && this.#isOpen(found.dataset, found.fields) === wanted)) return;
    const now = new Set(this.open);
    if (!now.delete(id)) now.add(id);
    this.open = now;
  }

  readonly #tabKey = (event: KeyboardEvent): void => {
    if (composing(event) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    this.tab = this.tab === 'datasets' ? 'types' : 'datasets';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${this.tab}`)?.focus());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-palette': BuilderPalette;
  }
}
