import type { SqliteDatabase } from '../open.ts';

/** One handler per step of an area; it throws `GuardFailed` to roll the whole plan back. */
export type Handlers<Step extends { readonly step: string }> = {
  readonly [Name in Step['step']]: (db: SqliteDatabase, step: Extract<Step, { step: Name }>) => void;
};
