/** What is kept, sealed, of an application: the answers, and where each comes from. */
import type { Answers } from '../../../schemas/form/definition.ts';
import type { ValueOrigin } from './check-official.ts';
import type { EvidenceMetadata } from './official-contents.ts';

export interface ApplicationContents {
  readonly answers: Answers;
  readonly origins: { readonly [fieldId: string]: ValueOrigin };
  readonly evidence: readonly EvidenceMetadata[];
  /** Datasets whose agency holds no record of the person. */
  readonly noRecord: readonly string[];
  /** The transfer that the official values came with. */
  readonly txId?: string;
  readonly receivedAt?: string;
}
