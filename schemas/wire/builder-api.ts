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
import type { FormDocument } from '../publish/form-document.ts';
import type { FormDefinition } from '../form/definition.ts';
import type { AnswerValue, Answers } from '../form/answers.ts';
import type { MissingReason, Policy, ResourceId } from '../mapping/types.ts';
import type { ApprovalChange } from '../publish/approval-change.ts';
import type { CheckResult, PublishTask } from '../publish/task.ts';
import type { VersionDiff } from '../publish/diff.ts';
import type { Service } from '../services/types.ts';
import type { Text } from '../text.ts';
import type { ApiError } from './county-api.ts';

export type { ApprovalChange, CheckResult, PublishTask, VersionDiff };

/** What was done to a draft, to be undone and done again; the builder's own, kept as it is. */
export interface DraftHistory {
  readonly done: readonly unknown[];
  readonly undone: readonly unknown[];
}

export type BuilderRole = 'designer' | 'approver' | 'publisher' | 'administrator';

/** An office 單位: its id decides, its name is for reading. */
export interface OfficeLabel {
  readonly id: string;
  readonly name: Text;
}

export interface BuilderStaff {
  readonly name: string;
  /** Held in some office at least. */
  readonly roles: readonly BuilderRole[];
  /** Where this person sees forms, as a tree is read; with the roles held there, by themselves or from above. */
  readonly offices: readonly (OfficeLabel & { readonly roles: readonly BuilderRole[] })[];
  readonly environment: 'test' | 'live';
}

/** ISO times, in UTC. Outside of them residents see a page that says so; who has begun may finish. */
export interface Schedule {
  readonly opensAt?: string;
  readonly closesAt?: string;
}

/**
 * Where the work on a form stands. `returned` stays until it is sent again; a change after it was sent makes a draft of it.
 */
export type FormStage = 'draft' | 'sent' | 'approved' | 'returned';

/** What the asking person is the one to do next. */
export type Turn = 'mend' | 'approve' | 'publish';

/**
 * Where a version stands with its registration 登錄 at the platform. `not-needed` it asks for nothing · `none` 未登記 ·
 * `in-review` 送審中 · `returned` 需補件 · `refused` 不同意 · `registered` 已登錄 · `suspended` 已停用 · `ended` 已終止.
 */
export interface RegistrationView {
  readonly state: 'not-needed' | 'none' | 'in-review' | 'returned' | 'refused' | 'registered' | 'suspended' | 'ended';
  /** Of the platform's reviewer or its checks, in Chinese. */
  readonly words?: readonly string[];
  /** Of this system: what stands in the way here. */
  readonly note?: Text;
  /** ISO time. */
  readonly since?: string;
  /** What it asks beyond what is registered. */
  readonly gaps?: readonly Text[];
}

export interface FormSummary {
  readonly id: string;
  readonly name: Text;
  /** What residents read; decides nothing. */
  readonly agency: Text;
  /** To which it belongs. */
  readonly office: OfficeLabel;
  /** Absent: never published. */
  readonly live?: VersionSummary;
  /** Absent: nothing changed since the live version. */
  readonly draft?: { readonly revision: number; readonly savedAt: string; readonly savedBy: string };
  /** Absent: nothing changed since the live version. */
  readonly stage?: FormStage;
  readonly sent?: Sent;
  readonly approval?: Approval;
  readonly returned?: Approval;
  /** Empty: it is somebody else's turn, or nobody's. */
  readonly turns: readonly Turn[];
  readonly schedule: Schedule;
  /** By the schedule and the clock; `draft` was never published. */
  readonly state: 'draft' | 'scheduled' | 'open' | 'closed';
  readonly datasets: number;
  readonly questions: number;
  /** Of what was published last; of what never was, of the draft. */
  readonly registration: RegistrationView;
}

/** `office`: where the person designs forms; absent: the only one, or the one that the person belongs to. */
export type NewForm = { readonly office?: string } & BegunForm;

