import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BankAccountField } from '#schemas/form/definition.ts';
import { bankName, bankNames, postOffice } from '#schemas/taiwan/bank.ts';
import { FieldElement } from '../field-element.ts';
import type { Piece } from '../claim.ts';
import { fieldset, invalidPart } from '../fieldset.ts';
import { parts, withPart, wrongParts } from './parts.ts';
import type { BankAccountAnswer, Part } from './parts.ts';

/**
 * A bank or post office account to pay to.
 * @tag mydata-field-bank-account
 * @summary Asks for an account.
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
export class MydataFieldBankAccount extends FieldElement<BankAccountField, BankAccountAnswer> {
  protected override renderQuestion(beside: Piece): TemplateResult {
    const institution = this.value?.institution;
    return fieldset(
      this,
      html`<div class="part">
        ${this.#renderPart('institution', this.say('institutionHint'))}
        <p class="note" role="status">${institution && bankName(institution)}</p>
        <datalist id="banks">
          ${Object.entries(bankNames).map(([code, name]) => html`<option value=${code}>${name}</option>`)}
        </datalist>
        ${institution === postOffice ? nothing : this.#renderPart('branch')}
        ${this.#renderPart('account', this.say('accountHint'))}${this.#renderPart('holder')}
      </div>`,
      beside,
    );
  }

  protected override read(event: Event): BankAccountAnswer | undefined {
    const { id, value: text } = event.target as HTMLInputElement;
    return withPart(this.value ?? {}, id as Part, text);
  }
  protected override echo(value: BankAccountAnswer): BankAccountAnswer | undefined {
    return parts.reduce<BankAccountAnswer | undefined>((all, part) => withPart(all ?? {}, part, value[part] ?? ''), {});
  }
  override accept(value: BankAccountAnswer | undefined): void {
    const moved = value?.institution !== this.value?.institution;
    super.accept(value);
    if (moved) this.requestUpdate();
  }
  protected override write(): void {
    for (const part of parts) {
      const input = this.renderRoot.querySelector<HTMLInputElement>(`#${part}`);
      const text = this.value?.[part] ?? '';
      if (input && input.value !== text) input.value = text;
    }
  }

  #renderPart(part: Part, hint?: string): TemplateResult {
    const digits = part !== 'holder';
    return html`<label for=${part}>${this.say(part)}</label>
      ${hint ? html`<p id=${`${part}-hint`} class="note">${hint}</p>` : nothing}
      <input
        id=${part}
        part=${digits ? 'input short' : 'input'}
        list=${part === 'institution' ? 'banks' : nothing}
        inputmode=${digits ? 'numeric' : nothing}
        autocomplete=${digits ? 'off' : 'name'}
        aria-describedby=${hint ? `e ${part}-hint` : 'e'}
        aria-required=${this.field.required && part !== 'branch' ? 'true' : nothing}
        aria-invalid=${invalidPart(this, this.value ? wrongParts(this.value) : [], part)}
      />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-bank-account': MydataFieldBankAccount;
  }
}
