/** A few choices → an invented household, told in facts, and a file for each of its people who shall prove identity. */
import { counties, type County } from '#schemas/taiwan/counties.ts';
import { isTownOf } from '#schemas/taiwan/towns.ts';
import type { GivenPerson } from '../generator/complete-person.ts';
import { ageOf, asOf, yearOf } from '../generator/dates.ts';
import { drawDisability, drawProperties, drawVehicles } from '../generator/draw-belongings.ts';
import type { Disability, LowIncome, Sex } from '../generator/household.ts';
import { drawName, familyOf, type Name } from '../generator/names.ts';
import { letterOf } from '../generator/numbers.ts';
import type { addressOf } from '../generator/draw-address.ts';
import { drawAddress } from '../generator/draw-address.ts';
import type { Random } from '../generator/random.ts';
import type { HouseholdFacts, ResidentFile } from '../resident-file.ts';
import { drawId } from './invented-id.ts';

export const families = ['alone', 'couple', 'children', 'single-parent', 'three-generations'] as const;
export const incomes = ['none', 'low-1', 'low-2', 'low-3', 'middle-low'] as const;
export const disabilities = ['none', '輕度', '中度', '重度', '極重度'] as const;

export interface Choices {
  /** Absent: drawn. */
  readonly name?: string;
  readonly sex: Sex;
  /** Full years. */
  readonly age: number;
  readonly county: County;
  readonly town: string;
  readonly family: (typeof families)[number];
  readonly income: (typeof incomes)[number];
  readonly disability: (typeof disabilities)[number];
  readonly car: boolean;
  readonly land: boolean;
  readonly employed: boolean;
  /** The others of the household become test people as well. */
  readonly everybody: boolean;
}

export const mostAge = 105;

/** @param value as a form or a program sent it → undefined: not among the choices */
export function choicesOf(value: Readonly<Record<string, unknown>>): Choices | undefined {
  const one = <T extends string>(name: string, all: readonly T[]): T | undefined =>
    all.find((choice) => choice === value[name]);
  const flag = (name: string): boolean => [true, 'yes'].includes(value[name] as boolean | string);
  const sex = one<Sex>('sex', ['M', 'F']);
  const county = one('county', counties);
  const family = one('family', families);
  const income = one('income', incomes);
  const disability = one('disability', disabilities);
  const age = Number(value['age']);
  const { town, name } = value;
  if (!sex || !county || !family || !income || !disability) return undefined;
  if (typeof town !== 'string' || !isTownOf(county, town)) return undefined;
  if (value['age'] === '' || !Number.isInteger(age) || age < 0 || age > mostAge) return undefined;
  const own = typeof name === 'string' ? name.trim() : '';
  if (own.length > 50) return undefined;
  return {
    ...(own && { name: own }),
    ...{ sex, age, county, town, family, income, disability },
    ...{ car: flag('car'), land: flag('land'), employed: flag('employed'), everybody: flag('everybody') },
  };
}

/** `taken`: ids that somebody has. */
export function makePeople(random: Random, choices: Choices, taken: ReadonlySet<string>): readonly ResidentFile[] {
  const address = drawAddress(random, choices.county, choices.town);
  const used = new Set(taken);
  const draw = (sex: Sex, age: number, relationship: string, family?: Name): GivenPerson & { readonly own: Name } => {
    const id = drawId(random, choices.county, sex, used);
    used.add(id);
    const own = drawName(random, sex, family);
    return { id, name: own.text, romanizedName: own.roman, sex, birthDate: bornFor(random, age), relationship, own };
  };
  const minor = choices.age < 20;
  const wed = choices.family !== 'alone' && choices.family !== 'single-parent';
  const drawn = draw(choices.sex, choices.age, '戶長');
  const self: GivenPerson = {
    ...drawn,
    ...(choices.name !== undefined && { name: choices.name, romanizedName: '' }),
    ...belongings(random, choices, drawn.birthDate, address),
  };
  const family = familyOf(drawn.own);
  const { members, kin } = minor ? withParents() : withFamily();
  const facts: HouseholdFacts = {
    address: partsOf(address),
    founded: `${Math.min(yearOf(asOf) - 1, yearOf(oldest(members)) + 25)}-03-01`,
    headId: members[0]!.id,
    members: members.map(plain),
    kin: kin.map(plain),
    ...(choices.income !== 'none' && { lowIncome: lowIncomeOf(random, choices.income) }),
  };
  const householdNumber = `${letterOf(choices.county)}9${random.digits(6)}`;
  const people = choices.everybody ? members : [self];
  return [self, ...people.filter(({ id }) => id !== self.id)].map((person) =>
    fileOf(random, person, facts, householdNumber),
  );

  /** A child lives with who looks after it. */
  function withParents(): { members: readonly GivenPerson[]; kin: readonly GivenPerson[] } {
    const father = draw('M', choices.age + random.between(26, 34), wed ? '戶長' : '父', family);
    const mother = draw('F', choices.age + random.between(24, 32), wed ? '配偶' : '戶長');
    const order = choices.sex === 'M' ? '長男' : '長女';
    const child: GivenPerson = {
      ...self,
      ...{ relationship: order, birthOrder: order, fatherId: father.id, motherId: mother.id },
    };
    if (!wed) {
      const parted = { marriage: '離婚' as const };
      return { members: [{ ...mother, ...parted }, child], kin: [{ ...father, ...parted }] };
    }
    return { members: [...married(father, mother), child], kin: [] };
  }

  function withFamily(): { members: readonly GivenPerson[]; kin: readonly GivenPerson[] } {
    const father = draw('M', choices.age + random.between(26, 32), '父', family);
    const mother = draw('F', choices.age + random.between(24, 30), '母');
    const here = choices.family === 'three-generations' && choices.age + 24 < 100;
    const parents = married(father, mother).map((one) => (here ? one : gone(one)));
    const head: GivenPerson = { ...self, fatherId: father.id, motherId: mother.id };
    const other = wed ? draw(choices.sex === 'M' ? 'F' : 'M', Math.max(20, choices.age - 2), '配偶') : undefined;
    const [one, two] = other ? married(head, other) : [{ ...head, marriage: single() }];
    const many = choices.family === 'alone' || choices.family === 'couple' ? 0 : choices.age < 24 ? 1 : 2;
    const [dad, mum] = choices.sex === 'M' ? [one, two] : [two, one];
    const seen = { M: 0, F: 0 };
    const children = Array.from({ length: many }, (_, index): GivenPerson => {
      const sex = random.pick(['M', 'F'] as const);
      const order = `${['長', '次'][seen[sex]++]}${sex === 'M' ? '男' : '女'}`;
      const age = Math.max(0, Math.min(17, choices.age - 26) - index * 2);
      const child = draw(sex, age, order, choices.sex === 'M' || !other ? family : familyOf(other.own));
      return { ...child, birthOrder: order, fatherId: dad?.id, motherId: mum?.id };
    });
    return {
      members: [one!, ...(two ? [two] : []), ...children, ...(here ? parents : [])],
      kin: here ? [] : parents,
    };
  }

  function single(): '未婚' | '離婚' {
    return choices.family === 'single-parent' ? '離婚' : '未婚';
  }
}

