/**
 * What the county app and its pages say to each other: JSON under `/api`. `<mydata-consent>` and `<mydata-form>`
 * speak it; any backend that answers these shapes can stand behind them. All bodies and answers are JSON.
 *
 * | call | body → answer |
 * | --- | --- |
 * | `GET  /api/services` | → `{ services: ServiceSummary[] }` |
 * | `GET  /api/services/:service` | → `ServiceDetail` |
 * | `POST /api/services/:service/journeys` | `StartJourney` → `{ location }`, the platform's address to go to (top level) |
 * | `GET  /api/services/:service/draft` | → `DraftView`, bound to the draft cookie; where there is none an empty one of revision 0, kept when first saved |
 * | `GET  /api/services/:service/draft/events` | → server-sent events `transfer`, each a `DraftNews`; a comment every 15 s. 404 `draft-gone` where there is none |
 * | `PUT  /api/services/:service/draft` | `SaveDraft` → `Saved`; 404 `draft-gone` when it is no more; 409 `draft-conflict` when `revision` is stale, or there is another draft by now; 413 `answer-too-large` with `fields` |
 * | `DELETE /api/services/:service/draft` | → 204; everything typed and received is gone |
 * | `POST /api/services/:service/draft/files?field=` | multipart `file` → `UploadedFile`; 413 `file-too-large`, 415 `file-type` |
 * | `DELETE /api/services/:service/draft/files/:file` | → 204 |
 * | `POST /api/services/:service/applications` | `Submit` → 201 `SubmitResult`; 422 `ApiError` with `fields` |
 * | `POST /api/progress` | `{ applicationNo, nationalId }` → `ProgressView`; 404 the same for unknown and mismatch |
 * | `GET  /api/forms/:service/:version/validator.js` | the compiled validator, an ES module; `export default` is Ajv's function |
 * | `GET  /api/towns.json` | → `{ [county]: town[] }` |
 *
 * Errors are `ApiError` with a 4xx status. State-changing calls need the header `x-mydata-request: 1` (so no cross-site form can make them).
 */
import { Type } from 'typebox';
import { Service } from '../services/types.ts';
import { FormDefinition } from '../shapes/form.ts';
import { dictionary, instant, revision, told, type Of } from '../shapes/shape.ts';
import { Text } from '../shapes/text.ts';
import { Answers, MissingReason, OfficialValue, ResourceId } from '../shapes/values.ts';
export const MydataStanding = Type.Object(
  {
    state: Type.Enum(['offered', 'not-used', 'not-registered', 'suspended', 'ended']),
    since: Type.Optional(instant('ISO time.')),
  },
  {
    title: 'MydataStanding',
    description:
      'Whether MyData can be used for a service now. `offered` · `not-used` the form asks for nothing · `not-registered` the platform has not registered it yet · `suspended`, `ended` at the platform, since when. In the last three the form is filled in by hand.',
  },
);
export type MydataStanding = Of<typeof MydataStanding>;

export const ServiceSummary = Type.Object(
  {
    id: Type.String(),
    name: Text,
    summary: Text,
    agency: Text,
    modes: Type.Array(Type.Enum(['online', 'counter'])),
    mydata: Type.Optional(told(MydataStanding, 'Absent: what the form asks for can be had.')),
  },
  { title: 'ServiceSummary' },
);
export type ServiceSummary = Of<typeof ServiceSummary>;

export const AskedDataset = Type.Object(
  {
    id: ResourceId,
    name: Text,
    agency: Text,
    specialCategory: Type.Boolean(),
    minutes: Type.Integer({ description: 'Preparation time as the handbook’s table 3 gives it; 0 at once.' }),
    parameters: Type.Array(Text, {
      description: 'What the platform will ask the resident before the agency can answer.',
    }),
    replaces: Type.Optional(told(Text, 'Which paper proof it replaces.')),
    fields: Type.Array(Type.Object({ path: Type.String(), label: Text, fills: Type.Array(Text) }), {
      description: 'Only fields that a reachable question uses; `fills` are the questions’ labels.',
    }),
  },
  { title: 'AskedDataset', description: 'One dataset as `<mydata-consent>` explains it.' },
);
export type AskedDataset = Of<typeof AskedDataset>;

