import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LongTextField } from '#schemas/form/definition.ts';
import type { Piece } from '../claim.ts';
import { InputField } from '../input-field.ts';
import { lengthOf } from './length.ts';

/** How long a resident has to pause before a screen reader is told the count. */
const pause = 1000;

/**
 * Text of several lines, with a count of what is left where the definition has a limit. More may be typed than
 * allowed, and is then said to be too long: cutting it would lose words.
 * @tag mydata-field-long-text
 * @summary Asks for text of several lines.
 * @csspart input - the native textarea
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
export class MydataFieldLongText extends InputField<LongTextField, string> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override parse(text: string): string | undefined {
    return text.trim() ? text : undefined;
  }
  protected override attributesFor({ rows, maxLength }: LongTextField) {
    return { rows: rows ?? 4, 'aria-describedby': maxLength && 'e h m s' };
  }
  protected override read(event: Event): string | undefined {
    const value = super.read(event);
    this.#count();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#announce(), pause);
    return value;
  }
  protected override write(): void {
    super.write();
    this.#count();
  }
  protected override renderQuestion(beside: Piece): TemplateResult {
    const { maxLength } = this.field;
    return html`<label for="i" part="label">${this.caption}</label>
      <p id="h" part="hint">${this.words(this.field.hint)}</p>
      <p id="e" part="error">${this.error}</p>
      <textarea id="i" part="input" aria-describedby="e h s"></textarea>
      ${
        maxLength
          ? html`<p id="n" class="note" aria-hidden="true"></p>
              <p id="m" class="hidden">${this.say('charactersMost', { n: maxLength })}</p>
              <p id="live" class="hidden" role="status"></p>`
          : nothing
      }${beside}`;
  }

  get #countText(): string | undefined {
    const { maxLength } = this.field;
    if (!maxLength) return undefined;
    const left = maxLength - lengthOf(this.control.value);
    return this.say(left < 0 ? 'charactersOver' : 'charactersLeft', { n: Math.abs(left) });
  }
  #count(): void {
    const text = this.#countText;
    if (text) this.renderRoot.querySelector('#n')!.textContent = text;
  }
  #announce(): void {
    const text = this.#countText;
    if (text) this.renderRoot.querySelector('#live')!.textContent = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-long-text': MydataFieldLongText;
  }
}
