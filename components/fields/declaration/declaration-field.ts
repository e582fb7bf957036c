import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DeclarationField } from '#schemas/form/definition.ts';
import { FieldElement } from '../field-element.ts';
import type { Piece } from '../claim.ts';
import { fieldset, invalid } from '../fieldset.ts';

/**
 * A statement that the resident confirms by ticking. The answer is `true`, or none.
 * @tag mydata-field-declaration
 * @summary Asks to confirm a statement.
 * @csspart input - the native check box
 * @csspart statement - the words confirmed
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
export class MydataFieldDeclaration extends FieldElement<DeclarationField, boolean> {
  protected override renderQuestion(beside: Piece): TemplateResult {
    return fieldset(
      this,
      html`<p id="t" class="statement" part="statement">${this.words(this.field.statement)}</p>
        <label class="option"
          ><input
            id="i"
            type="checkbox"
            part="input"
            aria-describedby="e t"
            aria-required=${this.field.required ? 'true' : nothing}
            aria-invalid=${invalid(this)}
          />${this.say('declare')}</label
        >`,
      beside,
    );
  }

  protected override read(event: Event): boolean | undefined {
    return (event.target as HTMLInputElement).checked || undefined;
  }
  protected override write(): void {
    this.renderRoot.querySelector('input')!.checked = this.value === true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-declaration': MydataFieldDeclaration;
  }
}
