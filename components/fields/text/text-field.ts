import type { TextField } from '#schemas/form/definition.ts';
import { InputField } from '../input-field.ts';
import { parseText } from './parse.ts';

/**
 * One line of text.
 * @tag mydata-field-text
 * @summary Asks for one line of text.
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
export class MydataFieldText extends InputField<TextField, string> {
  protected override parse(text: string): string | undefined {
    return parseText(text, this.field.pattern);
  }
  // No `maxlength`: it counts UTF-16 units, where a rare character of a name counts twice, and cuts silently.
  protected override attributesFor() {
    return {};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-text': MydataFieldText;
  }
}
