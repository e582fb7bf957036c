import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Field, GroupField } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import { visibleInnerFields } from '#schemas/form/reachable.ts';
import { fieldStyles } from '../../styles/field-styles.ts';
import type { Towns } from '../address/address-field.ts';
import { createField } from '../create-field.ts';
import { FieldElement } from '../field-element.ts';
import type { Claim } from '../claim.ts';
import { fieldset } from '../fieldset.ts';
import { groupStyles } from './group-styles.ts';
import { sourceLine } from '../official.ts';
import { officialInRow, rowsFrom } from './official-in-row.ts';
import { claimsAfter } from './row-claims.ts';
import type { RowClaims } from './row-claims.ts';
import { factsAmong, focusFacts, readRow, rowFacts } from './row-facts.ts';
import type { Fact } from './row-facts.ts';
import { parseRowPath, rowPath } from './row-path.ts';
import { rowName } from './row-name.ts';
import { atLeast, withAnswer, withoutRow, withRowAt } from './rows.ts';
import type { Rows } from './rows.ts';

/** The elements of one row by field id. They move with their row, so that nothing half typed is lost. */
type RowElements = Map<string, FieldElement>;

interface Removed {
  readonly index: number;
  readonly answers: Answers;
  readonly elements: RowElements;
}

/**
 * Repeating rows of fields. Rows that came from MyData can be locked; any other can be removed, and brought back.
 * @tag mydata-field-group
 * @summary Asks the same fields for several persons or things.
 * @fires input - each edit by the resident, rows added or removed included
 * @fires change - an edit is complete
 * @fires mydata-claim-changed - the resident says something beside an official value of a row; `detail: { claim, path }`, path as `members[2].name`
 * @csspart label - the legend
 * @csspart hint - the hint
 * @csspart error - the error message of the group itself
 * @csspart row - one row
 * @csspart facts - the official values of a row
 * @csspart value - an official value shown as text
 * @csspart source - where the official rows come from
 * @cssstate invalid - there is an error message
 */
export class MydataFieldGroup extends FieldElement<GroupField, Rows> {
  static override styles = [...fieldStyles, groupStyles];
  static override properties = {
    ...FieldElement.properties,
    officialRows: { attribute: false },
    claims: { attribute: false },
    errors: { attribute: false },
    towns: { attribute: false },
  };

  /** How many of the first rows are official. Absent: as many as `official` has. */
  declare officialRows?: number;
  /** Claims by path. */
  declare claims?: RowClaims;
  /** Messages by path. */
  declare errors?: { readonly [path: string]: string | undefined };
  declare towns?: Towns;

  #elements: RowElements[] | undefined;
  #removed: Removed | undefined;

