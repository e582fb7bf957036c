import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChoiceField, Option } from '#schemas/form/definition.ts';
import { FieldElement } from '../field-element.ts';
import type { Piece } from '../claim.ts';
import { fieldset, invalid } from '../fieldset.ts';

/**
 * One of several, as radio buttons or a list, or some of several, as check boxes.
 * @tag mydata-field-choice
 * @summary Asks to choose.
 * @csspart input - each native control
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
export class MydataFieldChoice extends FieldElement<ChoiceField, string | readonly string[]> {
  protected override renderQuestion(beside: Piece): TemplateResult {
    return this.field.as === 'select' ? this.#renderSelect(beside) : this.#renderBoxes(beside);
  }

  protected override read(event: Event): string | readonly string[] | undefined {
    if (this.field.as !== 'checkboxes') return (event.target as HTMLInputElement).value || undefined;
    const ticked = this.#boxes().filter((box) => box.checked);
    return ticked.length ? ticked.map((box) => box.value) : undefined;
  }
  override accept(value: string | readonly string[] | undefined): void {
    super.accept(value);
    if (this.#clearable) this.requestUpdate();
  }
  protected override write(): void {
    const { value } = this;
    if (this.field.as === 'select') this.renderRoot.querySelector('select')!.value = String(value ?? '');
    else
      for (const box of this.#boxes())
        box.checked = Array.isArray(value) ? value.includes(box.value) : value === box.value;
  }

  /** As Tab does: the radio button that is chosen. */
  protected override firstControl(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('[type=radio]:checked') ?? super.firstControl();
  }

  get #clearable(): boolean {
    return this.field.as === 'radio' && !this.field.required;
  }
  #boxes(): HTMLInputElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLInputElement>('input[name="choice"]')];
  }
  #renderSelect(beside: Piece): TemplateResult {
    const { field } = this;
    return html`<label for="i" part="label">${this.caption}</label>
      <p id="h" part="hint">${this.words(field.hint)}</p>
      <p id="e" part="error">${this.error}</p>
      <select
        id="i"
        part="input"
        autocomplete=${field.autocomplete ?? nothing}
        aria-describedby="e h s"
        aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${invalid(this)}
        ?disabled=${this.disabled}
      >
        <option value="">${this.say('choose')}</option>
        ${field.options.map(({ value, label }) => html`<option value=${value}>${this.words(label)}</option>`)}
      </select>
      ${beside}`;
  }
  #renderBoxes(beside: Piece): TemplateResult {
    const type = this.field.as === 'radio' ? 'radio' : 'checkbox';
    const option = ({ value, label, hint }: Option, index: number) =>
      html`<label class="option"
          ><input
            type=${type}
            name="choice"
            part="input"
            value=${value}
            aria-describedby=${hint ? `e o${index}` : 'e'}
            aria-invalid=${invalid(this)}
          />${this.words(label)}</label
        >${hint ? html`<p id=${`o${index}`} class="note indent">${this.words(hint)}</p>` : nothing}`;
    const clear =
      this.#clearable && this.value !== undefined
        ? html`<button type="button" @click=${this.#clear}>${this.say('clear')}</button>`
        : nothing;
    return fieldset(this, html`${this.field.options.map(option)}${clear}`, beside);
  }
  #clear(): void {
    this.edit(undefined);
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-choice': MydataFieldChoice;
  }
}
