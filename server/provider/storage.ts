/** The data provider's storage port: records of invented people, what is being prepared, and the record of transfers. */
import type { JsonValue } from '#schemas/datasets/types.ts';
import type { PlanStorage } from '../storage/plan.ts';

/** What one dataset holds of one person, as the agency would send it. No row: no record. */
export interface PersonRecord {
  readonly resourceId: string;
  /** 身分證統一編號 or 統一證號 */
  readonly uid: string;
  readonly payload: JsonValue;
}

/** One DP call 傳輸紀錄 (手冊 附件一 六-(一)): time, counterpart, person, outcome. */
export interface Call {
  readonly transactionUid: string;
  readonly resourceId: string;
  /** The status answered. */
  readonly code: number;
  readonly at: Date;
  /** Keyed hash, so that one person's transfers can be found when that person asks; absent before the person is known. */
  readonly personHash?: string;
}

/** As which an invented person was last taken from its file. */
export interface Seed {
  readonly slug: string;
  readonly uid: string;
  /** SHA-256 of the records, hex. */
  readonly digest: string;
}

export interface Preparation {
  readonly transactionUid: string;
  readonly resourceId: string;
  readonly readyAt: Date;
}

export type Step =
  | { readonly step: 'put-record'; readonly record: PersonRecord }
  /** Leaves a record that is there as it is. */
  | { readonly step: 'add-record'; readonly record: PersonRecord }
  | { readonly step: 'drop-records'; readonly uid: string }
  | { readonly step: 'note-seed'; readonly seed: Seed }
  | { readonly step: 'begin-preparation'; readonly preparation: Preparation }
  | { readonly step: 'record-call'; readonly call: Call }
  /** Calls before the one time, preparations that were ready before the other. */
  | { readonly step: 'forget'; readonly callsBefore: Date; readonly preparationsBefore: Date };

/** `preparation-known`: this transaction already waits for this dataset. */
export type Reason = 'preparation-known';

export interface ProviderStorage extends PlanStorage<Step, Reason> {
  findRecord(resourceId: string, uid: string): Promise<JsonValue | undefined>;
  countRecords(): Promise<number>;
  /** Ids of the datasets that hold a record of this person. */
  heldBy(uid: string): Promise<readonly string[]>;
  seed(slug: string): Promise<Seed | undefined>;
  preparation(transactionUid: string, resourceId: string): Promise<Preparation | undefined>;
  /** In the order they came. */
  calls(transactionUid: string): Promise<readonly Call[]>;
  callsOfPerson(personHash: string): Promise<readonly Call[]>;
}
