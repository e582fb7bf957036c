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
import type { FormDefinition } from '../form/definition.ts';
import type { Answers } from '../form/answers.ts';
import type { MissingReason, OfficialValue, ResourceId } from '../mapping/types.ts';
import type { Text } from '../text.ts';
import type { Service } from '../services/types.ts';

export interface ServiceSummary {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
  readonly agency: Text;
  readonly modes: readonly ('online' | 'counter')[];
  /** Absent: what the form asks for can be had. */
  readonly mydata?: MydataStanding;
}

/**
 * Whether MyData can be used for a service now. `offered` · `not-used` the form asks for nothing · `not-registered` the
 * platform has not registered it yet · `suspended`, `ended` at the platform, since when. In the last three the form is
 * filled in by hand.
 */
export interface MydataStanding {
  readonly state: 'offered' | 'not-used' | 'not-registered' | 'suspended' | 'ended';
  /** ISO time. */
  readonly since?: string;
}

/** One dataset as `<mydata-consent>` explains it. */
export interface AskedDataset {
  readonly id: ResourceId;
  readonly name: Text;
  readonly agency: Text;
  readonly specialCategory: boolean;
  /** Preparation time as the handbook's table 3 gives it; 0 at once. */
  readonly minutes: number;
  /** What the platform will ask the resident before the agency can answer. */
  readonly parameters: readonly Text[];
  /** Which paper proof it replaces. */
  readonly replaces?: Text;
  /** Only fields that a reachable question uses; `fills` are the questions' labels. */
  readonly fields: readonly { readonly path: string; readonly label: Text; readonly fills: readonly Text[] }[];
}

/** All of `all`, and for each group in `anyOf` one that the resident chooses (the first is proposed). */
export interface AskedDatasets {
  readonly all: readonly AskedDataset[];
  readonly anyOf: readonly (readonly AskedDataset[])[];
}

/** `soon` opens at `opensAt`, or where there is none nobody knows yet · `closed` since `closesAt`. ISO times. */
export interface Opening {
  readonly state: 'open' | 'soon' | 'closed';
  readonly opensAt?: string;
  readonly closesAt?: string;
}

export interface ServiceDetail extends Service {
  /** Outside of its times nothing new is begun (403 `service-closed`); drafts can be finished. */
  readonly opening?: Opening;
  /** Version of the form that this tells of. */
  readonly formVersion?: number;
  /** Nothing while MyData is not offered. */
  readonly asked: AskedDatasets;
  /** Absent: what is asked can be had. */
  readonly mydata?: MydataStanding;
  readonly platformName: Text;
  readonly platformOrigin: string;
  /** Where the manual path leads, e.g. `/services/emergency-relief/apply`. */
  readonly manualUrl: string;
  /** Of a counter service: its client id at the platform, where one press fetches all that it needs. No secret. */
  readonly counterClient?: string;
}

export interface StartJourney {
  /** The resident's id, to be sent encrypted as `pid`. */
  readonly nationalId: string;
  /** For each `anyOf` group the chosen dataset. */
  readonly chosen: readonly ResourceId[];
  /** `ServiceDetail.formVersion` of the notice that was read; where it is another's meanwhile: 409 `notice-changed`. */
  readonly formVersion?: number;
}

/**
 * `none` nothing asked yet · `started` resident is at the platform, or did not come back to this browser · `fetching`
 * package on its way · `preparing` an agency takes its time: the page may be left · `filled` · `failed` see `code`.
 */
export type TransferStatus = 'none' | 'started' | 'fetching' | 'preparing' | 'filled' | 'failed';

export interface TransferView {
  readonly status: TransferStatus;
  /**
   * The interface's return code: 205 declined, 408 idle, 409 another person, 504 … ; `package` for a package refused;
   * `expired` for one that was not ready within eight hours; `not-called` where the platform said 200 and sent us nothing.
   */
  readonly code?: number | 'package' | 'expired' | 'not-called';
  /** While `preparing`: when it should be ready, when it is given up, and for which datasets it waits. */
  readonly readyAbout?: string;
  readonly until?: string;
  readonly waitsFor?: readonly { readonly id: ResourceId; readonly name: Text }[];
  /** Datasets that answered 204: no record held. */
  readonly noRecord: readonly { readonly id: ResourceId; readonly name: Text }[];
  readonly receivedAt?: string;
}

