/**
 * The form designers' part of the county's storage: drafts beside the live forms, what lost a conflict, versions with who
 * published them, opening times. No personal data of residents; names of staff, as they signed in.
 */
import type { ApprovalChange, DraftHistory, FormStage } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { Instant } from '../instant.ts';

export interface By {
  readonly id: string;
  readonly name: string;
}

export interface Decision {
  readonly by: By;
  readonly at: Instant;
  readonly notes?: string;
}

/** A station on the way to publication. `changed`: a change after it was sent made a draft of it again. */
export interface Passage extends Decision {
  readonly what: 'sent' | 'withdrawn' | 'changed' | 'approved' | 'returned';
  readonly revision: number;
}

/** Key of a text → digest of the Chinese that its English was made for (`schemas/publish/translations.ts`). */
export type Translated = { readonly [key: string]: string };

export interface FormWork {
  readonly document: FormDocument;
  readonly history: DraftHistory;
  readonly translated: Translated;
  readonly savedAt: Instant;
  readonly savedBy: By;
  /** Everybody who has changed it since `base`. */
  readonly editors: readonly string[];
  /** Where it stands is read from these three (`stage.ts`). */
  readonly sent?: Decision;
  readonly approval?: Decision;
  readonly returned?: Decision;
  /** The newest last. */
  readonly trail?: readonly Passage[];
}

/** One row per form that was ever touched by a designer. */
export interface FormDraft {
  readonly form: string;
  /** Grows with every change, publishing included, and never starts anew. */
  readonly revision: number;
  /** Version that the work was begun from; absent: never published. */
  readonly base?: number;
  /** Absent: nothing was changed since the live version. */
  readonly work?: FormWork;
  /** Everybody who had changed what was thrown away since `base`. */
  readonly authors?: readonly string[];
}

export interface KeptForm {
  readonly id: string;
  readonly form: string;
  readonly document: FormDocument;
  readonly history: DraftHistory;
  readonly why: 'conflict' | 'discarded' | 'restored';
  /** The revision that it was made from. */
  readonly revision: number;
  readonly at: Instant;
  readonly by: By;
  /** Whose work it was, where that is another person. */
  readonly of?: By;
  /** Everybody who had changed what stood there. */
  readonly editors?: readonly string[];
}

/** Without what was kept, which may be large. */
export type KeptEntry = Omit<KeptForm, 'document' | 'history'>;

/** Beside the published form (`PublishedForm`), which has the definition. */
export interface FormVersion {
  readonly form: string;
  readonly version: number;
  readonly service: FormDocument['service'];
  readonly translated: Translated;
  /** `file`: from the county's files; `builder`: published by a person. */
  readonly source: 'file' | 'builder';
  /** SHA-256 of the files that it came from. */
  readonly fileDigest?: string;
  readonly publishedAt: Instant;
  readonly publishedBy?: By;
  readonly approvedBy?: By;
  readonly notes?: string;
  /** Everybody who has changed it since the version before. */
  readonly editors?: readonly string[];
  /** How it came there: who sent, gave back and approved it, and when. */
  readonly trail?: readonly Passage[];
  /** What nobody had to approve. */
  readonly skipped?: readonly ApprovalChange[];
}

/** A notice that a person has read; which notices there are follows from the records (`notices.ts`). */
export interface NoticeMark {
  readonly staff: string;
  readonly notice: string;
  readonly at: Instant;
}

export interface FormSchedule {
  readonly form: string;
  readonly opensAt?: Instant;
  readonly closesAt?: Instant;
}

export type BuilderStep =
  /** `revision` is the one that the row must have; 0: no row may be there. The row has the next one afterwards. */
  | {
      readonly step: 'save-form';
      readonly form: string;
      readonly revision: number;
      /** Where it follows from a decision, or takes one along: the work must still stand there. */
      readonly stage?: FormStage;
      readonly base?: number;
      readonly work?: FormWork;
      readonly authors?: readonly string[];
    }
  /** Both must be as they were when it was decided; the revision stays. */
  | {
      readonly step: 'decide-form';
      readonly form: string;
      readonly revision: number;
      readonly stage: FormStage;
      readonly work: FormWork;
    }
  /** Under an id that is there already it takes that one's place. */
  | { readonly step: 'keep-form'; readonly kept: KeptForm }
  /** Of what this person has kept of this form, the newest stay: so many, together so large; the very newest in any case. */
  | {
      readonly step: 'trim-kept';
      readonly form: string;
      readonly by: string;
      readonly count: number;
      /** Of their JSON in UTF-8. */
      readonly bytes: number;
    }
  | { readonly step: 'record-version'; readonly version: FormVersion }
  | { readonly step: 'schedule-form'; readonly schedule: FormSchedule }
  /** Read twice is read. */
  | { readonly step: 'read-notices'; readonly marks: readonly NoticeMark[] }
  | { readonly step: 'forget-notices'; readonly readBefore: Instant };

export type BuilderReason = 'form-stale' | 'version-recorded';

export interface BuilderReads {
  formDraft(form: string): Promise<FormDraft | undefined>;
  formDrafts(): Promise<readonly FormDraft[]>;
  /** Newest first. */
  keptForms(form: string): Promise<readonly KeptEntry[]>;
  keptForm(id: string): Promise<KeptForm | undefined>;
  formVersion(form: string, version: number): Promise<FormVersion | undefined>;
  /** Newest first. */
  formVersions(form: string): Promise<readonly FormVersion[]>;
  /** The newest of each form. */
  latestVersions(): Promise<readonly FormVersion[]>;
  /** Notices that this person has read. */
  noticesRead(staff: string): Promise<ReadonlySet<string>>;
  formSchedule(form: string): Promise<FormSchedule | undefined>;
  formSchedules(): Promise<readonly FormSchedule[]>;
  /** Version → applications made with it. */
  applicationsByVersion(form: string): Promise<ReadonlyMap<number, number>>;
}
