/** A fact is changed once, in the household that all records are written of: every dataset, and every member's, follows. */
import type { GivenPerson } from '../generator/complete-person.ts';
import { Random, seedOf } from '../generator/random.ts';
import { addressOf } from '../generator/draw-address.ts';
import type { HouseholdFacts } from '../resident-file.ts';
import { belongings, incomeOf, lowIncomeOf, type Choices } from './make-people.ts';
import type { OwnFile } from './own-people.ts';

export interface Facts extends Pick<Choices, 'income' | 'disability' | 'car' | 'land' | 'employed'> {
  readonly name: string;
  readonly birthDate: string;
  readonly address: HouseholdFacts['address'];
}

const selfIn = ({ facts, nationalId }: OwnFile): GivenPerson | undefined =>
  facts.members.find(({ id }) => id === nationalId);

/**
 * What the page of a made person lets be changed, as it is now; without an entry no disability, no car, no land, no
 * work.
 */
export function factsOf(file: OwnFile): Facts {
  const self = selfIn(file);
  const { disability, vehicles = [], properties = [], employed } = self ?? {};
  return {
    name: file.name,
    birthDate: file.birthDate,
    address: file.facts.address,
    income: incomeOf(file.facts),
    disability: disability?.level ?? 'none',
    car: vehicles.length > 0,
    land: properties.length > 0,
    employed: employed ?? false,
  };
}

/** @param household files of the same household, this one among them → the same, changed */
export function changeFacts(file: OwnFile, household: readonly OwnFile[], wish: Facts): readonly OwnFile[] {
  const before = factsOf(file);
  const random = new Random(seedOf(JSON.stringify(wish)));
  const drawn = belongings(random, wish, wish.birthDate, addressOf(wish.address));
  const changed = (person: GivenPerson): GivenPerson => {
    const next: { -readonly [name in keyof GivenPerson]: GivenPerson[name] } = {
      ...person,
      name: wish.name,
      birthDate: wish.birthDate,
      employed: wish.employed,
    };
    if (wish.name !== before.name) delete next.romanizedName;
    // What stays as it was keeps its plate, its plot, its date.
    if (wish.car !== before.car) {
      next.vehicles = drawn.vehicles ?? [];
      if (drawn.licence) next.licence = drawn.licence;
    }
    // Who moves takes the house that they live in along: it is the same fact.
    next.properties = (person.properties ?? []).map((one) =>
      one.address?.whole === addressOf(before.address).whole ? { ...one, address: addressOf(wish.address) } : one,
    );
    if (wish.land !== before.land) next.properties = drawn.properties ?? [];
    if (wish.disability !== before.disability) {
      delete next.disability;
      if (drawn.disability) next.disability = drawn.disability;
    }
    return next;
  };
  const { lowIncome, ...rest } = file.facts;
  const kept = wish.income === before.income ? lowIncome : undefined;
  const income = wish.income === 'none' ? undefined : (kept ?? lowIncomeOf(random, wish.income));
  const facts: HouseholdFacts = {
    ...rest,
    address: wish.address,
    members: rest.members.map((person) => (person.id === file.nationalId ? changed(person) : person)),
    ...(income && { lowIncome: income }),
  };
  return household.map((one) =>
    one.slug === file.slug ? { ...one, name: wish.name, birthDate: wish.birthDate, facts } : { ...one, facts },
  );
}