export const AskedDatasets = Type.Object(
  { all: Type.Array(AskedDataset), anyOf: Type.Array(Type.Array(AskedDataset)) },
  {
    title: 'AskedDatasets',
    description: 'All of `all`, and for each group in `anyOf` one that the resident chooses (the first is proposed).',
  },
);
export type AskedDatasets = Of<typeof AskedDatasets>;

export const Opening = Type.Object(
  {
    state: Type.Enum(['open', 'soon', 'closed']),
    opensAt: Type.Optional(instant()),
    closesAt: Type.Optional(instant()),
  },
  {
    title: 'Opening',
    description:
      '`soon` opens at `opensAt`, or where there is none nobody knows yet · `closed` since `closesAt`. ISO times.',
  },
);
export type Opening = Of<typeof Opening>;

export const ServiceDetail = Type.Object(
  {
    ...Service.properties,
    opening: Type.Optional(
      told(Opening, 'Outside of its times nothing new is begun (403 `service-closed`); drafts can be finished.'),
    ),
    formVersion: Type.Optional(Type.Integer({ description: 'Version of the form that this tells of.' })),
    asked: told(AskedDatasets, 'Nothing while MyData is not offered.'),
    mydata: Type.Optional(told(MydataStanding, 'Absent: what is asked can be had.')),
    platformName: Text,
    platformOrigin: Type.String(),
    manualUrl: Type.String({ description: 'Where the manual path leads, below the service’s own address.' }),
    counterClient: Type.Optional(
      Type.String({
        description:
          'Of a counter service: its client id at the platform, where one press fetches all that it needs. No secret.',
      }),
    ),
  },
  { title: 'ServiceDetail' },
);
export type ServiceDetail = Of<typeof ServiceDetail>;

export const StartJourney = Type.Object(
  {
    nationalId: Type.String({ description: 'The resident’s id, to be sent encrypted as `pid`.' }),
    chosen: Type.Optional(
      Type.Array(ResourceId, {
        description: 'For each `anyOf` group the chosen dataset; may be left out where nothing is to be chosen.',
      }),
    ),
    formVersion: Type.Optional(
      Type.Integer({
        description:
          '`ServiceDetail.formVersion` of the notice that was read; where it is another’s meanwhile: 409 `notice-changed`.',
      }),
    ),
  },
  { title: 'StartJourney' },
);
export type StartJourney = Of<typeof StartJourney>;

export const TransferStatus = Type.Enum(['none', 'started', 'fetching', 'preparing', 'filled', 'failed'], {
  title: 'TransferStatus',
  description:
    '`none` nothing asked yet · `started` resident is at the platform, or did not come back to this browser · `fetching` package on its way · `preparing` an agency takes its time: the page may be left · `filled` · `failed` see `code`.',
});
export type TransferStatus = Of<typeof TransferStatus>;

export const TransferView = Type.Object(
  {
    status: TransferStatus,
    code: Type.Optional(
      Type.Union([Type.Integer(), Type.Literal('package'), Type.Literal('expired'), Type.Literal('not-called')], {
        description:
          'The interface’s return code: 205 declined, 408 idle, 409 another person, 504 … ; `package` for a package refused; `expired` for one that was not ready within eight hours; `not-called` where the platform said 200 and sent us nothing.',
      }),
    ),
    readyAbout: Type.Optional(
      instant('While `preparing`: when it should be ready, when it is given up, and for which datasets it waits.'),
    ),
    until: Type.Optional(instant()),
    waitsFor: Type.Optional(Type.Array(Type.Object({ id: ResourceId, name: Text }))),
    noRecord: Type.Array(Type.Object({ id: ResourceId, name: Text }), {
      description: 'Datasets that answered 204: no record held.',
    }),
    receivedAt: Type.Optional(instant()),
  },
  { title: 'TransferView' },
);
export type TransferView = Of<typeof TransferView>;

export const DraftNews = Type.Object(
  { status: TransferView.properties.status, readyAbout: TransferView.properties.readyAbout, revision: revision() },
  { title: 'DraftNews', description: 'An event `transfer`: that something changed, not what.' },
);
export type DraftNews = Of<typeof DraftNews>;

