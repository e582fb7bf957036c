/** A dataset's own writer: what the agency holds of the person, in normal form; undefined where it holds nothing. */
import type { Dataset, Normalised } from '#schemas/datasets/types.ts';
import type { Household, Person } from '../household.ts';
import type { Random } from '../random.ts';

interface Subject {
  readonly dataset: Dataset;
  readonly household: Household;
  readonly person: Person;
  /** Seeded by person and dataset. */
  readonly random: Random;
}

export type Writer = (subject: Subject) => Normalised['data'] | undefined;
