/** Answers, and official values with where they are from. */
import { Type } from 'typebox';
import type { AnswerValue as Value, Answers as All } from '../form/answers.ts';
import { anyJson } from './json.ts';
import { opaque, type Of, type TSchema } from './shape.ts';

export const ResourceId = Type.String({
  description: '`API.` and ten characters, as the platform names a dataset 資料集.',
});

export const AnswerValue = opaque<Value>('AnswerValue');

/** For documents. */
export const answerValueSchema: TSchema = {
  description: 'The answer to one question.',
  anyOf: [
    { type: ['string', 'number', 'boolean'] },
    { type: 'array', items: anyJson },
    { type: 'object', additionalProperties: anyJson },
  ],
};

export const Answers = Type.Unsafe<All>({
  type: 'object',
  title: 'Answers',
  description: 'By field id. A question not answered has no key: there is no empty string and no null in answers.',
  additionalProperties: AnswerValue,
});

export const Policy = Type.Enum(['locked', 'confirm', 'editable', 'compare'], {
  title: 'Policy',
  description:
    'What may become of a filled field. `locked`: official, checked again at submission. `confirm`: shown, the resident confirms or notes that it is wrong. `editable`: may be changed, with a reason. `compare`: typed, and compared by the server; the page never gets the official value.',
});
export type Policy = Of<typeof Policy>;

export const Provenance = Type.Object(
  {
    dataset: ResourceId,
    datasetName: Type.String(),
    agency: Type.String({ description: 'That holds and corrects it.' }),
    issuedAt: Type.String({ description: 'When the agency issued it, ISO 8601 with offset.' }),
    packageDigest: Type.String({ description: 'Lower-case hex SHA-256 of the inner zip it came in.' }),
  },
  {
    title: 'Provenance',
    description: 'Where a value comes from; travels with it to the resident, the clerk and the application.',
  },
);
export type Provenance = Of<typeof Provenance>;

export const OfficialValue = Type.Object(
  {
    policy: Policy,
    value: Type.Optional(
      Type.Unsafe<Value>({ ...AnswerValue, description: 'Absent under `compare`: that value stays on the server.' }),
    ),
    provenance: Provenance,
  },
  { title: 'OfficialValue' },
);
export type OfficialValue = Of<typeof OfficialValue>;

export const MissingReason = Type.Enum(
  ['not-asked', 'not-registered', 'declined', 'failed', 'no-record', 'empty', 'unreadable'],
  {
    title: 'MissingReason',
    description:
      'Why an official value is not there. Of a whole dataset: `not-asked`, `not-registered` the service may not ask for it, `declined` by the resident, `failed` lost on the way, `no-record` the agency holds nothing. Of a record that came: `empty`, `unreadable`.',
  },
);
export type MissingReason = Of<typeof MissingReason>;
