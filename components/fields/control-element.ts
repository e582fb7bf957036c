/**
 * What a field is to a plain `<form>` around it: a name, a value, a verdict. Owns the answer and `ElementInternals`, which
 * are made only when there is something to tell; not how the question is asked.
 */
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { formValue } from './form-value.ts';

export abstract class ControlElement<V extends AnswerValue> extends LitElement {
  static readonly formAssociated = true;

  /** The message to show at the field; sets `aria-invalid` and `:state(invalid)`. */
  declare error?: string;
  declare disabled: boolean;

  /** The resident has answered, or emptied the answer. */
  protected touched: boolean | undefined;
  /** The answer as the host gave it last: what the controls showed before the resident did anything. */
  protected given: V | undefined;
  #answer: V | undefined;
  #lazyInternals: ElementInternals | undefined;
  /** The form that has to be told. */
  #owner: HTMLFormElement | null | undefined;

  /** The answer; undefined when the question is not answered. Setting it fires no event. */
  get value(): V | undefined {
    return this.#answer;
  }
  set value(value: V | undefined) {
    const old = this.#answer;
    this.given = value;
    if (Object.is(old, value)) return;
    this.#answer = value;
    if (this.#owner) this.#tellForm();
    this.valueSet(old);
  }

  /** The field's id, under which a plain `<form>` sends the answer. */
  abstract get name(): string;
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.#judged().validity;
  }
  get validationMessage(): string {
    return this.#judged().validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  checkValidity(): boolean {
    return this.#judged().checkValidity();
  }
  reportValidity(): boolean {
    return this.#judged().reportValidity();
  }

  /** Focuses the first thing that can be answered. */
  override focus(options?: FocusOptions): void {
    this.firstControl()?.focus(options);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    // Whoever manages a form reads the answers itself: hundreds of fields need not tell it at each change.
    this.#owner = form?.hasAttribute('data-managed') ? null : form;
    if (!this.#owner) return;
    if (this.name && this.#answer !== undefined) this.#tellForm();
    if (!this.#owner.noValidate) this.requestUpdate();
  }
  formResetCallback(): void {
    this.touched = false;
    this.value = undefined;
    this.error = undefined;
  }
  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('error') && (this.error || this.#lazyInternals)) {
      const states = this.internals.states;
      if (this.error) states.add('invalid');
      else states.delete('invalid');
      this.#judged();
    } else if (this.#owner && !this.#owner.noValidate) this.#judged();
  }

  /** @internal takes an answer from the resident; no event */
  accept(value: V | undefined): void {
    this.touched = true;
    this.#answer = value;
    if (this.#owner) this.#tellForm();
  }
  /** @internal an edit that no native control reports, e.g. 還原 */
  edit(value: V | undefined): void {
    this.touched = true;
    this.value = value;
    this.fire('input');
    this.fire('change');
  }
  /** @internal a native-like event, or an own one with its detail */
  fire(type: string, detail?: unknown): void {
    const init = { bubbles: true, composed: true };
    this.dispatchEvent(detail === undefined ? new Event(type, init) : new CustomEvent(type, { ...init, detail }));
  }

  /** The question in words, where an answer is owed and there is none. */
  protected abstract get missing(): string | undefined;
  protected valueSet(old: V | undefined): void {
    this.requestUpdate('value', old);
  }
  protected get internals(): ElementInternals {
    return (this.#lazyInternals ??= this.attachInternals());
  }
  protected firstControl(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('input:not([disabled]),select,textarea,summary,button');
  }

  #tellForm(): void {
    const { name } = this;
    // A text is sent under the attribute, not under the property.
    if (this.getAttribute('name') !== name) this.setAttribute('name', name);
    this.internals.setFormValue(formValue(name, this.#answer));
    if (!this.#owner!.noValidate) this.#judged();
  }
  #judged(): ElementInternals {
    const { internals, error, missing } = this;
    const anchor = this.firstControl() ?? undefined;
    if (error) internals.setValidity({ customError: true }, error, anchor);
    else if (missing) internals.setValidity({ valueMissing: true }, missing, anchor);
    else internals.setValidity({});
    return internals;
  }
}
