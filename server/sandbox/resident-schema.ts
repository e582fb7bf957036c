/** JSON Schema of a resident's file; the records are checked against their datasets' own schemas. */
const text = { type: 'string', minLength: 1 };
type Properties = { readonly [name: string]: unknown };
const closed = (properties: Properties, optional: Properties = {}): { readonly [keyword: string]: unknown } => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});

const day = { type: 'string', format: 'roc-iso-date' };
// What a person may have beside these is told by `generator/household.ts`; the records written of it are tested.
const person = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'national-id' },
    name: text,
    birthDate: day,
    relationship: { type: 'string' },
  },
  required: ['id', 'name', 'birthDate', 'relationship'],
};
const household = closed(
  {
    address: closed({ county: text, town: text, village: text, neighbourhood: text, street: text }),
    founded: day,
    headId: { type: 'string', format: 'national-id' },
    members: { type: 'array', minItems: 1, items: person },
  },
  { kin: { type: 'array', items: person }, lowIncome: { type: 'object' } },
);
const datasetId = '^API\\.[A-Za-z0-9]{10}$';

export const residentSchema = closed(
  {
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
    card: closed(
      { number: { type: 'string', format: 'citizen-certificate' }, pin: { type: 'string', pattern: '^\\d{6,8}$' } },
      { expired: { const: true }, revoked: { const: true } },
    ),
    nhi: closed({ number: { type: 'string', format: 'nhi-card' }, password: { type: 'string', minLength: 6 } }),
    householdNumber: { type: 'string', format: 'household-number' },
  },
  {
    records: { type: 'object', propertyNames: { pattern: datasetId } },
    facts: { anyOf: [household, closed({ sameAs: text })] },
    holds: { type: 'array', items: { type: 'string', pattern: datasetId } },
    holdsNothing: { const: true },
  },
);
