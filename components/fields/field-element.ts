/**
 * What every field element shares: the properties, the form association, the events and what surrounds an official value.
 * It does not know how a question is asked: that is `renderQuestion` and `read` of each type.
 *
 * A form may hold hundreds of these, so nothing is done before it is needed: no work in the constructor,
 * `ElementInternals` only when there is something to tell, one listener object per root, no re-render while typing.
 */
import { LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { AnswerValue, Field } from '../../schemas/form/definition.ts';
import type { OfficialValue } from '../../schemas/mapping/types.ts';
import type { Language, Text } from '../../schemas/text.ts';
import { textIn } from '../../schemas/text.ts';
import { t } from '../i18n/field-messages.ts';
import type { fieldMessages } from '../i18n/field-messages.ts';
import type { Params } from '../i18n/translator.ts';
import { fieldStyles } from '../styles/field-styles.ts';
import { formValue } from './form-value.ts';
import { besideQuestion, noteClaim, readOnly } from './official.ts';

/** `wrong`: the official value is wrong, as the resident says; `changed`: why it was changed. */
export interface Claim {
  readonly kind: 'wrong' | 'changed';
  readonly text: string;
}

/** What stands in a template where there may be nothing. */
export type Piece = TemplateResult | typeof nothing;

/**
 * The base of all field elements.
 * @fires input - each edit by the resident
 * @fires change - an edit is complete
 * @fires mydata-claim-changed - the resident says something beside an official value; `detail: { claim, path }`
 * @csspart label - the label or legend
 * @csspart hint - the hint
 * @csspart error - the error message
 * @csspart value - an official value shown as text
 * @csspart source - where an official value comes from
 * @cssprop --mydata-font-family - the type face
 * @cssprop --mydata-font-size - the size of text, 18px
 * @cssprop --mydata-font-size-small - the size of notes, 16px
 * @cssprop --mydata-space - the unit of space, 0.5rem
 * @cssprop --mydata-radius - the radius of corners
 * @cssprop --mydata-target-size - the least size of what is pressed, 2.75rem
 * @cssprop --mydata-color-scheme - `light dark`, or one of them
 * @cssprop --mydata-color-text - text
 * @cssprop --mydata-color-muted - hints and notes
 * @cssprop --mydata-color-surface - behind controls
 * @cssprop --mydata-color-tint - behind official values
 * @cssprop --mydata-color-line - around controls
 * @cssprop --mydata-color-accent - buttons and marks
 * @cssprop --mydata-color-on-accent - text upon the accent
 * @cssprop --mydata-color-error - errors
 * @cssprop --mydata-color-focus - the focus ring
 * @cssstate invalid - there is an error message
 */
export abstract class FieldElement<F extends Field = Field, V extends AnswerValue = AnswerValue> extends LitElement {
  static readonly formAssociated = true;
  static override styles = fieldStyles;
  static override properties = {
    field: { attribute: false },
    value: { attribute: false, noAccessor: true },
    official: { attribute: false },
    claim: { attribute: false },
    error: {},
    language: { noAccessor: true },
    disabled: { type: Boolean },
    compact: { type: Boolean },
  };

  /** The field's definition. */
  declare field: F;
  /** The official value and its provenance, when MyData gave one. */
  declare official?: OfficialValue;
  /** What the resident says beside the official value. */
  declare claim?: Claim;
  /** The message to show at the field; sets `aria-invalid` and `:state(invalid)`. */
  declare error?: string;
  declare disabled: boolean;
  /** Official values are marked as such, and their source is said once by what is around: in the rows of a group. */
  declare compact?: boolean;

  private answer: V | undefined;
  private spoken: Language | undefined;
  private lazyInternals: ElementInternals | undefined;
  private owner: HTMLFormElement | null | undefined;
  private touched: boolean | undefined;

  /** The answer; undefined when the question is not answered. Setting it fires no event. */
  get value(): V | undefined {
    return this.answer;
  }
  set value(value: V | undefined) {
    const old = this.answer;
    if (Object.is(old, value)) return;
    this.answer = value;
    if (this.owner) this.tellForm();
    this.valueSet(old);
  }

  /** Traditional Chinese unless told otherwise. */
  get language(): Language {
    return this.spoken ?? 'zh-Hant';
  }
  set language(language: Language) {
    const old = this.spoken;
    this.spoken = language;
    this.requestUpdate('language', old);
  }

  /** The field's id, under which a plain `<form>` sends the answer. */
  get name(): string {
    return this.field?.id ?? this.getAttribute('name') ?? '';
  }
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.judged().validity;
  }
  get validationMessage(): string {
    return this.judged().validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  checkValidity(): boolean {
    return this.judged().checkValidity();
  }
  reportValidity(): boolean {
    return this.judged().reportValidity();
  }

  /** Focuses the first thing that can be answered. */
  override focus(options?: FocusOptions): void {
    this.firstControl()?.focus(options);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    // Whoever manages a form reads the answers itself: hundreds of fields need not tell it at each change.
    this.owner = form && form.hasAttribute('data-managed') ? null : form;
    if (!form || !this.owner) return;
    if (this.field?.id && this.answer !== undefined) this.tellForm();
    if (!form.noValidate) this.requestUpdate();
  }
  formResetCallback(): void {
    this.touched = false;
    this.value = undefined;
    this.error = undefined;
  }
  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  /** @internal one listener for the whole root */
  handleEvent(event: Event): void {
    const control = event.target as HTMLInputElement;
    // Said beside the value, not an answer: it must not look like an edit to the form.
    if (control.dataset?.['claim'] !== undefined) {
      event.stopPropagation();
      noteClaim(this, control);
      return;
    }
    this.accept(this.read(event));
    // Native `input` crosses the shadow root by itself, native `change` does not.
    if (event.type === 'change' && !event.composed) this.fire('change');
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('input', this);
    root.addEventListener('change', this);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { official } = this;
    // An editable official value is the first answer; later the resident's own one, an emptied field included, stands.
    if (
      official &&
      changed.has('official') &&
      official.policy === 'editable' &&
      this.answer === undefined &&
      !this.touched
    ) {
      this.value = official.value as V | undefined;
    }
  }

  protected override render(): unknown {
    const { official } = this;
    if (!official) return this.renderQuestion(nothing);
    if (this.isReadOnly) return readOnly(this, official);
    return this.renderQuestion(besideQuestion(this, official));
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.isReadOnly && (changed.has('value') || changed.has('field') || changed.has('official'))) this.write();
    if (changed.has('error') && (this.error || this.lazyInternals)) {
      const states = this.internals.states;
      if (this.error) states.add('invalid');
      else states.delete('invalid');
      this.judged();
    } else if (this.owner && !this.owner.noValidate) this.judged();
  }

  /** The whole question: label, hint, error, controls; `beside` goes last. */
  protected abstract renderQuestion(beside: Piece): TemplateResult;
  /** The answer as it stands in the controls after a resident's edit. */
  protected abstract read(event: Event): V | undefined;

  /** @internal official and not to be typed over */
  get isReadOnly(): boolean {
    const { official } = this;
    return official?.value !== undefined && (official.policy === 'locked' || official.policy === 'confirm');
  }
  /** @internal the text in the resident's language; undefined stays undefined */
  words(text: Text | undefined): string | undefined {
    return text && textIn(text, this.language);
  }
  /** @internal */
  say(key: keyof typeof fieldMessages, params?: Params): string {
    return t(this.language, key, params);
  }
  /** @internal the label with 「(選填)」 where the question may stay unanswered */
  get caption(): string {
    return this.words(this.field.label) + (this.field.required ? '' : this.say('optional'));
  }
  /** @internal takes an answer from the resident; no event */
  accept(value: V | undefined): void {
    this.touched = true;
    this.answer = value;
    if (this.owner) this.tellForm();
    if (this.official) this.requestUpdate();
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

  /** Puts the answer into the controls. They are not bound in the template: a render never undoes what is being typed. */
  protected abstract write(): void;
  protected valueSet(old: V | undefined): void {
    this.requestUpdate('value', old);
  }
  protected get internals(): ElementInternals {
    return (this.lazyInternals ??= this.attachInternals());
  }
  protected firstControl(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('input:not([disabled]),select,textarea,summary,button');
  }

  private tellForm(): void {
    const { name } = this;
    // A text is sent under the attribute, not under the property.
    if (this.getAttribute('name') !== name) this.setAttribute('name', name);
    this.internals.setFormValue(formValue(name, this.answer));
    if (!this.owner!.noValidate) this.judged();
  }
  private judged(): ElementInternals {
    const { internals } = this;
    const anchor = this.firstControl() ?? undefined;
    if (this.error) internals.setValidity({ customError: true }, this.error, anchor);
    else if (this.field?.required && this.answer === undefined && !this.isReadOnly)
      internals.setValidity({ valueMissing: true }, this.words(this.field.label), anchor);
    else internals.setValidity({});
    return internals;
  }
}
