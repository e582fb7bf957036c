/** The mapping bench: everything that fills anything, in one table, with what comes out of it for a test resident. */
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { textIn } from '../../../schemas/text.ts';
import type { Fill, Policy, Source } from '../../../schemas/mapping/types.ts';
import type { SourceSample } from '../../../schemas/wire/builder-api.ts';
import { composing } from '../../../schemas/keyboard/composing.ts';
import { addMapped } from '../../commands/add-mapped.ts';
import { mapQuestion } from '../../commands/map-question.ts';
import { setFill } from '../../commands/set-fill.ts';
import { setProperty } from '../../commands/set-property.ts';
import { isRefusal } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';
import { findField, groupOf, idOf, type Ref } from '../../model/locate.ts';
import { kindAtPath } from '../../model/source-kind.ts';
import { kindAt, stepsFor } from '../../model/suggest.ts';
import { transformName } from '../../model/transform-names.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { UncommittedController } from '../uncommitted.ts';
import { placeAfterSelection } from '../palette/place-after-selection.ts';
import { choose } from '../properties/controls.ts';
import { say } from '../properties/property-words.ts';
import { goTo, gridKey } from './grid-keys.ts';
import { mappingRows, unusedFields, type MappedSource, type MappingRow } from './mapping-rows.ts';
import { mappingStyles } from './mapping-styles.ts';
import { isRows, rowsPath } from './rows-of.ts';
import { sampleText, transformChips } from './transform-chips.ts';
import { words, type MappingWord } from './words.ts';

type Show = 'all' | 'mapped' | 'doubtful' | 'open';
const columns = ['question', 'source', 'transforms', 'policy', 'missing', 'state'] as const;
type Column = (typeof columns)[number];
const sortable: readonly Column[] = ['question', 'source', 'policy', 'state'];
const policies: readonly Policy[] = ['locked', 'confirm', 'editable', 'compare'];

const onlyTexts: readonly string[] = ['email', 'phone', 'national-id'];