const Claim = Type.Object({ kind: Type.Enum(['wrong', 'changed']), text: Type.String() });
export const Claims = Type.Unsafe<{ readonly [place: string]: Of<typeof Claim> | undefined }>(
  dictionary(Claim, {
    title: 'Claims',
    description:
      'What the resident says beside an official value: it is wrong (`claim`), or why it was changed (`reason`). By field id, or `group[2].inner`.',
  }),
);
export type Claims = Of<typeof Claims>;

export const EvidenceDocument = Type.Object(
  {
    dataset: ResourceId,
    datasetName: Text,
    agency: Text,
    filename: Type.String(),
    issuedAt: instant(),
    digest: Type.String(),
  },
  { title: 'EvidenceDocument' },
);
export type EvidenceDocument = Of<typeof EvidenceDocument>;

export const DraftView = Type.Object(
  {
    id: Type.Optional(
      Type.String({
        description:
          'Which draft it is; absent as long as nothing is kept. Where one ends and another begins, revisions say nothing.',
      }),
    ),
    service: Type.String(),
    form: FormDefinition,
    formVersion: Type.Integer(),
    validatorUrl: Type.String(),
    answers: Answers,
    official: dictionary(OfficialValue),
    missing: dictionary(MissingReason),
    officialRows: dictionary(Type.Integer(), {
      description: 'Rows of a group that came from MyData, by group field id: how many of its first rows are official.',
    }),
    claims: Claims,
    pending: Type.Array(Type.String(), {
      description: 'Ids of questions that a package still being prepared will answer.',
    }),
    typedBefore: told(
      Answers,
      'What the resident typed where an official value that cannot be typed over stands now, and differs. Kept, not sent.',
    ),
    confirmed: Type.Array(Type.String(), {
      description:
        'Places (as in `Claims`) of `confirm` values that the resident has looked at, as long as the value is the same one.',
    }),
    evidence: Type.Array(EvidenceDocument),
    files: Type.Optional(
      Type.Array(Type.String(), { description: 'Ids of the uploaded files that are kept with it.' }),
    ),
    transfer: TransferView,
    consentUrl: Type.String({ description: 'Where to start or repeat the MyData path.' }),
    revision: revision(),
    savedAt: Type.Optional(instant()),
    officialUntil: Type.Optional(
      instant(
        'ISO time when what was received from MyData is erased from the draft; what was typed stays until `draftUntil`.',
      ),
    ),
    draftUntil: instant(),
  },
  { title: 'DraftView' },
);
export type DraftView = Of<typeof DraftView>;

export const SaveDraft = Type.Object(
  {
    draft: Type.Optional(
      Type.String({ description: 'The `id` of the draft that it is meant for; absent: whichever there is.' }),
    ),
    answers: told(Answers, 'Typed answers only; official values of `locked` and `confirm` fields are not sent back.'),
    claims: Claims,
    confirmed: Type.Optional(
      Type.Array(Type.String(), { description: 'As in `DraftView`; never the values. Absent: none.' }),
    ),
    revision: revision(),
  },
  { title: 'SaveDraft' },
);
export type SaveDraft = Of<typeof SaveDraft>;

export const Saved = Type.Object(
  {
    id: Type.Optional(Type.String({ description: 'Of the draft that it was kept in.' })),
    savedAt: instant(),
    revision: revision(),
    draftUntil: Type.Optional(instant('When the draft goes if nothing more happens to it.')),
  },
  { title: 'Saved' },
);
export type Saved = Of<typeof Saved>;

export const Submit = Type.Object(
  {
    draft: Type.Optional(Type.String({ description: 'As in `SaveDraft`.' })),
    answers: told(
      Answers,
      'All answers as shown on the check page, official ones included: the server re-checks them.',
    ),
    claims: Claims,
    formVersion: Type.Integer(),
    revision: revision(),
  },
  { title: 'Submit' },
);
export type Submit = Of<typeof Submit>;

export const SubmitResult = Type.Object(
  { applicationNo: Type.String(), submittedAt: instant(), processingDays: Type.Integer() },
  { title: 'SubmitResult' },
);
export type SubmitResult = Of<typeof SubmitResult>;