type BegunForm =
  /** Empty. */
  | { readonly id: string; readonly name: Text; readonly agency?: Text }
  /** The draft (or live version) of another, under a new id. */
  | { readonly id: string; readonly name?: Text; readonly copyOf: string }
  /** From a file or from what lost a conflict, `copyOf` of that form. The id is the document's own unless another is given. */
  | {
      readonly id?: string;
      readonly document: FormDocument;
      readonly history?: DraftHistory;
      readonly copyOf?: string;
    };

export interface DraftOfForm {
  readonly id: string;
  readonly office?: OfficeLabel;
  /** What the asking person holds in that office; absent: as `BuilderStaff.roles`. */
  readonly roles?: readonly BuilderRole[];
  readonly document: FormDocument;
  readonly history: DraftHistory;
  /** 0: nothing was saved since the live version. */
  readonly revision: number;
  readonly savedAt?: string;
  readonly savedBy?: string;
  /** Version that it was begun from; absent: never published. */
  readonly base?: number;
  /** Absent: nothing changed since the live version. */
  readonly stage?: FormStage;
  readonly sent?: Sent;
  readonly approval?: Approval;
  /** How it came there, newest last. */
  readonly trail?: readonly TrailEntry[];
  /** Why an approver gave it back. */
  readonly returned?: { readonly by: string; readonly at: string; readonly notes: string };
  /** Of what was published last; absent: nothing was. */
  readonly registration?: RegistrationView;
  /** The version that residents see, where it is not the one that was published last. */
  readonly liveVersion?: number;
}

export interface SaveDocument {
  readonly document: FormDocument;
  readonly history: DraftHistory;
  /** The one that it was loaded or last saved with. */
  readonly revision: number;
  /** Keys of texts (`PublishTask.at.text`) whose English was looked at and still holds for the changed Chinese. */
  readonly translated?: readonly string[];
  /**
   * What stands there is to be kept: `conflict`, not all of it was taken into this document; `restored`, this document takes
   * its place whole.
   */
  readonly keeps?: 'conflict' | 'restored';
  /** What this document was brought back from, changed since or not: who wrote that has written this. 422 where it is gone. */
  readonly restores?: readonly Restored[];
}

export type Restored = { readonly kept: string } | { readonly version: number };

export interface SavedDocument {
  readonly revision: number;
  readonly savedAt: string;
}

/** 409. What stands there now; what was sent is kept under `kept`. */
export interface DraftConflict extends ApiError {
  readonly conflict: {
    readonly revision: number;
    readonly savedAt: string;
    readonly savedBy: string;
    /** What the other did; `restored`: an old version or something kept took the place of the draft. */
    readonly how: 'saved' | 'published' | 'discarded' | 'restored';
    readonly document: FormDocument;
    /** Absent where nothing was sent that could be lost. */
    readonly kept?: string;
  };
}

export interface KeptDocument {
  readonly id: string;
  readonly at: string;
  /** Who did what it was kept for. */
  readonly by: string;
  /** Whose work it was; absent: that person's own. */
  readonly of?: string;
  /** `conflict`: another was faster, or not all was taken; `discarded` · `restored`: something else took its place. */
  readonly why: 'conflict' | 'discarded' | 'restored';
  /** The revision that it was made from. */
  readonly revision: number;
}

export interface KeptList {
  readonly kept: readonly KeptDocument[];
  /** Of one person and one form; beyond it the person's oldest go. */
  readonly most: { readonly count: number; readonly bytes: number };
}

export interface KeptContent {
  readonly document: FormDocument;
  readonly history: DraftHistory;
}

export interface TestResident {
  readonly slug: string;
  readonly name: string;
  readonly note: Text;
}

export interface MapRequest {
  readonly document: { readonly form: FormDefinition; readonly service?: Service };
  /** `TestResident.slug` */
  readonly resident: string;
}

/** A value on its way through the steps of one source. */
export interface SourceSample {
  readonly dataset: ResourceId;
  readonly path: string;
  /** Values as they are picked from the payload; a list where the path names several. Absent: nothing there. */
  readonly found?: unknown;
  /** After each transform, in order; ends where one can not read the value. */
  readonly after: readonly { readonly use: string; readonly value?: unknown }[];
  /** Whether the question takes the last of them. */
  readonly fits: boolean;
  readonly missing?: MissingReason;
}

