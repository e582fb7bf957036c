import type { EmailField } from '#schemas/form/definition.ts';
import { tidyEmail } from '#schemas/taiwan/email.ts';
import { InputField } from '../input-field.ts';

/**
 * An e-mail address.
 * @tag mydata-field-email
 * @summary Asks for an e-mail address.
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
export class MydataFieldEmail extends InputField<EmailField, string> {
  protected override parse(text: string): string | undefined {
    return tidyEmail(text) || undefined;
  }
  protected override attributesFor() {
    return { type: 'email', autocapitalize: 'none', spellcheck: 'false' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-email': MydataFieldEmail;
  }
}
