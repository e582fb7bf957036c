/**
 * What `<mydata-form-builder>` and the county app say to each other: JSON under `/api/builder`, for signed-in staff. All
 * bodies and answers are JSON; errors are `ApiError` (`county-api.ts`) with a 4xx status.
 *
 * | call | body → answer | who |
 * | --- | --- | --- |
 * | `GET  me` | → `BuilderStaff` | any of the three |
 * | `GET  catalogue` | → `PaletteDataset[]`, with an ETag | any |
 * | `GET  forms` | → `{ forms: FormSummary[] }` | any |
 * | `POST forms` | `NewForm` → 201 `DraftOfForm`; 409 `form-id-taken`; 422 `office-missing`; 404 `office-unknown` | designer |
 * | `GET  forms/:id/draft` | → `DraftOfForm`; where nothing was changed since the live version, that one (revision 0) | any |
 * | `PUT  forms/:id/draft` | `SaveDocument` → `SavedDocument`; 409 `DraftConflict`, and what was sent is kept | designer |
 * | `DELETE forms/:id/draft` | → 204; the live version is the draft again; the discarded one is among the kept | designer |
 * | `GET  forms/:id/kept` | → `KeptList`: what lost a conflict, was discarded or replaced, newest first | any |
 * | `GET  forms/:id/kept/:kept` | → `KeptContent` | any |
 * | `POST forms/:id/check` | → `CheckResult` of the stored draft | any |
 * | `POST check` | `{ document, form? }` → `CheckResult` of a document in hand | any |
 * | `GET  residents` | → `{ residents: TestResident[] }`; test environment only, else 404 | any |
 * | `POST mapped` | `MapRequest` → `MappedSample`; test environment only, else 404 | any |
 * | `POST validator` | `{ form }` → `{ url }`, address of its compiled validator (an ES module); 422 with `problems` | any |
 * | `GET  validators/:digest.js` | → the module | any |
 * | `POST forms/:id/sent` | `Send` → `Sent`: 送核; 409 `already-sent`, `DraftConflict`; 422 with `tasks` | designer |
 * | `DELETE forms/:id/sent` | `{ revision }` → 204: taken back, a draft again; 409 `not-sent` | designer |
 * | `GET  forms/:id/review` | → `Review`: what stood there, what stands there, and the difference in plain words | any |
 * | `POST forms/:id/approval` | `Approve` → `Approval`; 409 `not-sent`, `DraftConflict`; 403 `own-work` | approver |
 * | `DELETE forms/:id/approval` | `{ revision, notes }` → 204: given back to the designer with a reason; 409 `not-sent` | approver |
 * | `GET  approvals` | → `{ forms: FormSummary[] }` that wait for this approver, longest first | approver |
 * | `GET  publications` | → `{ forms: FormSummary[] }` that wait to be published, longest first | publisher |
 * | `GET  notices` | → `{ notices: Notice[] }`, newest first | any |
 * | `POST notices/read` | `{ notices: id[] }` → 204 | any |
 * | `POST forms/:id/publish` | `Publish` → 201 `VersionSummary`; 422 with `tasks`; 403 `approval-needed`, `own-work`; 409 `not-sent`, `DraftConflict` | publisher |
 * | `PUT  forms/:id/schedule` | `Schedule` → `Schedule` | publisher |
 * | `GET  forms/:id/versions` | → `{ versions: VersionSummary[] }`, newest first | any |
 * | `GET  forms/:id/versions/:n` | → `VersionDetail` | any |
 * | `GET  forms/:id/versions/:a/diff/:b` | → `VersionDiff`; `draft` stands for the draft | any |
 * | `POST forms/:id/versions/:n/restore` | `{ revision }` → `DraftOfForm`; 409 `DraftConflict` | designer |
 * | `GET  forms/:id/export` `?version=` | → the file (`schemas/builder/form-file.schema.json`), without `version` the draft | any |
 * | `POST import` | the file's text → `FileRead`, nothing stored; 422 `ImportRefusal` | designer |
 *
 * State-changing calls need the header `x-mydata-request: 1`. An administrator may do what a designer may. All of it holds
 * in the offices where a role is held, and below: a form of another office is 404 `form-unknown`, and in no list.
 */