const married = (one: GivenPerson, two: GivenPerson): readonly [GivenPerson, GivenPerson] => [
  { ...one, marriage: '有偶', spouseId: two.id },
  { ...two, marriage: '有偶', spouseId: one.id },
];

/** Of the parents who are registered elsewhere, the old ones have died. */
const gone = (person: GivenPerson): GivenPerson =>
  ageOf(person.birthDate) > 85 ? { ...person, deathDate: '2019-05-06' } : person;

const oldest = (members: readonly GivenPerson[]): string => members.map(({ birthDate }) => birthDate).sort()[0]!;

const plain = ({ own: _, ...person }: GivenPerson & { readonly own?: Name }): GivenPerson => person;

const two = (number: number): string => String(number).padStart(2, '0');

/** Of that age on the generator's day. */
const bornFor = (random: Random, age: number): string =>
  `${yearOf(asOf) - age}-${two(random.between(1, 10))}-${two(random.between(1, 28))}`;

const partsOf = ({ whole: _, ...parts }: ReturnType<typeof addressOf>): HouseholdFacts['address'] => parts;

export type Belongings = Pick<GivenPerson, 'licence' | 'vehicles' | 'properties' | 'disability' | 'employed'>;

/** What was chosen and cannot be, a child's car, is left out. */
export function belongings(
  random: Random,
  { car, land, employed, disability }: Pick<Choices, 'car' | 'land' | 'employed' | 'disability'>,
  birthDate: string,
  address: ReturnType<typeof addressOf>,
): Belongings {
  const adult = ageOf(birthDate) >= 20;
  const issued = `${yearOf(birthDate) + 19}-06-15`;
  const [vehicle] = drawVehicles(random, issued);
  return {
    employed: adult && employed,
    properties: adult && land ? drawProperties(random, address) : [],
    ...(adult && car
      ? { licence: { kind: '普通小型車', issued }, vehicles: [{ ...vehicle!, kind: '自用小客車' }] }
      : { vehicles: [] }),
    ...(disability !== 'none' && {
      disability: { ...drawDisability(random, birthDate), level: disability } satisfies Disability,
    }),
  };
}

/** An entry that is in force for the generator's year; middle-low 中低收入 has no category. */
export const lowIncomeOf = (random: Random, income: Exclude<Choices['income'], 'none'>): LowIncome => ({
  title: income === 'middle-low' ? '中低收入戶' : '低收入戶',
  ...(income !== 'middle-low' && { category: `第${income.slice(-1)}款` }),
  applied: '2026-01-05',
  approved: '2026-02-05',
  validUntil: '2026-12-31',
  documentNumber: `府社救字第115${random.digits(7)}號`,
});

/** The way back: which of the choices a household's entry stands for. */
export const incomeOf = ({ lowIncome }: HouseholdFacts): Choices['income'] =>
  !lowIncome
    ? 'none'
    : lowIncome.title === '中低收入戶'
      ? 'middle-low'
      : (incomes.find((one) => one === `low-${lowIncome.category?.charAt(1)}`) ?? 'low-3');

const letters = 'abcdefghijklmnopqrstuvwxyz';

function fileOf(
  random: Random,
  { id, name, birthDate, sex = 'M', relationship }: GivenPerson,
  facts: HouseholdFacts,
  householdNumber: string,
): ResidentFile {
  const slug = `own-${Array.from({ length: 8 }, () => letters.charAt(random.between(0, 25))).join('')}`;
  const where = `${facts.address.county}${facts.address.town}`;
  return {
    slug,
    note: {
      'zh-Hant': `虛構人物，僅供測試。自建，住${where}，${relationship}，${facts.members.length} 口。`,
      en: 'Invented, for tests only. Made in the sandbox.',
    },
    nationalId: id,
    name,
    birthDate,
    gender: sex,
    email: `${slug}@residents.example`,
    mobile: `09009${random.digits(5)}`,
    account: `test-${slug}`,
    card: { number: `TP9${random.digits(13)}`, pin: random.digits(6) },
    nhi: { number: `98${random.digits(10)}`, password: `Test-${random.digits(6)}` },
    householdNumber,
    facts,
  };
}
