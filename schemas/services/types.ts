/** A service 服務 as data: `<county>/<id>/service.json` beside its `form.json`. Adding one is adding these two files. */
import { Type } from 'typebox';
import type { Of } from '../shapes/shape.ts';
import { WrittenText } from '../shapes/text.ts';

const closed = { additionalProperties: false } as const;
const words = (description: string) => Type.Unsafe<Of<typeof WrittenText>>({ ...WrittenText, description });

const ResourceId = Type.String({
  title: 'ResourceId',
  pattern: '^API\\.[A-Za-z0-9]{10}$',
  description: 'Dataset 資料集, as the platform names it.',
});

const ServiceDataset = Type.Union([
  ResourceId,
  Type.Object({ anyOf: Type.Array(ResourceId, { minItems: 2, uniqueItems: true }) }, closed),
]);
export type ServiceDataset = Of<typeof ServiceDataset>;

const ReplacedProof = Type.Object(
  {
    dataset: ResourceId,
    document: WrittenText,
    rule: WrittenText,
    lookUp: Type.Optional(
      Type.Enum(['no', 'in-part', 'yes'], {
        description:
          'Whether the office can look the facts up by itself (handbook 參-一-(一)); `in-part`: the note says why that is not enough. Absent: not said; a registration needs it before the trial.',
      }),
    ),
    lookUpNote: Type.Optional(WrittenText),
  },
  closed,
);
export type ReplacedProof = Of<typeof ReplacedProof>;

export const Service = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$', maxLength: 60 }),
    county: Type.String({ minLength: 3, description: 'By name: 某某縣 or 某某市.' }),
    agency: words('The office that asks, art. 8 item 1.'),
    name: WrittenText,
    summary: WrittenText,
    modes: Type.Array(Type.Enum(['online', 'counter']), { minItems: 1, uniqueItems: true }),
    audience: WrittenText,
    prepare: Type.Array(WrittenText, { description: 'What the resident should have at hand.' }),
    processingDays: Type.Integer({ minimum: 0 }),
    fee: WrittenText,
    contact: Type.Object(
      {
        unit: WrittenText,
        phone: Type.String({ minLength: 1 }),
        hours: WrittenText,
        email: Type.Optional(
          Type.String({
            pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
            maxLength: 100,
            description: 'An office’s, for the platform’s people; a registration needs it before the trial.',
          }),
        ),
      },
      closed,
    ),
    legalBasis: WrittenText,
    purposes: Type.Array(Type.Object({ code: Type.String({ pattern: '^\\d{3}$' }), name: WrittenText }, closed), {
      minItems: 1,
      description: 'Official purpose codes (個資法特定目的) with their names.',
    }),
    purpose: WrittenText,
    datasets: Type.Array(ServiceDataset, {
      minItems: 1,
      description: 'At most five unless `extraDatasetsBasis` is stated (handbook 參-一-(六)).',
    }),
    extraDatasetsBasis: Type.Optional(WrittenText),
    agentBasis: Type.Optional(
      words('The law that lets another act for the person at the counter (handbook 參-一-(七)); absent: nobody may.'),
    ),
    replaces: Type.Array(ReplacedProof, { description: 'Which paper proof each dataset replaces, and by which rule.' }),
    centralService: Type.Optional(
      Type.Enum(['none', 'exists'], {
        description:
          'Whether a central agency already offers this application online (handbook 參-一-(二)). Absent: not said; a registration needs it before the trial.',
      }),
    ),
    special: Type.Optional(
      Type.Object(
        { basis: WrittenText, writtenConsent: Type.Boolean() },
        {
          ...closed,
          description: 'For special categories (個資法第 6 條): the law, and whether written consent is asked for.',
        },
      ),
    ),
    notice: Type.Object(
      {
        dataClasses: WrittenText,
        period: WrittenText,
        area: WrittenText,
        recipients: WrittenText,
        manner: WrittenText,
        rights: WrittenText,
        ifRefused: WrittenText,
        source: WrittenText,
      },
      {
        ...closed,
        description: 'Art. 8 items 3 to 6 and art. 9, in words; item 1 is `agency`, item 2 `purpose`.',
      },
    ),
    retentionDays: Type.Integer({ minimum: 1 }),
    manual: WrittenText,
  },
  { title: 'Service', ...closed },
);
export type Service = Of<typeof Service>;