import { Type } from 'typebox';
import { ApprovalChange } from '../publish/approval-change.ts';
import type { VersionDiff } from '../publish/diff.ts';
import { PublishTask, type CheckResult } from '../publish/task.ts';
import { DraftForm, DraftService, FormDocument } from '../shapes/form.ts';
import { anyJson } from '../shapes/json.ts';
import { dictionary, instant, revision, told, type Of } from '../shapes/shape.ts';
import { Text } from '../shapes/text.ts';
import { Answers, AnswerValue, MissingReason, Policy, ResourceId } from '../shapes/values.ts';
import { ApiError } from './county-api.ts';

export type { ApprovalChange, CheckResult, PublishTask, VersionDiff };

export const DraftHistory = Type.Object(
  { done: Type.Array(anyJson), undone: Type.Array(anyJson) },
  {
    title: 'DraftHistory',
    description: 'What was done to a draft, to be undone and done again; the builder’s own, kept as it is.',
  },
);
export type DraftHistory = Of<typeof DraftHistory>;

export const BuilderRole = Type.Enum(['designer', 'approver', 'publisher', 'administrator'], { title: 'BuilderRole' });
export type BuilderRole = Of<typeof BuilderRole>;

export const OfficeLabel = Type.Object(
  { id: Type.String(), name: Text },
  { title: 'OfficeLabel', description: 'An office 單位: its id decides, its name is for reading.' },
);
export type OfficeLabel = Of<typeof OfficeLabel>;

export const BuilderStaff = Type.Object(
  {
    name: Type.String(),
    roles: Type.Array(BuilderRole, { description: 'Held in some office at least.' }),
    offices: Type.Array(Type.Object({ ...OfficeLabel.properties, roles: Type.Array(BuilderRole) }), {
      description:
        'Where this person sees forms, as a tree is read; with the roles held there, by themselves or from above.',
    }),
    environment: Type.Enum(['test', 'live']),
  },
  { title: 'BuilderStaff' },
);
export type BuilderStaff = Of<typeof BuilderStaff>;

export const Schedule = Type.Object(
  { opensAt: Type.Optional(instant()), closesAt: Type.Optional(instant()) },
  {
    title: 'Schedule',
    description: 'ISO times, in UTC. Outside of them residents see a page that says so; who has begun may finish.',
  },
);
export type Schedule = Of<typeof Schedule>;

export const FormStage = Type.Enum(['draft', 'sent', 'approved', 'returned'], {
  title: 'FormStage',
  description:
    'Where the work on a form stands. `returned` stays until it is sent again; a change after it was sent makes a draft of it.',
});
export type FormStage = Of<typeof FormStage>;

export const Turn = Type.Enum(['mend', 'approve', 'publish'], {
  title: 'Turn',
  description: 'What the asking person is the one to do next.',
});
export type Turn = Of<typeof Turn>;

export const RegistrationView = Type.Object(
  {
    state: Type.Enum(['not-needed', 'none', 'in-review', 'returned', 'refused', 'registered', 'suspended', 'ended']),
    words: Type.Optional(
      Type.Array(Type.String(), { description: 'Of the platform’s reviewer or its checks, in Chinese.' }),
    ),
    note: Type.Optional(told(Text, 'Of this system: what stands in the way here.')),
    since: Type.Optional(instant('ISO time.')),
    gaps: Type.Optional(Type.Array(Text, { description: 'What it asks beyond what is registered.' })),
  },
  {
    title: 'RegistrationView',
    description:
      'Where a version stands with its registration 登錄 at the platform. `not-needed` it asks for nothing · `none` 未登記 · `in-review` 送審中 · `returned` 需補件 · `refused` 不同意 · `registered` 已登錄 · `suspended` 已停用 · `ended` 已終止.',
  },
);
export type RegistrationView = Of<typeof RegistrationView>;

