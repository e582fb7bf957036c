/** Who is likely to be in an agency's files: by the dataset's row in the handbook's table. Ages in years. */
import { ageOf } from './dates.ts';
import { personIn } from './household.ts';
import type { Household, Person } from './household.ts';

export interface Holding {
  /** Nothing in the record happened before this age. */
  readonly age: number;
  /** 0 to 1; 0 where it cannot be. */
  readonly likely: (person: Person, household: Household) => number;
}

const from = (
  age: number,
  likely: number,
  only: (person: Person, household: Household) => boolean = () => true,
): Holding => ({
  age,
  likely: (person, household) => (ageOf(person.birthDate) >= age && only(person, household) ? likely : 0),
});

const aged = (least: number, most: number, likely: number): Holding =>
  from(0, likely, ({ birthDate }) => ageOf(birthDate) >= least && ageOf(birthDate) <= most);

const employed = ({ employed }: Person): boolean => employed;
const driver = ({ licence }: Person): boolean => licence !== undefined;
const veteran = ({ veteran }: Person): boolean => veteran;
const withoutVeteranCard = (person: Person): boolean =>
  !person.veteran && person.sex === 'M' && ageOf(person.birthDate) >= 40;
const widowed = (person: Person, household: Household): boolean =>
  personIn(household, person.spouseId)?.deathDate !== undefined && ageOf(person.birthDate) >= 45;
const marriedToVeteran = (person: Person, household: Household): boolean =>
  personIn(household, person.spouseId)?.veteran === true;
const head = ({ id }: Person, { headId }: Household): boolean => id === headId;
const disabled = ({ disability }: Person): boolean => disability !== undefined;

/** A trade or an award that few people have. */
const rare = from(22, 0.03);
const adult = from(20, 0.1);

const table: Readonly<Record<number, Holding>> = {
  6: from(14, 0.05),
  7: from(18, 0.04),
  8: from(0, 0.35),
  9: from(19, 0.6, ({ sex, id }) => sex === 'M' && /^[A-Z]1/.test(id)),
  15: from(18, 0.6),
  16: from(18, 0.6),
  33: from(20, 1, head),
  34: from(20, 0.1, head),
  35: from(20, 0.9, head),
  36: from(20, 0.6, (_person, { address: { county } }) => /^(?:新竹|苗栗)/.test(county ?? '')),
  37: from(18, 0.2, driver),
  40: from(18, 0.15, (person) => person.vehicles.length > 0),
  43: from(12, 0.7),
  44: from(20, 0.25),
  47: from(20, 1, employed),
  48: from(62, 0.5),
  49: from(65, 0.3),
  50: from(20, 1, employed),
  51: from(20, 0.25, employed),
  52: from(20, 0.9, (person) => employed(person) && disabled(person)),
  53: from(20, 0.25, employed),
  54: from(66, 0.25),
  55: from(20, 1, employed),
  56: from(60, 0.5),
  60: from(14, 0.15),
  64: from(65, 0.2),
  65: from(0, 0.95),
  81: from(40, 1, veteran),
  82: from(45, 0.08, widowed),
  83: from(40, 0.05, withoutVeteranCard),
  84: from(61, 0.3, veteran),
  85: from(40, 0.2, veteran),
  86: from(40, 0.2, veteran),
  87: from(40, 0.2, veteran),
  88: from(35, 0.9, marriedToVeteran),
  89: from(40, 0.6, veteran),
  90: from(45, 0.3, veteran),
  91: from(0, 0.6, ({ id }) => /^[A-Z][12]/.test(id)),
  92: aged(16, 27, 0.9),
  99: from(12, 0.5, ({ indigenousGroup }) => indigenousGroup !== undefined),
  101: from(12, 0.05),
  105: adult,
};

/** @param no of the dataset in the handbook; of one without, and of one that the table lacks: rarely held */
export const holdingOf = (no: number | null): Holding => table[no ?? 0] ?? rare;
