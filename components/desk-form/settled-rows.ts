/**
 * Questions that need no more hands: each as one row of text, official beside declared, in the place of its field. Owns the
 * rows and which fields they stand for; not the fields, nor what is asked.
 */
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { MissingReason, OfficialValue } from '#schemas/mapping/types.ts';
import type { Language } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import { displayAnswer } from '../fields/display.ts';
import type { FieldElement } from '../fields/field-element.ts';
import { sameAnswer } from '../fields/same-answer.ts';
import { say } from './messages.ts';

/** What a clerk may see of a question beside the draft: compared values too. */
export interface Beside {
  readonly official: { readonly [fieldId: string]: Pick<OfficialValue, 'value' | 'provenance'> };
  readonly missing?: { readonly [fieldId: string]: MissingReason };
}

export interface RowsHost {
  readonly elements: ReadonlyMap<string, FieldElement>;
  readonly language: Language;
  readonly beside?: Beside;
  answer(id: string): AnswerValue | undefined;
  /** A row gives way to its field, which takes the focus. */
  open(id: string): void;
}

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
};

export class SettledRows {
  readonly #rows = new Map<string, HTMLElement>();
  readonly #compared = new Map<string, HTMLElement>();
  readonly #host: RowsHost;

  constructor(host: RowsHost) {
    this.#host = host;
  }

  /** Makes the page fit: rows for what is settled, fields for all else. */
  show(settled: ReadonlySet<string>): void {
    for (const [id, element] of this.#host.elements) {
      const isRow = settled.has(id);
      element.classList.toggle('settled', isRow);
      if (isRow) this.#fill(id, element);
      else this.#remove(this.#rows, id);
      if (isRow || element.hidden) this.#remove(this.#compared, id);
      else this.#compare(id, element);
    }
  }

  #remove(from: Map<string, HTMLElement>, id: string): void {
    from.get(id)?.remove();
    from.delete(id);
  }

  #fill(id: string, element: FieldElement): void {
    const { language, beside } = this.#host;
    const { field } = element;
    const official = element.official?.value ?? beside?.official[id]?.value;
    const provenance = element.official?.provenance ?? beside?.official[id]?.provenance;
    const answer = this.#host.answer(id);
    const said = answer !== undefined && official !== undefined && !sameAnswer(official, answer) ? answer : undefined;
    let row = this.#rows.get(id);
    if (!row) this.#rows.set(id, (row = make('div', 'row')));
    row.hidden = element.hidden;
    // The title of a step of one section stands once, above it.
    const under = element.parentElement?.querySelector('.section-title') ? 'h4' : 'h3';
    const head = make(under, 'row-label', textIn(field.label, language));
    const value = make('p', 'row-value', this.#text(field, official ?? answer));
    value.translate = false;
    const change = make('button', 'quiet', say(language, 'change'));
    change.type = 'button';
    // No stop on the way of Tab: by its heading, by the pointer, or by the one button that opens all.
    change.tabIndex = -1;
    change.setAttribute('aria-label', `${say(language, 'change')} ${head.textContent}`);
    change.addEventListener('click', () => this.#host.open(id));
    const parts: HTMLElement[] = [head, value];
    if (said !== undefined) parts.push(make('p', 'row-said', `${say(language, 'said')}${this.#text(field, said)}`));
    if (element.claim?.text) parts.push(make('p', 'row-said', `${say(language, 'said')}${element.claim.text}`));
    const from = official === undefined ? say(language, 'typed') : provenance?.agency;
    if (from) parts.push(make('p', 'row-source hint', from));
    row.replaceChildren(...parts, change);
    if (row.nextSibling !== element) element.before(row);
  }

  /** What is compared is typed as the person says it; the other side stands beside it afterwards. */
  #compare(id: string, element: FieldElement): void {
    const { language, beside } = this.#host;
    const official = beside?.official[id];
    const answer = this.#host.answer(id);
    if (element.official?.policy !== 'compare' || !official || answer === undefined)
      return this.#remove(this.#compared, id);
    let note = this.#compared.get(id);
    if (!note) this.#compared.set(id, (note = make('p', 'row-compared hint')));
    const verdict = say(language, sameAnswer(official.value, answer) ? 'same' : 'differs');
    note.textContent = `${say(language, 'compared')}${this.#text(element.field, official.value)}${verdict}`;
    note.translate = false;
    if (note.previousSibling !== element) element.after(note);
  }

  #text(field: Field, value: AnswerValue | undefined): string {
    return value === undefined ? '—' : displayAnswer(field, value, this.#host.language);
  }
}