export const Approval = Type.Object(
  { by: Type.String(), at: instant(), notes: Type.Optional(Type.String()) },
  {
    title: 'Approval',
    description: 'Who, when, and what they wrote. Holds for the draft as it was then: any change ends it.',
  },
);
export type Approval = Of<typeof Approval>;

export type Sent = Approval;

export const TrailEntry = Type.Object(
  {
    ...Approval.properties,
    what: Type.Enum(['sent', 'withdrawn', 'changed', 'approved', 'returned']),
    revision: revision(),
  },
  { title: 'TrailEntry', description: '`changed`: a change after it was sent made a draft of it again.' },
);
export type TrailEntry = Of<typeof TrailEntry>;

export const VersionSummary = Type.Object(
  {
    version: Type.Integer(),
    publishedAt: instant(),
    publishedBy: Type.Optional(Type.String({ description: 'Absent: from the county’s files.' })),
    approvedBy: Type.Optional(Type.String()),
    notes: Type.Optional(Type.String()),
    trail: Type.Optional(
      Type.Array(TrailEntry, {
        description: 'How it came there: who sent, gave back and approved it, and when; newest last.',
      }),
    ),
    skipped: Type.Optional(Type.Array(ApprovalChange, { description: 'What nobody had to approve.' })),
    live: Type.Boolean({ description: 'What residents see now: the newest that its registration covers.' }),
    registration: RegistrationView,
    applications: Type.Integer({ description: 'Applications made with it.' }),
  },
  { title: 'VersionSummary' },
);
export type VersionSummary = Of<typeof VersionSummary>;

export const FormSummary = Type.Object(
  {
    id: Type.String(),
    name: Text,
    agency: told(Text, 'What residents read; decides nothing.'),
    office: told(OfficeLabel, 'To which it belongs.'),
    live: Type.Optional(told(VersionSummary, 'Absent: never published.')),
    draft: Type.Optional(
      Type.Object(
        { revision: revision(), savedAt: instant(), savedBy: Type.String() },
        { description: 'Absent: nothing changed since the live version.' },
      ),
    ),
    stage: Type.Optional(told(FormStage, 'Absent: nothing changed since the live version.')),
    sent: Type.Optional(Approval),
    approval: Type.Optional(Approval),
    returned: Type.Optional(Approval),
    turns: Type.Array(Turn, { description: 'Empty: it is somebody else’s turn, or nobody’s.' }),
    schedule: Schedule,
    state: Type.Enum(['draft', 'scheduled', 'open', 'closed'], {
      description: 'By the schedule and the clock; `draft` was never published.',
    }),
    datasets: Type.Integer(),
    questions: Type.Integer(),
    registration: told(RegistrationView, 'Of what was published last; of what never was, of the draft.'),
  },
  { title: 'FormSummary' },
);
export type FormSummary = Of<typeof FormSummary>;

const office = Type.Optional(
  Type.String({
    description: 'Where the person designs forms; absent: the only one, or the one that the person belongs to.',
  }),
);
export const NewForm = Type.Union(
  [
    Type.Object({ office, id: Type.String(), name: Text, agency: Type.Optional(Text) }, { description: 'Empty.' }),
    Type.Object(
      { office, id: Type.String(), name: Type.Optional(Text), copyOf: Type.String() },
      { description: 'The draft (or live version) of another, under a new id.' },
    ),
    Type.Object(
      {
        office,
        id: Type.Optional(Type.String()),
        document: FormDocument,
        history: Type.Optional(DraftHistory),
        copyOf: Type.Optional(Type.String()),
      },
      {
        description:
          'From a file or from what lost a conflict, `copyOf` of that form. The id is the document’s own unless another is given.',
      },
    ),
  ],
  { title: 'NewForm' },
);
export type NewForm = Of<typeof NewForm>;

