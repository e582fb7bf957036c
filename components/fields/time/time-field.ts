import type { TimeField } from '#schemas/form/fields/time.ts';
import { plain } from '#schemas/taiwan/plain-text.ts';
import { readTime } from '#schemas/taiwan/read-time.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { InputField } from '../input-field.ts';

/**
 * A time of day. 「下午 2 點半」, `2:30 PM` and `1430` are read as `14:30`; what is no time stays, to be found wrong.
 * @tag mydata-field-time
 * @summary Asks for a time of day.
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
export class MydataFieldTime extends InputField<TimeField, string> {
  protected override parse(text: string): string | undefined {
    return valueOf(readTime(text)) ?? (plain(text) || undefined);
  }
  // A native time input has no place for 「下午 2 點半」, and asks for each half by itself.
  protected override attributesFor() {
    return { autocomplete: 'off' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-time': MydataFieldTime;
  }
}