  /** Focuses the field of that path, e.g. `members[2].name`; the group itself when there is none. */
  focusPath(path: string): void {
    const { row, field } = parseRowPath(path) ?? {};
    const element = row === undefined ? undefined : this.#elements?.[row]?.get(field!);
    if (element) element.focus();
    else if (!focusFacts(this.renderRoot, row)) this.focus();
  }
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('[data-field],button');
    first?.focus(options);
  }
  override get isReadOnly(): boolean {
    return false;
  }

  override handleEvent(event: Event): void {
    const element = event.target as FieldElement;
    const { row: place } = element.dataset;
    if (place !== undefined) {
      // Said beside the values of a row, not an answer.
      event.stopPropagation();
      return this.#noteRow(Number(place));
    }
    const row = this.#elements?.findIndex((elements) => elements.get(element.name) === element) ?? -1;
    if (row < 0) return;
    if (event.type === 'mydata-claim-changed') {
      event.stopPropagation();
      const { claim } = (event as CustomEvent<{ claim?: Claim }>).detail;
      const path = rowPath(this.name, row, element.name);
      return this.#setClaims({ [path]: claim });
    }
    const before = rowName(this.field, this.#rows[row]!);
    const rows = withAnswer(this.#rows, row, element.name, element.value);
    this.accept(rows);
    // Another answer may open or close a question of its row, and names it.
    const named = rowName(this.field, rows[row]!) !== before;
    if (named || this.field.fields.some((inner) => inner.show ?? 'calculate' in inner)) this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('mydata-claim-changed', this);
    return root;
  }
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('official') && this.official && this.value === undefined)
      this.value = rowsFrom(this.official, this.field.fields);
    if (changed.has('field') && changed.get('field')) this.#elements = undefined;
    const rows = this.#rows;
    this.#elements = rows.map((_, index) => this.#elements?.[index] ?? new Map());
  }
  protected override renderQuestion(): TemplateResult {
    const rows = this.#rows;
    const title = this.words(this.field.rowTitle)!;
    const full = rows.length >= this.field.maxRows;
    return fieldset(
      this,
      html`${this.#officialCount && this.official ? sourceLine(this, this.official) : nothing}
        <div class="rows">${rows.map((answers, index) => this.#renderRow(answers, index, title))}</div>
        ${
          this.#removed
            ? html`<p class="undo row">
                ${this.say('rowRemoved', { title, n: this.#removed.index + 1 })}
                <button id="undo" type="button" @click=${this.#undo}>${this.say('undo')}</button>
              </p>`
            : nothing
        }
        ${
          this.#addable
            ? html`<button id="add" type="button" ?disabled=${full} @click=${this.#add}>
                ${this.say('addRow', { title })}
              </button>`
            : nothing
        }
        ${full ? html`<p class="note">${this.say('rowsFull', { n: this.field.maxRows })}</p>` : nothing}
        <p id="live" class="hidden" role="status"></p>`,
      nothing,
    );
  }
  protected override read(): Rows | undefined {
    return this.value;
  }
  protected override write(): void {}

  get #rows(): Rows {
    return atLeast(this.value, this.field.minRows ?? 0);
  }
  get #officialCount(): number {
    return this.officialRows ?? (this.official?.value as Rows | undefined)?.length ?? 0;
  }
  /** A locked list is the agency's as a whole; an editable one may be added to. */
  get #addable(): boolean {
    return !this.disabled && !(this.#officialCount && this.field.rows?.policy === 'locked');
  }
  /** An official row stays: the server knows it by its place. That it is wrong can be said beside its values. */
  #removable(index: number): boolean {
    return !this.disabled && index >= this.#officialCount && this.#rows.length > (this.field.minRows ?? 0);
  }

  #renderRow(answers: Answers, index: number, title: string): TemplateResult {
    const params = { title, n: index + 1 };
    const name = this.say('rowTitle', params);
    const person = rowName(this.field, answers);
    const kept: { [id: string]: AnswerValue | undefined } = {};
    const fields = visibleInnerFields(this.field, answers, kept);
    const facts = this.#factsOf(fields, index);
    const stated = new Set(facts.map(({ field }) => field));
    const { claims, errors } = this;
    return html`<div class="card" part="row" role="group" aria-labelledby=${`r${index}`}>
      <p id=${`r${index}`} class="label">
        ${name}${person === undefined ? nothing : html`<span class="who" translate="no"> ${person}</span>`}
      </p>
      ${facts.length ? rowFacts(this, { row: index, title: name, facts, claims, errors }) : nothing}
      ${fields.filter((field) => !stated.has(field)).map((field) => this.#elementFor(field, 'calculate' in field ? kept : answers, index))}
      ${
        this.#removable(index)
          ? html`<button type="button" @click=${() => this.#removeRow(index)}>${this.say('removeRow', params)}</button>`
          : nothing
      }
    </div>`;
  }
  #elementFor(field: Field, answers: Answers, row: number): FieldElement {
    const elements = this.#elements![row]!;
    const path = rowPath(this.name, row, field.id);
    let element = elements.get(field.id);
    if (!element) elements.set(field.id, (element = createField(field)));
    element.field = field;
    element.language = this.language;
    element.disabled = this.disabled;
    element.official = this.#officialOf(field, row);
    element.compact = true;
    element.claim = this.claims?.[path];
    element.error = this.errors?.[path];
    element.value = answers[field.id];
    if (field.type === 'address') (element as FieldElement & { towns?: Towns }).towns = this.towns;
    return element;
  }
  #officialOf(field: Field, row: number) {
    return this.official && row < this.#officialCount ? officialInRow(this.official, field, row) : undefined;
  }
  /** What of a row is said, not asked. */
  #factsOf(fields: readonly Field[], row: number): Fact[] {
    return factsAmong(this.name, row, fields, (field) => this.#officialOf(field, row));
  }
  #noteRow(row: number): void {
    const paths = this.#factsOf(this.field.fields, row).map(({ path }) => path);
    const { ticked, text } = readRow(this.renderRoot, row);
    this.#setClaims(claimsAfter(this.claims, paths, ticked, text));
  }
  #setClaims(changed: RowClaims): void {
    this.claims = { ...this.claims, ...changed };
    for (const [path, claim] of Object.entries(changed)) this.fire('mydata-claim-changed', { claim, path });
  }

  #add(): void {
    const rows = this.#rows;
    this.#removed = undefined;
    this.#changeRows([...rows, {}], 'rowAdded', rows.length + 1, () =>
      this.#elements!.at(-1)!.values().next().value?.focus(),
    );
  }
  #removeRow(index: number): void {
    const rows = this.#rows;
    this.#removed = { index, answers: rows[index]!, elements: this.#elements![index]! };
    this.#elements = this.#elements!.filter((_, other) => other !== index);
    this.#changeRows(withoutRow(rows, index), 'rowRemoved', index + 1, () => this.#button('undo')?.focus());
  }
  #undo(): void {
    const { index, answers, elements } = this.#removed!;
    const rows = withRowAt(this.#rows, index, answers);
    this.#removed = undefined;
    this.#elements!.splice(index, 0, elements);
    this.#changeRows(rows, 'rowRestored', index + 1, () => [...elements.values()][0]?.focus());
  }
  #button(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`#${id}`);
  }
  #changeRows(rows: Rows, said: 'rowAdded' | 'rowRemoved' | 'rowRestored', n: number, focus: () => void): void {
    this.edit(rows.length ? rows : undefined);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      focus();
      this.#button('live')!.textContent = this.say(said, { title: this.words(this.field.rowTitle)!, n });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-group': MydataFieldGroup;
  }
}