export const DraftOfForm = Type.Object(
  {
    id: Type.String(),
    office: Type.Optional(OfficeLabel),
    roles: Type.Optional(
      Type.Array(BuilderRole, {
        description: 'What the asking person holds in that office; absent: as `BuilderStaff.roles`.',
      }),
    ),
    document: FormDocument,
    history: DraftHistory,
    revision: revision('0: nothing was saved since the live version.'),
    savedAt: Type.Optional(instant()),
    savedBy: Type.Optional(Type.String()),
    base: Type.Optional(Type.Integer({ description: 'Version that it was begun from; absent: never published.' })),
    stage: Type.Optional(told(FormStage, 'Absent: nothing changed since the live version.')),
    sent: Type.Optional(Approval),
    approval: Type.Optional(Approval),
    trail: Type.Optional(Type.Array(TrailEntry, { description: 'How it came there, newest last.' })),
    returned: Type.Optional(
      Type.Object(
        { by: Type.String(), at: instant(), notes: Type.String() },
        { description: 'Why an approver gave it back.' },
      ),
    ),
    registration: Type.Optional(told(RegistrationView, 'Of what was published last; absent: nothing was.')),
    liveVersion: Type.Optional(
      Type.Integer({ description: 'The version that residents see, where it is not the one that was published last.' }),
    ),
  },
  { title: 'DraftOfForm' },
);
export type DraftOfForm = Of<typeof DraftOfForm>;

export const Restored = Type.Union([Type.Object({ kept: Type.String() }), Type.Object({ version: Type.Integer() })], {
  title: 'Restored',
});
export type Restored = Of<typeof Restored>;

export const SaveDocument = Type.Object(
  {
    document: FormDocument,
    history: DraftHistory,
    revision: revision('The one that it was loaded or last saved with.'),
    translated: Type.Optional(
      Type.Array(Type.String(), {
        description:
          'Keys of texts (`PublishTask.at.text`) whose English was looked at and still holds for the changed Chinese.',
      }),
    ),
    keeps: Type.Optional(
      Type.Enum(['conflict', 'restored'], {
        description:
          'What stands there is to be kept: `conflict`, not all of it was taken into this document; `restored`, this document takes its place whole.',
      }),
    ),
    restores: Type.Optional(
      Type.Array(Restored, {
        description:
          'What this document was brought back from, changed since or not: who wrote that has written this. 422 where it is gone.',
      }),
    ),
  },
  { title: 'SaveDocument' },
);
export type SaveDocument = Of<typeof SaveDocument>;

export const SavedDocument = Type.Object({ revision: revision(), savedAt: instant() }, { title: 'SavedDocument' });
export type SavedDocument = Of<typeof SavedDocument>;

export const DraftConflict = Type.Object(
  {
    ...ApiError.properties,
    conflict: Type.Object({
      revision: revision(),
      savedAt: instant(),
      savedBy: Type.String(),
      how: Type.Enum(['saved', 'published', 'discarded', 'restored'], {
        description: 'What the other did; `restored`: an old version or something kept took the place of the draft.',
      }),
      document: FormDocument,
      kept: Type.Optional(Type.String({ description: 'Absent where nothing was sent that could be lost.' })),
    }),
  },
  { title: 'DraftConflict', description: '409. What stands there now; what was sent is kept under `kept`.' },
);
export type DraftConflict = Of<typeof DraftConflict>;

export const KeptDocument = Type.Object(
  {
    id: Type.String(),
    at: instant(),
    by: Type.String({ description: 'Who did what it was kept for.' }),
    of: Type.Optional(Type.String({ description: 'Whose work it was; absent: that person’s own.' })),
    why: Type.Enum(['conflict', 'discarded', 'restored'], {
      description:
        '`conflict`: another was faster, or not all was taken; `discarded` · `restored`: something else took its place.',
    }),
    revision: revision('The revision that it was made from.'),
  },
  { title: 'KeptDocument' },
);
export type KeptDocument = Of<typeof KeptDocument>;

