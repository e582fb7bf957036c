/** What is kept, sealed, of an application: the answers, and where each comes from. */
import type { Answers } from '#schemas/form/answers.ts';
import type { Agent } from '../journeys/delivery.ts';
import type { ValueOrigin } from '../drafts/check-official.ts';
import type { EvidenceMetadata } from '../drafts/official-contents.ts';

/** The clerk who sent an application on the applicant's behalf. */
export interface SentAtCounter {
  readonly clerkId: string;
  readonly clerkName: string;
  readonly agency: string;
  readonly counter: string;
  /** Who came in the applicant's place. */
  readonly agent?: Agent;
}

export interface ApplicationContents {
  readonly answers: Answers;
  readonly origins: { readonly [fieldId: string]: ValueOrigin };
  readonly evidence: readonly EvidenceMetadata[];
  /** Datasets whose agency holds no record of the person. */
  readonly noRecord: readonly string[];
  /** The transfer that the official values came with. */
  readonly txId?: string;
  readonly receivedAt?: string;
  /** Absent in applications made before there were counters: online. */
  readonly channel?: 'online' | 'counter';
  readonly atCounter?: SentAtCounter;
}
