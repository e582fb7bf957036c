/** One label, one hint, one native input: text, number, e-mail, phone and national id share it. */
import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { FieldElement } from './field-element.ts';
import type { Piece } from './claim.ts';
import { sayReadAs } from './read-as.ts';

export interface InputAttributes {
  readonly [attribute: string]: string | number | undefined;
}

export abstract class InputField<F extends Field, V extends AnswerValue> extends FieldElement<F, V> {
  protected get control(): HTMLInputElement | HTMLTextAreaElement {
    return this.renderRoot.querySelector('#i')!;
  }

  /** What the resident typed → the answer; undefined for an empty one. */
  protected abstract parse(text: string): V | undefined;
  protected override echo(value: V): V | undefined {
    return this.parse(this.format(value));
  }
  /** The answer → what stands in the input. */
  protected format(value: V): string {
    return String(value);
  }
  /** Attributes that depend on the definition only; set once, not at each render. */
  protected abstract attributesFor(field: F): InputAttributes;

  protected override renderQuestion(beside: Piece): TemplateResult {
    return html`<label for="i" part="label">${this.caption}</label>
      <p id="h" part="hint">${this.words(this.field.hint)}</p>
      <p id="e" part="error">${this.error}</p>
      <input id="i" part="input" aria-describedby="e h s" />${beside}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.isReadOnly) this.#dress(changed);
    super.updated(changed);
  }

  protected override read(event: Event): V | undefined {
    const control = event.target as HTMLInputElement;
    const value = this.parse(control.value);
    // On leaving the input its text becomes the answer's own form (capitals, half width), never while the caret is in it.
    const typed = control.value.trim();
    const shown = value === undefined ? typed : this.format(value);
    if (event.type === 'change' && value !== undefined) control.value = shown;
    sayReadAs(this, event.type === 'change' && shown !== typed ? shown : undefined);
    return value;
  }

  // Filling a form of hundreds: a plain question has nothing to render but the text of its input.
  protected override valueSet(old: V | undefined): void {
    if (this.hasUpdated && !this.official && !this.isUpdatePending) this.write();
    else super.valueSet(old);
  }

  protected override write(): void {
    const { control } = this;
    const text = this.value === undefined ? '' : this.format(this.value);
    if (control.value === text) return;
    control.value = text;
    sayReadAs(this, undefined);
  }

  #dress(changed: PropertyValues): void {
    const { control } = this;
    // The official value may have gone since the last render, and the input be new.
    const fresh = changed.has('field') || changed.has('official');
    if (fresh) {
      const { field } = this;
      const attributes: InputAttributes = {
        // What the browser keeps for autofill it keeps by name.
        name: field.id,
        autocomplete: field.autocomplete,
        ...this.attributesFor(field),
        readonly: 'calculate' in field ? '' : undefined,
        'aria-required': field.required ? 'true' : undefined,
      };
      for (const name in attributes) {
        const value = attributes[name];
        if (value !== undefined) control.setAttribute(name, String(value));
        else if (changed.get('field')) control.removeAttribute(name);
      }
    }
    if (fresh ? this.error : changed.has('error')) control.setAttribute('aria-invalid', String(!!this.error));
    if (fresh ? this.disabled : changed.has('disabled')) control.disabled = this.disabled;
  }
}