export const KeptList = Type.Object(
  {
    kept: Type.Array(KeptDocument),
    most: Type.Object(
      { count: Type.Integer(), bytes: Type.Integer() },
      { description: 'Of one person and one form; beyond it the person’s oldest go.' },
    ),
  },
  { title: 'KeptList' },
);
export type KeptList = Of<typeof KeptList>;

export const KeptContent = Type.Object({ document: FormDocument, history: DraftHistory }, { title: 'KeptContent' });
export type KeptContent = Of<typeof KeptContent>;

export const TestResident = Type.Object(
  { slug: Type.String(), name: Type.String(), note: Text },
  { title: 'TestResident' },
);
export type TestResident = Of<typeof TestResident>;

export const MapRequest = Type.Object(
  {
    document: Type.Object({ form: DraftForm, service: Type.Optional(DraftService) }),
    resident: Type.String({ description: '`TestResident.slug`' }),
  },
  { title: 'MapRequest' },
);
export type MapRequest = Of<typeof MapRequest>;

export const SourceSample = Type.Object(
  {
    dataset: ResourceId,
    path: Type.String(),
    found: Type.Optional(anyJson),
    after: Type.Array(Type.Object({ use: Type.String(), value: Type.Optional(anyJson) }), {
      description: 'After each transform, in order; ends where one can not read the value.',
    }),
    fits: Type.Boolean({ description: 'Whether the question takes the last of them.' }),
    missing: Type.Optional(MissingReason),
  },
  { title: 'SourceSample', description: 'A value on its way through the steps of one source.' },
);
export type SourceSample = Of<typeof SourceSample>;

export const MappedSample = Type.Object(
  {
    resident: Type.String(),
    values: dictionary(
      Type.Object({
        value: AnswerValue,
        policy: Policy,
        source: Type.Integer({ description: 'Index of the source that won.' }),
        datasetName: Text,
      }),
    ),
    rows: dictionary(Type.Object({ value: Type.Array(Answers), policy: Type.Enum(['locked', 'editable']) }), {
      description: 'By group.',
    }),
    missing: dictionary(MissingReason),
    sources: dictionary(Type.Array(SourceSample), { description: 'For each source in order, whether it won or not.' }),
    noRecord: Type.Array(ResourceId, { description: 'Datasets whose agency holds nothing on this resident.' }),
  },
  {
    title: 'MappedSample',
    description:
      'What each question of a form would be filled with. A question inside a group is `group.inner`; its samples are its first row’s.',
  },
);
export type MappedSample = Of<typeof MappedSample>;

export const Send = Type.Object(
  {
    revision: revision(),
    notes: Type.Optional(Type.String({ description: 'To whoever looks at it; at most 2,000 characters.' })),
  },
  { title: 'Send' },
);
export type Send = Of<typeof Send>;

export const Review = Type.Object(
  {
    id: Type.String(),
    revision: revision(),
    stage: Type.Optional(told(FormStage, 'Absent: nothing is changed.')),
    trail: Type.Array(TrailEntry),
    editors: Type.Array(Type.String(), { description: 'Names of all who have written it.' }),
    own: Type.Boolean({ description: 'The asking person has written or sent it, and can not approve it.' }),
    live: Type.Optional(Type.Integer({ description: 'The version that residents see.' })),
    before: Type.Optional(FormDocument),
    after: FormDocument,
    changes: Type.Array(ApprovalChange),
    approval: Type.Array(Text, { description: 'Why a second person must approve it; empty: nobody has to.' }),
  },
  { title: 'Review', description: 'All that an approver looks at, of one revision.' },
);
export type Review = Of<typeof Review>;

