/**
 * A record of any dataset for any person: the shape's samples, with the person's own facts in place of the samples' persona
 * and dates, amounts and numbers drawn around the samples. Dates keep their order and their distance.
 */
import type { Normalised } from '#schemas/datasets/types.ts';
import type { Shape } from '#schemas/normalise/shape.ts';
import { monthOf } from '../dates.ts';
import { personIn } from '../household.ts';
import type { Household, Person } from '../household.ts';
import type { Random } from '../random.ts';
import type { Context } from './context.ts';
import { planOf } from './plan.ts';
import { settleAccount } from './settle-account.ts';

const personaBorn = monthOf('1980-01-01');
const lately = monthOf('2015-01-01');

/** Undefined where the sample's story does not fit into the person's life: too young for what it takes. */
export const genericData = (
  shape: Shape,
  household: Household,
  person: Person,
  random: Random,
  /** Nothing happens before this age, in years. */
  age: number,
): Normalised['data'] | undefined => {
  const plan = planOf(shape);
  const start = monthOf(person.birthDate) + age * 12;
  const whole = (months: number): number => (plan.byYears ? Math.ceil(months / 12) * 12 : months);
  // Later than by half a year, what is past in the samples would be to come.
  const least = plan.earliest.recent === undefined ? -30 : Math.max(-30, whole(start - plan.earliest.recent));
  const most = plan.byYears ? 0 : 6;
  if (least > most) return undefined;
  const recent = plan.byYears ? 12 * random.between(Math.ceil(least / 12), 0) : random.between(least, most);
  let life = 0;
  if (plan.earliest.life !== undefined) {
    const wanted = whole(Math.max(monthOf(person.birthDate) - personaBorn, start - plan.earliest.life));
    const limit = whole(lately - 1 - (plan.lastOfLife ?? 0)) - (plan.byYears ? 12 : 0);
    if (start - plan.earliest.life > Math.max(limit, 0)) return undefined;
    life = Math.min(wanted, Math.max(limit, 0));
  }
  const partner =
    personIn(household, person.spouseId) ??
    personIn(household, person.fatherId) ??
    personIn(household, person.motherId);
  const context: Context = {
    household,
    random,
    person,
    partner,
    life,
    recent,
    factor: random.between(80, 125) / 100,
    row: 0,
  };
  return settleAccount(plan.make(context), random);
};
