/**
 * The mapping bench: everything that fills anything, in one table, with what comes out of it for a test resident. Owns which
 * rows are shown and where the keys lead; what stands in them is `mapping-cells.ts`.
 */
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { textIn } from '#schemas/text.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { findField, groupOf, type Ref } from '../../model/locate.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { UncommittedController } from '../uncommitted.ts';
import { choose } from '../properties/controls.ts';
import { goTo, gridKey } from './grid-keys.ts';
import { policyCell, sourceCell, stateCell, transformsCell } from './mapping-cells.ts';
import { mappingRows, type MappedSource, type MappingRow } from './mapping-rows.ts';
import { mappingStyles } from './mapping-styles.ts';
import { isRows } from './rows-of.ts';
import { columns, isSortable, orderAfter, shownRows, shows, type Column, type Order, type Show } from './shown-rows.ts';
import { sourceAdder, type Adding } from './source-adder.ts';
import { unusedList } from './unused-list.ts';
import { words } from './words.ts';

/**
 * @tag mydata-builder-mapping
 * @summary All mappings of the form in one table.
 * @fires mydata-part-chosen - A question was chosen; the canvas may show it. `detail: { ref }`.
 */
export class BuilderMapping extends LitElement {
  static override styles = mappingStyles;
  static override properties = {
    builder: { attribute: false },
    show: { state: true },
    search: { state: true },
    order: { state: true },
    adding: { state: true },
  };

  declare builder: BuilderContext;
  declare show: Show;
  declare search: string;
  /** Without, in the order of the form. */
  declare order?: Order;
  declare adding?: Adding;
  #stopLooking?: () => void;

  constructor() {
    super();
    new UncommittedController(this);
    this.show = 'all';
    this.search = '';
    new SessionController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLooking?.();
    this.#stopLooking = undefined;
  }

  protected override willUpdate(): void {
    if (this.builder) this.#stopLooking ??= this.builder.samples.look(() => this.requestUpdate());
  }

  protected override updated(): void {
    const table = this.renderRoot.querySelector('table');
    if (table && !table.querySelector('[data-column][tabindex="0"]'))
      table.querySelector('[data-column]')?.setAttribute('tabindex', '0');
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { session, catalogue, language } = this.builder;
    const rows = mappingRows(session.document, catalogue);
    const shown = shownRows(rows, this, language);
    return html`<div class="sheet">
      ${this.#tools(rows)}
      <p class="note">${words(language, 'keys')}</p>
      <div class="scroll">
        <table role="grid" aria-label=${words(language, 'title')} @keydown=${this.#key} @focusin=${this.#focused}>
          <thead>
            <tr>
              ${columns.map((column, index) => this.#head(column, index))}
            </tr>
          </thead>
          ${repeat(
            shown,
            ({ ref }) => ref,
            (row) => this.#row(row),
          )}
        </table>
      </div>
      ${shown.length ? nothing : html`<p>${words(language, 'nothing')}</p>`} ${unusedList(this.builder, rows)}
    </div>`;
  }

  #tools(rows: readonly MappingRow[]): unknown {
    const { samples, language } = this.builder;
    return html`<div class="tools">
      <div role="group" class="counters" aria-label=${words(language, 'title')}>
        ${(Object.keys(shows) as Show[]).map(
          (show) =>
            html`<button
              type="button"
              class=${show}
              aria-pressed=${this.show === show ? 'true' : 'false'}
              @click=${() => (this.show = show)}
            >
              ${words(language, show, { n: rows.filter(shows[show]).length })}
            </button>`,
        )}
      </div>
      <label class="control"
        ><span>${words(language, 'search')}</span>
        <input
          type="search"
          .value=${this.search}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      /></label>
      ${choose(
        words(language, 'resident'),
        samples.chosen ?? '',
        [
          ['', words(language, 'nobody')],
          ...samples.residents.map(({ slug, name, note }) => [slug, `${name}・${textIn(note, language)}`] as const),
        ],
        (slug) => samples.choose(slug || undefined),
      )}
      <button type="button" @click=${() => print()}>${words(language, 'print')}</button>
    </div>`;
  }

  #head(column: Column, index: number): unknown {
    const { language } = this.builder;
    const name = words(language, column);
    const sorted = this.order?.column === column ? this.order : undefined;
    const order = sorted ? (sorted.down ? 'descending' : 'ascending') : 'none';
    if (!isSortable(column)) return html`<th scope="col" data-column=${index} tabindex="-1">${name}</th>`;
    return html`<th scope="col" data-column=${index} tabindex="-1" aria-sort=${order}>
      <button type="button" @click=${() => this.#sortBy(column)}>
        ${name} <span aria-hidden="true">${sorted ? (sorted.down ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>`;
  }

  #sortBy(column: Column): void {
    this.order = orderAfter(this.order, column);
    const { language } = this.builder;
    const name = words(language, this.order ? column : 'question');
    this.builder.announce({ 'zh-Hant': words('zh-Hant', 'sortedBy', { name }), en: words('en', 'sortedBy', { name }) });
  }

  /** As many lines as the question has sources; one where it has none. */
  #row(row: MappingRow): unknown {
    const { builder } = this;
    const { ref, field, sources } = row;
    const span = Math.max(1, sources.length);
    const lines: readonly (MappedSource | undefined)[] = sources.length ? sources : [undefined];
    return html`<tbody class=${builder.session.selected.includes(ref) ? 'chosen' : ''}>
      ${lines.map(
        (source, index) =>
          html`<tr>
            ${index ? nothing : html`<th scope="row" rowspan=${span} data-column="0" tabindex="-1">${this.#question(row)}</th>`}
            <td data-column="1" tabindex="-1">${source ? sourceCell(builder, row, source) : nothing}</td>
            <td data-column="2" tabindex="-1">${source ? transformsCell(builder, row, source) : nothing}</td>
            ${
              index
                ? nothing
                : html`<td rowspan=${span} data-column="3" tabindex="-1">${policyCell(builder, row)}</td>
                    <td rowspan=${span} data-column="4" tabindex="-1">
                      ${words(builder.language, isRows(field) ? 'noRows' : 'asOrdinary')}
                    </td>`
            }
            <td data-column="5" tabindex="-1">${stateCell(builder, row, source)}</td>
          </tr>`,
      )}
    </tbody>`;
  }

  #question(row: MappingRow): unknown {
    const { session, language } = this.builder;
    const { ref, field } = row;
    const name = textIn(field.label, language);
    const group = groupOf(ref);
    const outer = group && findField(session.document, group)?.part;
    return html`<button
        type="button"
        class="name"
        title=${words(language, 'goTo', { name })}
        @click=${() => this.#choose(ref)}
      >
        ${outer ? html`<small>${textIn(outer.label, language)} ›</small> ` : nothing}${name}
      </button>
      ${sourceAdder(this.builder, row, this.adding, (adding) => (this.adding = adding))}`;
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (composing(event) || !gridKey(event, event.currentTarget as Element)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Tab comes back to the cell where one was. */
  readonly #focused = (event: FocusEvent): void => {
    const table = event.currentTarget as Element;
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
    if (cell && event.target === cell && cell.tabIndex !== 0) goTo(table, cell);
  };

  #choose(ref: Ref): void {
    this.builder.session.select([ref]);
    this.dispatchEvent(new CustomEvent('mydata-part-chosen', { detail: { ref }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-mapping': BuilderMapping;
  }
}