export const Notice = Type.Object(
  {
    id: Type.String(),
    what: Type.Union([Turn, Type.Literal('published')], {
      description: '`approve`, `publish`, `mend`: your turn · `published`: what you have worked on is live',
    }),
    form: Type.String(),
    name: Text,
    at: instant(),
    by: Type.String({ description: 'Who made it your turn.' }),
    notes: Type.Optional(Type.String({ description: 'What they wrote.' })),
    version: Type.Optional(Type.Integer({ description: 'Of `published`.' })),
    read: Type.Boolean(),
  },
  {
    title: 'Notice',
    description: 'Tells a person whose turn it is. Made of the records: it is there as long as it is true.',
  },
);
export type Notice = Of<typeof Notice>;

const when = Type.Optional(
  Type.Union([Type.String(), Type.Null()], {
    description: 'ISO 8601 with a zone. Absent, null or empty: no such time.',
  }),
);

/** Opening times as they are set. */
export const SetSchedule = Type.Object({ opensAt: when, closesAt: when }, { title: 'SetSchedule' });
export type SetSchedule = Of<typeof SetSchedule>;

export const Publish = Type.Object(
  {
    ...SetSchedule.properties,
    revision: revision(),
    notes: Type.String({ description: 'What changed and why, for the versions’ list; 1 to 2,000 characters.' }),
  },
  { title: 'Publish' },
);
export type Publish = Of<typeof Publish>;

export const VersionDetail = Type.Object(
  { ...VersionSummary.properties, document: FormDocument },
  { title: 'VersionDetail' },
);
export type VersionDetail = Of<typeof VersionDetail>;

export const FileRead = Type.Object(
  {
    document: FormDocument,
    renamed: Type.Optional(
      Type.Array(Text, {
        description: 'Parts that had the id of another and got one of their own, in words; absent: none.',
      }),
    ),
  },
  { title: 'FileRead', description: 'A form file, read.' },
);
export type FileRead = Of<typeof FileRead>;

export const ImportRefusal = Type.Object(
  {
    ...ApiError.properties,
    problems: Type.Array(
      Type.Object({
        line: Type.Optional(Type.Integer()),
        column: Type.Optional(Type.Integer()),
        path: Type.Optional(Type.String({ description: 'JSON Pointer, where the file is JSON.' })),
        code: Type.String(),
        reason: Text,
      }),
    ),
  },
  { title: 'ImportRefusal' },
);
export type ImportRefusal = Of<typeof ImportRefusal>;

/** To begin from, or to end: the one that was looked at. */
export const OfRevision = Type.Object({ revision: revision() }, { title: 'OfRevision' });
export type OfRevision = Of<typeof OfRevision>;

export const GiveBack = Type.Object(
  { revision: revision(), notes: Type.String({ description: 'Why; 1 to 2,000 characters.' }) },
  { title: 'GiveBack' },
);
export type GiveBack = Of<typeof GiveBack>;

/** What is no id of a notice marks nothing. */
export const ReadNotices = Type.Object({ notices: Type.Optional(Type.Array(anyJson)) }, { title: 'ReadNotices' });
export type ReadNotices = Of<typeof ReadNotices>;

export const FormList = Type.Object({ forms: Type.Array(FormSummary) }, { title: 'FormList' });

export const NoticeList = Type.Object({ notices: Type.Array(Notice) }, { title: 'NoticeList' });

export const VersionList = Type.Object({ versions: Type.Array(VersionSummary) }, { title: 'VersionList' });

export const Residents = Type.Object({ residents: Type.Array(TestResident) }, { title: 'Residents' });

export const CheckDocument = Type.Object(
  {
    document: FormDocument,
    form: Type.Optional(Type.String({ description: 'Under which id; absent: the document’s own.' })),
  },
  { title: 'CheckDocument' },
);

export const ValidatorRequest = Type.Object({ form: DraftForm }, { title: 'ValidatorRequest' });

export const ValidatorUrl = Type.Object({ url: Type.String() }, { title: 'ValidatorUrl' });

/** 422: the list of checks has entries that block. */
export const ListOpen = Type.Object(
  { ...ApiError.properties, tasks: Type.Array(PublishTask) },
  { title: 'ListOpen', description: 'The list of checks has entries that block.' },
);
