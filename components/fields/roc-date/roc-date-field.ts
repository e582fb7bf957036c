import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { RocDateField } from '#schemas/form/definition.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import { FieldElement } from '../field-element.ts';
import { sayReadAs } from '../read-as.ts';
import type { Piece } from '../claim.ts';
import type { DatePart } from '#schemas/taiwan/read-date.ts';
import { readDate } from '#schemas/taiwan/read-date.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import { fieldset, invalidPart } from '../fieldset.ts';
import { answerOf, mayBeBeforeRepublic, partsOf, readAnswer } from './roc-date-parts.ts';
import type { RocDateParts } from './roc-date-parts.ts';

const parts = ['year', 'month', 'day'] as const;

/**
 * A date, typed as year of the Republic, month and day. The answer is ISO `YYYY-MM-DD`.
 * @tag mydata-field-roc-date
 * @summary Asks for a date in the calendar of Taiwan.
 * @csspart input - each native input
 * @fires input - each edit by the resident
 * @fires change - an edit is complete
 * @fires mydata-claim-changed - the resident says something beside an official value; `detail: { claim, path }`
 * @csspart label - the label or legend
 * @csspart hint - the hint
 * @csspart error - the error message
 * @csspart value - an official value shown as text
 * @csspart source - where an official value comes from
 * @cssstate invalid - there is an error message
 */
export class MydataFieldRocDate extends FieldElement<RocDateField, string> {
  protected override renderQuestion(beside: Piece): TemplateResult {
    const birthday = this.field.autocomplete === 'bday';
    const wrong = this.#wrong;
    const input = (part: (typeof parts)[number]) =>
      html`<span>
        <label for=${part}>${this.say(part)}</label>
        <input
          id=${part}
          part="input"
          class=${part}
          inputmode="numeric"
          aria-describedby="e"
          autocomplete=${birthday ? `bday-${part}` : 'off'}
          aria-required=${this.field.required ? 'true' : nothing}
          aria-invalid=${invalidPart(this, wrong, part)}
        />
      </span>`;
    const era = html`<span>
      <label for="era">${this.say('era')}</label>
      <select id="era" part="input">
        <option value="">${this.say('republic')}</option>
        <option value="-">${this.say('beforeRepublic')}</option>
      </select>
    </span>`;
    return fieldset(
      this,
      html`<div class="row part">
        ${mayBeBeforeRepublic(this.field.earliest, this.value) ? era : nothing}${parts.map(input)}
      </div>`,
      beside,
    );
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.renderRoot.addEventListener('paste', this.#paste);
  }

  /** A whole date goes into all boxes, whichever it was pasted into. */
  readonly #paste = (event: Event): void => {
    const reading = readDate((event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '');
    const control = event.target as HTMLInputElement;
    if (!isRead(reading) || !parts.some((part) => part === control.id)) return;
    event.preventDefault();
    this.#show(reading.value);
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
  };

  protected override read(event: Event): string | undefined {
    const value = answerOf(this.#typed());
    // A Gregorian or full-width year becomes what it is understood as, once the resident leaves it.
    if (event.type === 'change') {
      const typed = this.#control('year')!.value;
      this.#show(value);
      const other = this.#control('year')!.value !== typed.trim();
      sayReadAs(this, other && value ? formatRocDate(value) : undefined);
    }
    return value;
  }
  protected override echo(value: string): string | undefined {
    return answerOf(partsOf(value));
  }
  protected override write(): void {
    const typed = answerOf(this.#typed());
    this.#show(this.value);
    if (typed !== this.value) sayReadAs(this, undefined);
  }

  get #wrong(): readonly DatePart[] {
    const reading = this.value === undefined ? undefined : readAnswer(this.value);
    return !reading || isRead(reading) || reading.part === 'whole' ? [] : [reading.part];
  }
  #typed(): RocDateParts {
    const [year, month, day] = parts.map((part) => this.#control(part)!.value) as [string, string, string];
    return { before: this.#control('era')?.value === '-', year, month, day };
  }
  #control(id: string): HTMLInputElement | null {
    return this.renderRoot.querySelector(`#${id}`);
  }
  #show(value: string | undefined): void {
    const { before, ...texts } = partsOf(value);
    const era = this.#control('era');
    if (era) era.value = before ? '-' : '';
    for (const part of parts) {
      const input = this.#control(part)!;
      if (input.value !== texts[part]) input.value = texts[part];
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-roc-date': MydataFieldRocDate;
  }
}