/** An event `transfer`: that something changed, not what. */
export type DraftNews = Pick<TransferView, 'status' | 'readyAbout'> & { readonly revision: number };

export interface DraftView {
  /** Which draft it is; absent as long as nothing is kept. Where one ends and another begins, revisions say nothing. */
  readonly id?: string;
  readonly service: string;
  readonly form: FormDefinition;
  readonly formVersion: number;
  readonly validatorUrl: string;
  readonly answers: Answers;
  readonly official: { readonly [fieldId: string]: OfficialValue };
  readonly missing: { readonly [fieldId: string]: MissingReason };
  /** Rows of a group that came from MyData, by group field id: how many of its first rows are official. */
  readonly officialRows: { readonly [fieldId: string]: number };
  readonly claims: Claims;
  /** Ids of questions that a package still being prepared will answer. */
  readonly pending: readonly string[];
  /** What the resident typed where an official value that cannot be typed over stands now, and differs. Kept, not sent. */
  readonly typedBefore: Answers;
  /** Places (as in `Claims`) of `confirm` values that the resident has looked at, as long as the value is the same one. */
  readonly confirmed: readonly string[];
  readonly evidence: readonly EvidenceDocument[];
  /** Ids of the uploaded files that are kept with it. */
  readonly files?: readonly string[];
  readonly transfer: TransferView;
  /** Where to start or repeat the MyData path. */
  readonly consentUrl: string;
  readonly revision: number;
  readonly savedAt?: string;
  /** ISO time when what was received from MyData is erased from the draft; what was typed stays until `draftUntil`. */
  readonly officialUntil?: string;
  readonly draftUntil: string;
}

/** What the resident says beside an official value: it is wrong (`claim`), or why it was changed (`reason`). */
export type Claims = {
  readonly [fieldId: string]: { readonly kind: 'wrong' | 'changed'; readonly text: string } | undefined;
};

export interface SaveDraft {
  /** The `id` of the draft that it is meant for; absent: whichever there is. */
  readonly draft?: string;
  /** Typed answers only; official values of `locked` and `confirm` fields are not sent back. */
  readonly answers: Answers;
  readonly claims: Claims;
  /** As in `DraftView`; never the values. Absent: none. */
  readonly confirmed?: readonly string[];
  readonly revision: number;
}

export interface Saved {
  /** Of the draft that it was kept in. */
  readonly id?: string;
  readonly savedAt: string;
  readonly revision: number;
  /** When the draft goes if nothing more happens to it. */
  readonly draftUntil?: string;
}

export interface Submit {
  /** As in `SaveDraft`. */
  readonly draft?: string;
  /** All answers as shown on the check page, official ones included: the server re-checks them. */
  readonly answers: Answers;
  readonly claims: Claims;
  readonly formVersion: number;
  readonly revision: number;
}

export interface SubmitResult {
  readonly applicationNo: string;
  readonly submittedAt: string;
  readonly processingDays: number;
}

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

export interface EvidenceDocument {
  readonly dataset: ResourceId;
  readonly datasetName: Text;
  readonly agency: Text;
  readonly filename: string;
  readonly issuedAt: string;
  readonly digest: string;
}

/** `received` 已收件 → `reviewing` 審核中 → `decided` 已核定; `returned` 待補件. */
export type ApplicationStatus = 'received' | 'reviewing' | 'returned' | 'decided';

export interface ProgressView {
  readonly applicationNo: string;
  readonly serviceName: Text;
  readonly submittedAt: string;
  readonly status: ApplicationStatus;
  readonly history: readonly { readonly at: string; readonly status: ApplicationStatus; readonly note?: Text }[];
  readonly contact: Service['contact'];
}

export interface ApiError {
  readonly error: {
    readonly code: string;
    readonly message: Text;
    /** By field id (or `group[2].inner`), for 422. `message` is complete, the page may show its own for `keyword`. */
    readonly fields?: readonly { readonly field: string; readonly keyword: string; readonly message: Text }[];
  };
}
