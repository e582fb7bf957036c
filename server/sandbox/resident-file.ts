/**
 * A resident's file: who the person is, and either the household in a few facts (`facts`), from which every record is
 * written, or records by hand (`records`), or both: a record by hand is taken as it is, and null stays no record.
 */
import type { JsonValue } from '#schemas/datasets/types.ts';
import type { GivenPerson } from './generator/complete-person.ts';
import type { LowIncome } from './generator/household.ts';
import type { Address } from './generator/draw-address.ts';
import type { SandboxResident } from './resident.ts';

export interface HouseholdFacts {
  readonly address: Omit<Address, 'whole'>;
  /** When the household was founded here; who was born before has moved in then. */
  readonly founded: string;
  readonly headId: string;
  readonly members: readonly GivenPerson[];
  /** Relatives who are dead or registered elsewhere. */
  readonly kin?: readonly GivenPerson[];
  readonly lowIncome?: LowIncome;
}

export interface ResidentFile extends Omit<SandboxResident, 'records'> {
  /** The slug of another resident whose file tells of the household: twins, spouses. */
  readonly facts?: HouseholdFacts | { readonly sameAs: string };
  /** Datasets that this person has a record in although few people do. */
  readonly holds?: readonly string[];
  /** Nothing on record anywhere. */
  readonly holdsNothing?: true;
  readonly records?: { readonly [resourceId: string]: JsonValue | null };
}
