/** Residents signed in to their own area: sessions, what they have chosen, self-downloads. */
import type { Envelope } from '../../crypto/epochs.ts';
import type { IdentityMethod } from '#schemas/datasets/types.ts';
import type { JourneyStep } from '../journey/storage.ts';

export interface ResidentSession {
  /** SHA-256 of its cookie. */
  readonly hash: string;
  readonly personHash: string;
  readonly method: IdentityMethod;
  /** `VerifiedPerson`. */
  readonly person: Envelope;
  readonly startedAt: Date;
  readonly activeAt: Date;
}

/**
 * `asked`: chosen, not consented to yet. `fetching`: the agencies are asked. `ready`: may be looked at and saved. Then it is
 * over: `saved`, `discarded` by its owner, `expired`, or `failed` when there was nothing to save.
 */
export type DownloadState = 'asked' | 'fetching' | 'ready' | 'saved' | 'discarded' | 'expired' | 'failed';

/** One self-download 自行下載 of one or several datasets. */
export interface Download {
  readonly id: string;
  readonly personHash: string;
  /** Its transaction, which exists from consent on. */
  readonly txId: string;
  readonly resources: readonly string[];
  readonly state: DownloadState;
  /** When it was chosen. */
  readonly startedAt: Date;
  /** From consent on, as the session proved it. */
  readonly method?: IdentityMethod;
  /** `VerifiedPerson`, for the agencies; from consent until it is over. */
  readonly person?: Envelope;
  /** What the resident answered to the datasets' questions; until it is over. */
  readonly parameters?: Envelope;
  readonly consentedAt?: Date;
  /** From when on the data is gone, once it is ready. */
  readonly keepUntil?: Date;
  readonly endedAt?: Date;
}

/** Wrong tries to prove that one is this person, summed by the hour. */
export interface WrongTries {
  readonly personHash: string;
  readonly method: IdentityMethod;
  readonly hour: Date;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

export type ResidentStep =
  | { readonly step: 'open-resident-session'; readonly session: Omit<ResidentSession, 'activeAt'> }
  | { readonly step: 'touch-resident-session'; readonly hash: string; readonly at: Date }
  /** A session that is proved anew ends by this too; one that is over already refuses the plan. */
  | { readonly step: 'close-resident-session'; readonly hash: string }
  /** Replaces what this person had chosen before; an empty choice forgets it. */
  | {
      readonly step: 'keep-choice';
      readonly personHash: string;
      readonly resources: readonly string[];
      readonly at: Date;
    }
  | {
      readonly step: 'open-download';
      readonly download: Pick<Download, 'id' | 'personHash' | 'txId' | 'resources' | 'startedAt'>;
    }
  /** Only while it is `asked`. */
  | { readonly step: 'answer-download'; readonly id: string; readonly parameters: Envelope }
  /** `asked` → `fetching`. */
  | {
      readonly step: 'begin-download';
      readonly id: string;
      readonly method: IdentityMethod;
      readonly person: Envelope;
      readonly at: Date;
    }
  /** A guard only: the agencies' answers are still wanted. */
  | { readonly step: 'expect-download'; readonly id: string }
  /** `fetching` → `ready`. */
  | { readonly step: 'ready-download'; readonly id: string; readonly keepUntil: Date }
  /** `ready` → `saved`, and only before its time is over: of any number at once one succeeds. */
  | { readonly step: 'take-download'; readonly id: string; readonly at: Date }
  /** Anything not over → over, without having been saved. */
  | {
      readonly step: 'end-download';
      readonly id: string;
      readonly as: 'discarded' | 'expired' | 'failed';
      readonly at: Date;
    }
  /** Adds one to its hour; it is untold from then on. */
  | {
      readonly step: 'note-wrong-try';
      readonly personHash: string;
      readonly method: IdentityMethod;
      readonly hour: Date;
      readonly at: Date;
    }
  /** All of this person. */
  | { readonly step: 'told-wrong-tries'; readonly personHash: string }
  | Extract<JourneyStep, { step: 'forget-old' }>;

export type ResidentReason = 'resident-session-over' | 'download-moved' | 'download-gone';

export interface ResidentReads {
  residentSession(hash: string): Promise<ResidentSession | undefined>;
  /** Resource ids; empty when nothing is chosen. */
  choiceOf(personHash: string): Promise<readonly string[]>;
  download(id: string): Promise<Download | undefined>;
  /** Newest first. */
  downloadsOf(personHash: string): Promise<readonly Download[]>;
  /** The latest hours first, at most `limit` of them. */
  wrongTriesOf(personHash: string, limit: number): Promise<readonly WrongTries[]>;
  /** Hours with at least so many, since when nobody was told. */
  wrongTriesUntold(atLeast: number): Promise<readonly WrongTries[]>;
  downloadsBeing(state: DownloadState): Promise<readonly Download[]>;
}
