/** What one record is drawn from: whose it is, how far its dates and numbers lie from the samples, which row is being made. */
import type { Household, Person } from '../household.ts';
import type { Random } from '../random.ts';

export interface Context {
  readonly household: Household;
  readonly random: Random;
  /** Whose record it is; in rows of relatives the relative. */
  person: Person;
  /** The one that the samples call 林志明: spouse, else a parent. */
  partner: Person | undefined;
  /** Months that long past dates are moved by, with the person's life. */
  life: number;
  /** Months that dates of late are moved by. */
  recent: number;
  /** What numbers and amounts are multiplied by. */
  factor: number;
  /** Counted from 0. */
  row: number;
}
