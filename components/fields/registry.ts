/** Which element asks which type of field. `define/fields.ts` registers them all. */
import type { FieldType } from '#schemas/form/definition.ts';

/** Its tag: a form asks for one at a time. */
export const fieldTag = <Type extends FieldType>(type: Type) => `mydata-field-${type}` as const;

/** All of them, for hosts. */
export const fieldTags = {
  text: 'mydata-field-text',
  'long-text': 'mydata-field-long-text',
  number: 'mydata-field-number',
  'roc-date': 'mydata-field-roc-date',
  time: 'mydata-field-time',
  'national-id': 'mydata-field-national-id',
  phone: 'mydata-field-phone',
  email: 'mydata-field-email',
  address: 'mydata-field-address',
  choice: 'mydata-field-choice',
  file: 'mydata-field-file',
  'bank-account': 'mydata-field-bank-account',
  declaration: 'mydata-field-declaration',
  evidence: 'mydata-field-evidence',
  group: 'mydata-field-group',
} as const satisfies { readonly [Type in FieldType]: ReturnType<typeof fieldTag<Type>> };
