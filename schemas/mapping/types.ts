/** Mapping 對應: form field ← dataset, path, transforms, policy. */
import type { Answers, AnswerValue } from '../form/answers.ts';
import type { MissingReason, OfficialValue, Policy, Provenance } from '../shapes/values.ts';

/** `API.` + ten characters, as the platform names a dataset 資料集. */
export type ResourceId = string;

export type { MissingReason, OfficialValue, Policy, Provenance };

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

/**
 * Why a whole dataset is not there. Five different things, and only one of them is about the agency: `not-asked` this
 * journey did not ask for it · `not-registered` the service may not ask for it at the platform · `declined` the resident
 * refused it · `failed` it was lost on the way · `no-record` the agency holds nothing on this person.
 */
export const absences = ['not-asked', 'not-registered', 'declined', 'failed', 'no-record'] as const;
export type Absence = (typeof absences)[number];

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
