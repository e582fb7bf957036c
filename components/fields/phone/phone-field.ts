import type { PhoneField } from '#schemas/form/definition.ts';
import { InputField } from '../input-field.ts';
import { parsePhone } from './parse.ts';

/**
 * A phone number of Taiwan. The answer holds digits only, and `#` before an extension.
 * @tag mydata-field-phone
 * @summary Asks for a phone number.
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
export class MydataFieldPhone extends InputField<PhoneField, string> {
  protected override parse(text: string): string | undefined {
    return parsePhone(text);
  }
  protected override attributesFor() {
    return { type: 'tel', part: 'input short' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-phone': MydataFieldPhone;
  }
}