const shows: { readonly [show in Show]: (row: MappingRow) => boolean } = {
  all: () => true,
  mapped: ({ sources }) => sources.length > 0,
  doubtful: ({ doubts }) => doubts.length > 0,
  open: ({ sources }) => !sources.length,
};

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
    sort: { state: true },
    adding: { state: true },
    from: { state: true },
  };

  declare builder: BuilderContext;
  declare show: Show;
  declare search: string;
  /** Without, in the order of the form. */
  declare sort?: { readonly column: Column; readonly down: boolean };
  /** The question that gets another source. */
  declare adding?: Ref;
  /** Dataset chosen for it. */
  declare from: string;
  #stopLooking?: () => void;

  constructor() {
    super();
    new UncommittedController(this);
    this.show = 'all';
    this.search = '';
    this.from = '';
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
    const shown = this.#sorted(rows.filter((row) => shows[this.show](row) && this.#matches(row)));
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
      ${shown.length ? nothing : html`<p>${words(language, 'nothing')}</p>`} ${this.#unused(rows)}
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
    const sorted = this.sort?.column === column ? this.sort : undefined;
    const order = sorted ? (sorted.down ? 'descending' : 'ascending') : 'none';
    if (!sortable.includes(column)) return html`<th scope="col" data-column=${index} tabindex="-1">${name}</th>`;
    return html`<th scope="col" data-column=${index} tabindex="-1" aria-sort=${order}>
      <button type="button" @click=${() => this.#sortBy(column)}>
        ${name} <span aria-hidden="true">${sorted ? (sorted.down ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>`;
  }

  #sortBy(column: Column): void {
    const { sort } = this;
    this.sort = sort?.column !== column ? { column, down: false } : sort.down ? undefined : { column, down: true };
    const { language } = this.builder;
    const by = this.sort ? words(language, column) : words(language, 'question');
    this.builder.announce({
      'zh-Hant': words('zh-Hant', 'sortedBy', { name: by }),
      en: words('en', 'sortedBy', { name: by }),
    });
  }

  #sorted(rows: readonly MappingRow[]): readonly MappingRow[] {
    const { sort } = this;
    if (!sort) return rows;
    const { language } = this.builder;
    const key = (row: MappingRow): string => {
      const [first] = row.sources;
      if (sort.column === 'question') return textIn(row.field.label, language);
      if (sort.column === 'source') return first ? this.#nameOf(first) : '';
      if (sort.column === 'policy') return this.#policyOf(row) ?? '';
      return `${row.sources.length ? 1 : 2}${row.doubts.length ? 0 : 1}`;
    };
    const turn = sort.down ? -1 : 1;
    return [...rows].sort((a, b) => turn * key(a).localeCompare(key(b), language));
  }

  #matches(row: MappingRow): boolean {
    const sought = this.search.trim().toLowerCase();
    if (!sought) return true;
    const { language } = this.builder;
    const text = [
      textIn(row.field.label, language),
      row.ref,
      ...row.sources.map((one) => `${this.#nameOf(one)} ${one.source.path}`),
    ];
    return sought.split(/\s+/).every((word) => text.join(' ').toLowerCase().includes(word));
  }

  #nameOf({ dataset, field, source }: MappedSource): string {
    const { language } = this.builder;
    const name = dataset ? textIn(dataset.name, language) : source.dataset;
    return `${name}・${field ? textIn(field.label, language) : source.path}`;
  }

  #policyOf({ field }: MappingRow): Policy | undefined {
    return isRows(field) ? field.rows?.policy : field.fill?.policy;
  }

  #row(row: MappingRow): unknown {
    const { session, language } = this.builder;
    const { ref, field, sources } = row;
    const name = textIn(field.label, language);
    const group = groupOf(ref);
    const outer = group && findField(session.document, group)?.part;
    const span = Math.max(1, sources.length);
    const lines: readonly (MappedSource | undefined)[] = sources.length ? sources : [undefined];
    return html`<tbody class=${session.selected.includes(ref) ? 'chosen' : ''}>
      ${lines.map(
        (source, index) =>
          html`<tr>
            ${
              index
                ? nothing
                : html`<th scope="row" rowspan=${span} data-column="0" tabindex="-1">
                    <button
                      type="button"
                      class="name"
                      title=${words(language, 'goTo', { name })}
                      @click=${() => this.#choose(ref)}
                    >
                      ${outer ? html`<small>${textIn(outer.label, language)} ›</small> ` : nothing}${name}
                    </button>
                    ${this.#adder(row)}
                  </th>`
            }
            <td data-column="1" tabindex="-1">${source ? this.#source(row, source, index) : nothing}</td>
            <td data-column="2" tabindex="-1">${source ? this.#transforms(row, source, index) : nothing}</td>
            ${
              index
                ? nothing
                : html`<td rowspan=${span} data-column="3" tabindex="-1">${this.#policy(row)}</td>
                    <td rowspan=${span} data-column="4" tabindex="-1">
                      ${words(language, isRows(field) ? 'noRows' : 'asOrdinary')}
                    </td>`
            }
            <td data-column="5" tabindex="-1">${this.#state(row, source)}</td>
          </tr>`,
      )}
    </tbody>`;
  }

  #source(row: MappingRow, source: MappedSource, index: number): unknown {
    const { language } = this.builder;
    const name = this.#nameOf(source);
    const from = row.sources.map((one) => one.source);
    return html`<p class="source">
        <span>${name}</span>
        ${
          index
            ? html`<button
                type="button"
                class="quiet"
                aria-label=${words(language, 'up', { name })}
                @click=${() => this.#put(row, [source.source, ...from.filter((_one, at) => at !== index)])}
              >
                ↑
              </button>`
            : nothing
        }
        <button
          type="button"
          class="quiet"
          aria-label=${words(language, 'remove', { name })}
          @click=${() =>
            this.#put(
              row,
              from.filter((_one, at) => at !== index),
            )}
        >
          ✕
        </button>
      </p>
      <code>${source.source.path}</code>`;
  }

  /** `source` as it was sampled: by question, and by order. */
  #sampleOf({ ref }: MappingRow, index: number): SourceSample | undefined {
    return this.builder.samples.sample?.sources[idOf(ref)]?.[index];
  }

  #transforms(row: MappingRow, { source, dataset }: MappedSource, index: number): unknown {
    const { session, language, samples } = this.builder;
    const { ref, field } = row;
    if (isRows(field)) {
      const rows = samples.sample?.rows[idOf(ref)]?.value;
      return rows
        ? html`<output
            >${sampleText(
              rows.map((one) => Object.values(one)[0]),
              language,
            )}</output
          >`
        : nothing;
    }
    const rows = rowsPath(session.document, ref, source.dataset);
    const kind = dataset && kindAtPath(dataset, source.path, rows);
    const sample = this.#sampleOf(row, index);
    return html`${transformChips({
      question: field,
      ...(kind ? { kind } : {}),
      steps: source.transforms ?? [],
      ...(sample ? { sample } : {}),
      language,
      changed: (steps) => {
        const { transforms: _old, ...plain } = source;
        const next: Source = steps.length ? { ...plain, transforms: steps } : plain;
        this.#put(
          row,
          row.sources.map((one, at) => (at === index ? next : one.source)),
        );
      },
    })}${
      samples.sample?.noRecord.includes(source.dataset)
        ? html`<output>${words(language, 'noRecord')}</output>`
        : nothing
    }`;
  }

  #policy(row: MappingRow): unknown {
    const { language } = this.builder;
    const { ref, field } = row;
    const policy = this.#policyOf(row);
    if (policy === undefined) return nothing;
    const offered = isRows(field)
      ? policies.filter((one) => one === 'locked' || one === 'editable')
      : groupOf(ref)
        ? policies.filter((one) => one !== 'compare')
        : policies;
    return html`<div class="bare">
      ${choose(
        `${words(language, 'policy')}：${textIn(field.label, language)}`,
        policy,
        offered.map((one) => [one, say(language, one)] as const),
        (one) => this.#putFill(row, { policy: one as Policy, from: row.sources.map(({ source }) => source) }),
      )}
    </div>`;
  }

  #state(row: MappingRow, source: MappedSource | undefined): unknown {
    const { language } = this.builder;
    if (!source) return html`<span class="none">${words(language, 'none')}</span>`;
    const several = row.sources.length > 1 && source === row.sources[0];
    const doubts: readonly MappingWord[] = [...(several ? (['several'] as const) : []), ...source.doubts];
    const { fix } = source;
    return html`${
      doubts.length
        ? doubts.map((doubt) => html`<p class="doubt">⚠ ${words(language, doubt, { n: row.sources.length })}</p>`)
        : html`<p class="good">✓ ${words(language, 'good')}</p>`
    }${
      fix
        ? html`<button
            type="button"
            @click=${() =>
              this.#put(
                row,
                row.sources.map((one) => (one === source ? { ...one.source, transforms: fix } : one.source)),
              )}
          >
            ${words(language, 'fix', { how: fix.map(({ use }) => textIn(transformName(use), language)).join('、') })}
          </button>`
        : nothing
    }`;
  }

  #adder(row: MappingRow): unknown {
    const { catalogue, language, session } = this.builder;
    const { ref, field } = row;
    const name = textIn(field.label, language);
    if (isRows(field)) return nothing;
    if (this.adding !== ref)
      return html`<button
        type="button"
        class="quiet add"
        aria-label=${words(language, 'addSource', { name })}
        @click=${() => {
          this.adding = ref;
          this.from = row.sources[0]?.source.dataset ?? '';
        }}
      >
        ＋ ${words(language, 'addSourceShort')}
      </button>`;
    const group = groupOf(ref);
    const outer = group && findField(session.document, group)?.part;
    const own = outer && isRows(outer) ? outer.rows?.from.map(({ dataset }) => dataset) : undefined;
    const usable = [...catalogue.values()].filter(
      ({ id, fields, status }) => fields.length && status !== 'planned' && (!group || own?.includes(id)),
    );
    const dataset = catalogue.get(this.from);
    const rows = dataset && rowsPath(session.document, ref, dataset.id);
    const fits = (dataset?.fields ?? []).filter(({ path, ...rest }) => {
      const one = { path, ...rest };
      const inRow = rows !== undefined || (dataset?.ownRows !== undefined && path.startsWith(`${dataset.ownRows}.`));
      if (rows !== undefined && !path.startsWith(`${rows}.`)) return false;
      const kind = dataset && kindAt(dataset, one, inRow ? 'row' : 'root');
      // A date or an address can be written as text, and is no e-mail for that.
      if (!kind || (onlyTexts.includes(field.type) && kind.item !== 'text' && kind.item !== 'id')) return false;
      return stepsFor(field, kind);
    });
    return html`<div class="adder">
      ${choose(
        words(language, 'whichDataset'),
        this.from,
        [['', words(language, 'choose')], ...usable.map(({ id, name: one }) => [id, textIn(one, language)] as const)],
        (id) => (this.from = id),
        { late: true },
      )}
      ${
        dataset
          ? choose(
              words(language, fits.length ? 'whichField' : 'nothingFits'),
              '',
              [
                ['', words(language, 'choose')],
                ...fits.map(({ path, label }) => [path, textIn(label, language)] as const),
              ],
              (path) => {
                if (!path) return;
                const outcome = this.builder.run(mapQuestion, { question: ref, dataset, path, transformed: true });
                if (!isRefusal(outcome)) this.adding = undefined;
              },
              { late: true },
            )
          : nothing
      }
      <button type="button" class="quiet" aria-label="✕" @click=${() => (this.adding = undefined)}>✕</button>
    </div>`;
  }

  #unused(rows: readonly MappingRow[]): unknown {
    const { session, catalogue, language } = this.builder;
    const unused = unusedFields(session.document, catalogue, rows);
    const n = unused.reduce((sum, { fields }) => sum + fields.length, 0);
    return html`<section aria-labelledby="unused">
      <h2 id="unused">${words(language, 'unused', { n })}</h2>
      ${unused.map(
        ({ dataset, fields }) =>
          html`<details>
            <summary>
              ${words(language, 'unusedOf', { name: textIn(dataset.name, language), n: fields.length })}
            </summary>
            <ul>
              ${fields.map((field) => {
                const name = textIn(field.label, language);
                return html`<li>
                  <button
                    type="button"
                    title=${words(language, 'addField', { name })}
                    @click=${() => this.#addField(dataset.id, field.path)}
                  >
                    ＋ ${name}
                  </button>
                </li>`;
              })}
            </ul>
          </details>`,
      )}
    </section>`;
  }

  #addField(id: string, path: string): void {
    const { session, catalogue } = this.builder;
    const dataset = catalogue.get(id);
    if (!dataset) return;
    const target = placeAfterSelection(session.document, [], { what: 'fields', dataset, paths: [path] });
    if (target.at !== 'place' || target.parent === 'form') return;
    this.builder.run(addMapped, { dataset, paths: [path], to: { parent: target.parent, index: target.index } });
  }

  #put(row: MappingRow, from: readonly Source[]): void {
    const policy = this.#policyOf(row) ?? 'confirm';
    this.#putFill(row, from.length ? { policy, from } : undefined);
  }

  #putFill({ ref, field }: MappingRow, fill: Fill | undefined): void {
    const { catalogue } = this.builder;
    if (isRows(field))
      this.builder.run(setProperty, { of: ref, key: 'rows', value: fill as unknown as Json | undefined });
    else this.builder.run(setFill, { question: ref, fill, catalogue });
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
