/** Invented households without end, for load and property tests: the same seed gives the same people, byte for byte. */
import type { Household } from './household.ts';
import { makeHousehold } from './make-household.ts';
import { Register } from './numbers.ts';
import { Random } from './random.ts';

/** Take as many as are needed; ids repeat after a million people of one county and sex. Different seeds share ids. */
export function* generateHouseholds(seed: number): Generator<Household, never> {
  const random = new Random(seed);
  const register = new Register();
  for (;;) yield makeHousehold(random, register);
}