/** What each question of a form would be filled with. A question inside a group is `group.inner`; its samples are its first row's. */
export interface MappedSample {
  readonly resident: string;
  readonly values: {
    readonly [field: string]: {
      readonly value: AnswerValue;
      readonly policy: Policy;
      /** Index of the source that won. */
      readonly source: number;
      readonly datasetName: Text;
    };
  };
  /** By group. */
  readonly rows: {
    readonly [group: string]: { readonly value: readonly Answers[]; readonly policy: 'locked' | 'editable' };
  };
  readonly missing: { readonly [field: string]: MissingReason };
  /** For each source in order, whether it won or not. */
  readonly sources: { readonly [field: string]: readonly SourceSample[] };
  /** Datasets whose agency holds nothing on this resident. */
  readonly noRecord: readonly ResourceId[];
}

export interface Send {
  readonly revision: number;
  /** To whoever looks at it; at most 2,000 characters. */
  readonly notes?: string;
}

export type Sent = Approval;

/** `changed`: a change after it was sent made a draft of it again. */
export interface TrailEntry extends Approval {
  readonly what: 'sent' | 'withdrawn' | 'changed' | 'approved' | 'returned';
  readonly revision: number;
}

/** All that an approver looks at, of one revision. */
export interface Review {
  readonly id: string;
  readonly revision: number;
  /** Absent: nothing is changed. */
  readonly stage?: FormStage;
  readonly trail: readonly TrailEntry[];
  /** Names of all who have written it. */
  readonly editors: readonly string[];
  /** The asking person has written or sent it, and can not approve it. */
  readonly own: boolean;
  /** The version that residents see. */
  readonly live?: number;
  readonly before?: FormDocument;
  readonly after: FormDocument;
  readonly changes: readonly ApprovalChange[];
  /** Why a second person must approve it; empty: nobody has to. */
  readonly approval: readonly Text[];
}

/** Tells a person whose turn it is. Made of the records: it is there as long as it is true. */
export interface Notice {
  readonly id: string;
  /** `approve`, `publish`, `mend`: your turn · `published`: what you have worked on is live */
  readonly what: Turn | 'published';
  readonly form: string;
  readonly name: Text;
  readonly at: string;
  /** Who made it your turn. */
  readonly by: string;
  /** What they wrote. */
  readonly notes?: string;
  /** Of `published`. */
  readonly version?: number;
  readonly read: boolean;
}

/** Who, when, and what they wrote. Holds for the draft as it was then: any change ends it. */
export interface Approval {
  readonly by: string;
  readonly at: string;
  readonly notes?: string;
}

export interface Publish extends Schedule {
  readonly revision: number;
  /** What changed and why, for the versions' list; 1 to 2,000 characters. */
  readonly notes: string;
}

export interface VersionSummary {
  readonly version: number;
  readonly publishedAt: string;
  /** Absent: from the county's files. */
  readonly publishedBy?: string;
  readonly approvedBy?: string;
  readonly notes?: string;
  /** How it came there: who sent, gave back and approved it, and when; newest last. */
  readonly trail?: readonly TrailEntry[];
  /** What nobody had to approve. */
  readonly skipped?: readonly ApprovalChange[];
  /** What residents see now: the newest that its registration covers. */
  readonly live: boolean;
  readonly registration: RegistrationView;
  /** Applications made with it. */
  readonly applications: number;
}

export interface VersionDetail extends VersionSummary {
  readonly document: FormDocument;
}

/** 422: refused, with the line and the column (both from 1) of what is wrong. */
/** A form file, read. */
export interface FileRead {
  readonly document: FormDocument;
  /** Parts that had the id of another and got one of their own, in words; absent: none. */
  readonly renamed?: readonly Text[];
}

export interface ImportRefusal extends ApiError {
  readonly problems: readonly {
    readonly line?: number;
    readonly column?: number;
    /** JSON Pointer, where the file is JSON. */
    readonly path?: string;
    readonly code: string;
    readonly reason: Text;
  }[];
}
