import type { NationalIdField } from '#schemas/form/definition.ts';
import { InputField } from '../input-field.ts';
import { parseNationalId } from './parse.ts';

/**
 * A national or resident id. The answer is in capitals; its check digit is for the validation.
 * @tag mydata-field-national-id
 * @summary Asks for 身分證統一編號 or 外來人口統一證號.
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
export class MydataFieldNationalId extends InputField<NationalIdField, string> {
  protected override parse(text: string): string | undefined {
    return parseNationalId(text);
  }
  protected override attributesFor({ autocomplete = 'off' }: NationalIdField) {
    // The style shows capitals while typing: changing the text itself would move the caret.
    return {
      inputmode: 'text',
      // A shared computer must not offer it to the next person.
      autocomplete,
      autocapitalize: 'characters',
      spellcheck: 'false',
      maxlength: 20,
      part: 'input short capitals',
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-national-id': MydataFieldNationalId;
  }
}
