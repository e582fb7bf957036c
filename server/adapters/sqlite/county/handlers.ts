/** Each step of one area as guarded SQL; runs inside the plan's transaction. */
import type { SqliteDatabase } from '../open.ts';

export type Handlers<Step extends { readonly step: string }> = {
  readonly [Name in Step['step']]: (db: SqliteDatabase, step: Extract<Step, { step: Name }>) => void;
};
