import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { NumberField } from '#schemas/form/definition.ts';
import type { Piece } from '../claim.ts';
import { InputField } from '../input-field.ts';
import { parseNumber } from './parse.ts';

/**
 * A number. The answer is a number; text that is none is kept as it is, for the validation to name.
 * @tag mydata-field-number
 * @summary Asks for a number.
 * @fires input - each edit by the resident
 * @fires change - an edit is complete
 * @fires mydata-claim-changed - the resident says something beside an official value; `detail: { claim, path }`
 * @csspart label - the label
 * @csspart hint - the hint
 * @csspart error - the error message
 * @csspart input - the native input
 * @csspart value - an official value shown as text
 * @csspart source - where an official value comes from
 * @cssstate invalid - there is an error message
 */
export class MydataFieldNumber extends InputField<NumberField, number | string> {
  protected override parse(text: string): number | string | undefined {
    return parseNumber(text, this.words(this.field.unit));
  }
  // `type=number` loses what it cannot read and changes by scrolling: text with the right keyboard instead.
  protected override attributesFor(field: NumberField) {
    return {
      inputmode: field.integer ? 'numeric' : 'decimal',
      part: 'input number',
      'aria-describedby': field.unit && 'u e h s',
    };
  }
  protected override renderQuestion(beside: Piece): TemplateResult {
    const unit = this.words(this.field.unit);
    return super.renderQuestion(unit ? html`<span id="u" class="unit">${unit}</span>${beside}` : beside);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-number': MydataFieldNumber;
  }
}
