/** JSON Schema of a resident's file; the records are checked against their datasets' own schemas. */
const text = { type: 'string', minLength: 1 };
const closed = (properties: { readonly [name: string]: unknown }): { readonly [keyword: string]: unknown } => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

export const residentSchema = closed({
  slug: { type: 'string', pattern: '^[a-z]+(?:-[a-z]+)*$' },
  // A file that does not say so is not taken: nobody real may slip into the folder.
  note: closed({
    'zh-Hant': { type: 'string', pattern: '^虛構人物' },
    en: { type: 'string', pattern: '^Invented' },
  }),
  nationalId: { type: 'string', format: 'national-id' },
  name: text,
  birthDate: { type: 'string', format: 'roc-iso-date' },
  gender: { enum: ['M', 'F'] },
  email: { type: 'string', format: 'email', pattern: '\\.example$' },
  mobile: { type: 'string', format: 'tw-mobile' },
  account: text,
  card: closed({
    number: { type: 'string', format: 'citizen-certificate' },
    pin: { type: 'string', pattern: '^\\d{6,8}$' },
  }),
  nhi: closed({ number: { type: 'string', format: 'nhi-card' }, password: { type: 'string', minLength: 6 } }),
  householdNumber: { type: 'string', format: 'household-number' },
  records: { type: 'object', propertyNames: { pattern: '^API\\.[A-Za-z0-9]{10}$' } },
});
