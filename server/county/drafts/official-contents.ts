/** What a draft holds of MyData, in clear only while a request is answered; at rest it is sealed in a key epoch. */
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { Agent } from '../journeys/delivery.ts';
import type { Absence, MissingReason, Policy, Provenance } from '#schemas/mapping/types.ts';

export interface OfficialEntry {
  readonly value: AnswerValue;
  readonly policy: Policy;
  readonly provenance: Provenance;
}

/** One file of a package, as received: its name and digests, never its fields. */
export interface EvidenceMetadata {
  readonly dataset: string;
  readonly filename: string;
  readonly issuedAt: string;
  /** Of the file itself, lower-case hex SHA-256. */
  readonly digest: string;
  readonly packageDigest: string;
  readonly certificateSubject: string;
}

/** A document that an evidence question keeps, whole: it goes with the application to the clerk. */
export interface KeptDocument {
  /** Id of the evidence question. */
  readonly field: string;
  readonly filename: string;
  readonly base64: string;
}

/** What a desk received, as it was signed: a clerk may save it instead of an application. */
export interface AtCounter {
  /** Datasets that the person chose to bring. */
  readonly resources: readonly string[];
  readonly packages: readonly { readonly dataset: string; readonly base64: string }[];
  readonly agent?: Agent;
}

export interface OfficialContents {
  /** The verified person's national id. */
  readonly person: string;
  /** As the first dataset that has one writes it; absent in what was received before this was kept. */
  readonly personName?: string;
  readonly values: { readonly [fieldId: string]: OfficialEntry };
  readonly missing: { readonly [fieldId: string]: MissingReason };
  readonly officialRows: { readonly [fieldId: string]: number };
  /** Datasets that answered 204. */
  readonly noRecord: readonly string[];
  /** Datasets that the form reads and the package does not hold; absent in what was received before this was kept. */
  readonly absent?: { readonly [dataset: string]: Absence };
  readonly evidence: readonly EvidenceMetadata[];
  readonly documents: readonly KeptDocument[];
  readonly atCounter?: AtCounter;
}
