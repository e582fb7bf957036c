/** Mapping 對應: form field ← dataset, path, transforms, policy. */
import type { Answers, AnswerValue } from '../form/answers.ts';

/** `API.` + ten characters, as the platform names a dataset 資料集. */
export type ResourceId = string;

/**
 * What may become of a filled field.
 * `locked` official, the server re-checks it on submit · `confirm` shown, the resident confirms or notes that it is wrong ·
 * `editable` may be changed, the change is kept beside the official value with a reason ·
 * `compare` the resident types, the server compares (the page never gets the official value).
 */
export type Policy = 'locked' | 'confirm' | 'editable' | 'compare';

export interface Source {
  readonly dataset: ResourceId;
  /** RFC 9535 JSONPath over the *normalised* payload of the dataset (inside a group: over the row). */
  readonly path: string;
  readonly transforms?: readonly TransformStep[];
}

/** One step of the closed list in `transforms/`; parameters beside the name. */
export interface TransformStep {
  readonly use: string;
  readonly [parameter: string]: unknown;
}

export interface Fill {
  readonly policy: Policy;
  /** In order of preference: the first dataset that was received and has a value wins. */
  readonly from: readonly Source[];
}

export interface RowFill {
  readonly policy: 'locked' | 'editable';
  readonly from: readonly { readonly dataset: ResourceId; readonly path: string }[];
}

/** Where a value comes from; travels with it to the resident, the clerk and the application. */
export interface Provenance {
  readonly dataset: ResourceId;
  readonly datasetName: string;
  /** The agency that holds and corrects it. */
  readonly agency: string;
  /** When the agency issued it, ISO 8601 with offset. */
  readonly issuedAt: string;
  /** Lower-case hex SHA-256 of the inner zip it came in. */
  readonly packageDigest: string;
}

export interface OfficialValue {
  readonly policy: Policy;
  /** Absent under `compare`: that value stays on the server. */
  readonly value?: AnswerValue;
  readonly provenance: Provenance;
}

/**
 * Why a whole dataset is not there. Five different things, and only one of them is about the agency: `not-asked` this
 * journey did not ask for it · `not-registered` the service may not ask for it at the platform · `declined` the resident
 * refused it · `failed` it was lost on the way · `no-record` the agency holds nothing on this person.
 */
export const absences = ['not-asked', 'not-registered', 'declined', 'failed', 'no-record'] as const;
export type Absence = (typeof absences)[number];

/**
 * Why an official value is not there: then its field is an ordinary question. Beside the absences, of a record that came:
 * it says nothing here (`empty`), or what it says can not be read (`unreadable`).
 */
export type MissingReason = Absence | 'empty' | 'unreadable';

export interface MappingResult {
  readonly values: {
    readonly [fieldId: string]: {
      readonly value: AnswerValue;
      readonly policy: Policy;
      readonly source: Source;
      readonly provenance: Provenance;
    };
  };
  /** Rows of a group, by group field id; all official at first. */
  readonly rows: {
    readonly [fieldId: string]: {
      readonly value: readonly Answers[];
      readonly policy: RowFill['policy'];
      readonly provenance: Provenance;
    };
  };
  readonly missing: { readonly [fieldId: string]: MissingReason };
}
