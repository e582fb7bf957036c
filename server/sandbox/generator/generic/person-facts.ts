/** What a column says of the person, by its normal name. The names are the same in every dataset, so one table does. */
import { personIn } from '../household.ts';
import type { Person } from '../household.ts';
import { rocYearOf, yearOf } from '../dates.ts';
import type { NormalValue } from '#schemas/datasets/types.ts';
import type { Context } from './context.ts';

type Fact = (context: Context) => NormalValue | undefined;

const words = (text: string): string | undefined => text || undefined;

/** The first six characters, as lists of families print it. */
export const maskedId = (id: string): string => `${id.slice(0, 6)}****`;

const maskedName = (name: string): string => {
  const characters = Array.from(name);
  return characters.map((character, at) => (at === 1 ? '○' : character)).join('');
};

const mother = ({ household, person }: Context): Person | undefined => personIn(household, person.motherId);
const father = ({ household, person }: Context): Person | undefined => personIn(household, person.fatherId);
const spouse = ({ household, person }: Context): Person | undefined => personIn(household, person.spouseId);
const head = ({ household }: Context): Person | undefined => personIn(household, household.headId);

export const personFacts: Readonly<Record<string, Fact>> = {
  person_id: ({ person }) => person.id,
  person_name: ({ person }) => person.name,
  person_name_en: ({ person }) => words(person.romanizedName.toUpperCase()),
  english_name: ({ person }) => words(person.romanizedName.toUpperCase()),
  romanized_name: ({ person }) => words(person.romanizedName),
  masked_id: ({ person }) => maskedId(person.id),
  masked_name: ({ person }) => maskedName(person.name),
  birth_date: ({ person }) => person.birthDate,
  birth_year: ({ person }) => yearOf(person.birthDate),
  conscription_year: ({ person }) => rocYearOf(person.birthDate),
  birth_place: ({ person }) => words(person.birthPlace),
  gender: ({ person }) => (person.sex === 'M' ? '男' : '女'),
  sex: ({ person }) => (person.sex === 'M' ? '男' : '女'),
  marriage_status: ({ person }) => person.marriage,
  education: ({ person }) => words(person.education),
  indigenous_group: ({ person }) => person.indigenousGroup,
  phone: ({ person }) => person.phone,
  mobile: ({ person }) => person.mobile,
  email: ({ person }) => person.email,
  household_id: ({ household }) => household.number,
  household_head_id: ({ household }) => household.headId,
  household_head_name: (context) => head(context)?.name,
  household_address: ({ household }) => ({ ...household.address }),
  contact_address: ({ household }) => ({ ...household.address }),
  residence_address: ({ household }) => ({ ...household.address }),
  use_address: ({ household }) => ({ ...household.address }),
  county: ({ household }) => household.address.county,
  town: ({ household }) => household.address.town,
  village: ({ household }) => household.address.village,
  father_id: (context) => father(context)?.id,
  father_name: (context) => father(context)?.name,
  mother_id: (context) => mother(context)?.id,
  mother_name: (context) => mother(context)?.name,
  spouse_id: (context) => spouse(context)?.id,
  spouse_name: (context) => spouse(context)?.name,
  deceased_date: ({ partner }) => partner?.deathDate,
  // Measures of a body hang together; the factor would make giants.
  height: ({ person }) => bodyOf(person).height,
  weight: ({ person }) => bodyOf(person).weight,
  body_mass_index: ({ person }) => {
    const { height, weight } = bodyOf(person);
    return Math.round(weight / (height / 100) ** 2);
  },
};

const bodyOf = ({ id, sex }: Person): { readonly height: number; readonly weight: number } => {
  const height = (sex === 'M' ? 162 : 150) + (Number(id.slice(-2)) % 20);
  return { height, weight: height - 110 + (Number(id.slice(-3)) % 17) };
};
