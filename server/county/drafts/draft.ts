/** A draft 暫存 of an application as it is worked on. */
import type { Answers } from '#schemas/form/answers.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Claims } from '#schemas/wire/county-api.ts';
import type { DraftRow, OfficialRow } from '../storage.ts';
import type { OfficialContents } from './official-contents.ts';

/** Hashes of the values that the resident has confirmed, by place: a field's id, or `group[2].inner`. */
export type Confirmed = { readonly [place: string]: string };

export interface Typed {
  readonly answers: Answers;
  readonly claims: Claims;
  /** Per group, the hashes of the official rows that its first rows were typed beside. */
  readonly officialRows?: { readonly [fieldId: string]: readonly string[] };
  readonly confirmed?: Confirmed;
}

export interface Draft {
  readonly row: DraftRow;
  readonly form: FormDefinition;
  readonly typed: Typed;
  /** Not kept yet: nothing was ever saved, sent up or asked for. */
  readonly isNew?: true;
  /** What came from MyData, once this browser brought the platform's code 200 back. */
  readonly official?: { readonly row: OfficialRow; readonly contents: OfficialContents };
}