export const UploadedFile = Type.Object(
  { id: Type.String(), name: Type.String(), size: Type.Integer(), type: Type.String() },
  { title: 'UploadedFile' },
);
export type UploadedFile = Of<typeof UploadedFile>;

export const ApplicationStatus = Type.Enum(['received', 'reviewing', 'returned', 'decided'], {
  title: 'ApplicationStatus',
  description: '`received` 已收件 → `reviewing` 審核中 → `decided` 已核定; `returned` 待補件.',
});
export type ApplicationStatus = Of<typeof ApplicationStatus>;

export const ProgressView = Type.Object(
  {
    applicationNo: Type.String(),
    serviceName: Text,
    submittedAt: instant(),
    status: ApplicationStatus,
    history: Type.Array(Type.Object({ at: instant(), status: ApplicationStatus, note: Type.Optional(Text) })),
    contact: Service.properties.contact,
  },
  { title: 'ProgressView' },
);
export type ProgressView = Of<typeof ProgressView>;

export const ApiError = Type.Object(
  {
    error: Type.Object({
      code: Type.String(),
      message: Text,
      fields: Type.Optional(
        Type.Array(Type.Object({ field: Type.String(), keyword: Type.String(), message: Text }), {
          description:
            'By field id (or `group[2].inner`), for 422. `message` is complete, the page may show its own for `keyword`.',
        }),
      ),
    }),
  },
  { title: 'ApiError' },
);
export type ApiError = Of<typeof ApiError>;

export const PrepareSignature = Type.Object(
  {
    chosen: StartJourney.properties.chosen,
    formVersion: StartJourney.properties.formVersion,
    name: Type.Optional(Type.String({ description: 'As on the certificate.' })),
    nationalId: Type.Optional(Type.String()),
    birthday: Type.Optional(Type.String({ description: 'The whole day in any style.' })),
    birthdayYear: Type.Optional(
      Type.String({ description: 'In its place three boxes; a year of the Republic, or A.D. in four digits.' }),
    ),
    birthdayMonth: Type.Optional(Type.String()),
    birthdayDay: Type.Optional(Type.String()),
    email: Type.Optional(Type.String()),
    mobile: Type.Optional(Type.String()),
  },
  { title: 'PrepareSignature' },
);
export type PrepareSignature = Of<typeof PrepareSignature>;

export const ToSign = Type.Object(
  {
    data: Type.String({
      description: 'Base64; the signature goes over this text in UTF-8, not over the bytes that it stands for.',
    }),
    ticket: Type.String({ description: 'Sealed; to be given back with the signature.' }),
  },
  { title: 'ToSign' },
);
export type ToSign = Of<typeof ToSign>;

export const Signed = Type.Object(
  { ticket: Type.String(), pkcs7: Type.String({ description: 'Base64 of a CMS signature.' }) },
  { title: 'Signed' },
);
export type Signed = Of<typeof Signed>;

/** Number and PIN of an invented resident’s card, in the test environment. */
export const OpenCard = Type.Object({ card: Type.String(), pin: Type.String() }, { title: 'OpenCard' });
export type OpenCard = Of<typeof OpenCard>;

export const OpenedCard = Type.Object(
  { certificatePem: Type.String(), privateKeyPem: Type.String() },
  { title: 'OpenedCard', description: 'What a real card keeps to itself.' },
);
export type OpenedCard = Of<typeof OpenedCard>;

export const AskProgress = Type.Object(
  { applicationNo: Type.String(), nationalId: Type.String() },
  { title: 'AskProgress' },
);
export type AskProgress = Of<typeof AskProgress>;

/** Where to go, at top level. */
export const Onward = Type.Object({ location: Type.String({ format: 'uri' }) }, { title: 'Onward' });
export type Onward = Of<typeof Onward>;

/** Of `GET …/signature`. */
export const SigningOffered = Type.Object({ offered: Type.Boolean() }, { title: 'SigningOffered' });

export const ServiceList = Type.Object({ services: Type.Array(ServiceSummary) }, { title: 'ServiceList' });

export const Towns = dictionary(Type.Array(Type.String()), { title: 'Towns', description: 'Towns by county.' });
