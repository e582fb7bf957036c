/**
 * What every field element shares: the properties, the events and what surrounds an official value. It does not know how a
 * question is asked (that is `renderQuestion` and `read` of each type), nor what a form is told (`control-element.ts`).
 *
 * A form may hold hundreds of these, so nothing is done before it is needed: no work in the constructor,
 * `ElementInternals` only when there is something to tell, one listener object per root, no re-render while typing.
 */
import { nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import type { Language, Text } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import { t } from '../i18n/field-messages.ts';
import type { fieldMessages } from '../i18n/field-messages.ts';
import type { Params } from '../i18n/translator.ts';
import { fieldStyles } from '../styles/field-styles.ts';
import type { Claim, Piece } from './claim.ts';
import { ControlElement } from './control-element.ts';
import { isFixed } from './is-fixed.ts';
import { besideQuestion, noteClaim, readOnly } from './official.ts';
import { sameAnswer } from './same-answer.ts';

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
export abstract class FieldElement<
  F extends Field = Field,
  V extends AnswerValue = AnswerValue,
> extends ControlElement<V> {
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
  /** Official values are marked as such, and their source is said once by what is around: in the rows of a group. */
  declare compact?: boolean;

  #spoken: Language | undefined;

  /** Traditional Chinese unless told otherwise. */
  get language(): Language {
    return this.#spoken ?? 'zh-Hant';
  }
  set language(language: Language) {
    const old = this.#spoken;
    this.#spoken = language;
    this.requestUpdate('language', old);
  }

  override get name(): string {
    return this.field?.id ?? this.getAttribute('name') ?? '';
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
    const value = this.read(event);
    const same = [this.official?.value as V | undefined, this.given].find((one) => this.#reads(one, value));
    this.accept(same ?? value);
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
      this.value === undefined &&
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
    super.updated(changed);
  }

  /** The whole question: label, hint, error, controls; `beside` goes last. */
  protected abstract renderQuestion(beside: Piece): TemplateResult;
  /** The answer as it stands in the controls after a resident's edit. */
  protected abstract read(event: Event): V | undefined;

  /** @internal official and not to be typed over */
  get isReadOnly(): boolean {
    return isFixed(this.official);
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
    const { field } = this;
    const owed = field.required || field.requiredWhen || 'calculate' in field;
    return this.words(field.label) + (owed ? '' : this.say('optional'));
  }
  override accept(value: V | undefined): void {
    super.accept(value);
    if (this.official) this.requestUpdate();
  }

  /** What `read` would make of an answer that stands in the controls: a tidier one is no other one. */
  protected echo(value: V): V | undefined {
    return value;
  }
  #reads(shown: V | undefined, value: V | undefined): boolean {
    return shown !== undefined && value !== undefined && sameAnswer(this.echo(shown), this.echo(value));
  }

  /** Puts the answer into the controls. They are not bound in the template: a render never undoes what is being typed. */
  protected abstract write(): void;
  protected override get missing(): string | undefined {
    const owed = this.field?.required && this.value === undefined && !this.isReadOnly;
    return owed ? this.words(this.field.label) : undefined;
  }
}
