/** One household: who lives in it and how they are related. What each of them owns is left to `complete-person.ts`. */
import type { County } from '#schemas/taiwan/counties.ts';
import { completePerson, type GivenPerson } from './complete-person.ts';
import { addMonths, ageOf, asOf, drawDay, drawPastDay, rocYearOf, yearOf } from './dates.ts';
import type { Household, LowIncome, Marriage, Person, Sex } from './household.ts';
import { drawForeignName, drawIndigenousName, drawName, familyOf, type Name } from './names.ts';
import type { Register } from './numbers.ts';
import { drawAddress } from './draw-address.ts';
import type { Random } from './random.ts';

interface Draft extends GivenPerson {
  readonly family: Name;
}

const orders = ['長', '次', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 長男, 次女 …: counted among brothers and among sisters. */
const orderAmong = (before: readonly Pick<Draft, 'sex'>[], sex: Sex): string =>
  `${orders[before.filter((one) => one.sex === sex).length] ?? '十'}${sex === 'M' ? '男' : '女'}`;

/**
 * @param register gives out ids that nobody has yet
 * The same random numbers give the same household.
 */
export const makeHousehold = (random: Random, register: Register): Household => {
  const address = drawAddress(random);
  const county = address.county as County;
  const draw = (sex: Sex, birthDate: string, relationship: string, family?: Name): Draft => {
    const foreign = !family && relationship === '配偶' && sex === 'F' && random.chance(0.06);
    const indigenous = !family && !foreign && random.chance(0.025);
    const name = foreign
      ? drawForeignName(random)
      : indigenous
        ? drawIndigenousName(random, sex)
        : drawName(random, sex, family);
    return {
      id: register.id(county, sex, foreign),
      name: name.text,
      romanizedName: name.roman,
      sex,
      birthDate,
      relationship,
      family: familyOf(name),
      ...(indigenous ? { indigenousGroup: random.pick(['鄒族', '泰雅族', '布農族', '排灣族', '阿美族']) } : {}),
      ...(foreign ? { birthPlace: '越南', birthOrder: '' } : {}),
    };
  };
  const any = (): Sex => (random.chance(0.5) ? 'M' : 'F');
  const kind = random.between(0, 99);
  const [alone, elderly, parent] = [kind < 20, kind >= 12 && kind < 30, kind >= 30 && kind < 38];
  const headYear = elderly ? random.between(1928, 1958) : random.between(1955, 2000);
  const headSex = any();
  let head = draw(headSex, drawDay(random, headYear, headYear), '戶長');
  const married = !alone && !parent;
  let spouse = married
    ? draw(headSex === 'M' ? 'F' : 'M', drawDay(random, headYear - 4, headYear + 4), '配偶')
    : undefined;
  // An elderly person alone was married once; the spouse is known to kinship.
  const late =
    alone && elderly
      ? draw(headSex === 'M' ? 'F' : 'M', drawDay(random, headYear - 6, headYear + 6), '配偶')
      : undefined;
  const divorced = parent && random.chance(0.7);
  const other = parent
    ? draw(headSex === 'M' ? 'F' : 'M', drawDay(random, headYear - 4, headYear + 4), '配偶')
    : undefined;
  const dead = (person: Draft): Draft => ({ ...person, deathDate: drawPastDay(random, 2005, 2025) });

  const marriage = (id: string, with_: Draft | undefined, state: Marriage): Partial<Draft> =>
    with_ ? { spouseId: id, marriage: state } : {};
  let gone: Draft | undefined;
  if (spouse) {
    head = { ...head, ...marriage(spouse.id, spouse, '有偶') };
    spouse = { ...spouse, ...marriage(head.id, head, '有偶') };
  } else if (late) {
    gone = { ...dead(late), ...marriage(head.id, head, '有偶') };
    head = { ...head, ...marriage(gone.id, gone, '喪偶') };
  } else if (other) {
    gone = divorced ? { ...other, marriage: '離婚' } : { ...dead(other), ...marriage(head.id, head, '有偶') };
    head = { ...head, ...(divorced ? { marriage: '離婚' as const } : marriage(gone.id, gone, '喪偶')) };
  }
  const mate = spouse ?? gone;
  const [father, mother] = head.sex === 'M' ? [head, mate] : [mate, head];

  const children: Draft[] = [];
  const wanted = mate
    ? parent
      ? random.between(1, 2)
      : elderly
        ? random.between(0, 2)
        : random.pick([0, 1, 1, 2, 2, 2, 3, 4])
    : 0;
  let year =
    Math.max(yearOf(father?.birthDate ?? '1960'), yearOf(mother?.birthDate ?? '1960')) + random.between(22, 32);
  for (; children.length < wanted && year < yearOf(asOf); year += random.between(1, 4)) {
    const sex = any();
    const order = orderAmong(children, sex);
    const child = draw(sex, drawDay(random, year, year), order, father?.family);
    children.push({ ...child, birthOrder: order, fatherId: father?.id, motherId: mother?.id });
  }
  // Grown children have mostly moved out.
  const stays = (child: Draft): boolean => !alone && (ageOf(child.birthDate) < 24 || random.chance(0.25));
  const home = children.filter(stays);

  const parents: Draft[] = [];
  const withParents = (person: Draft): Draft => {
    if (person.birthPlace) return person;
    const born = yearOf(person.birthDate);
    const one = draw('M', drawDay(random, born - 34, born - 24), '父', person.family);
    const two = draw('F', drawDay(random, born - 30, born - 21), '母');
    const isDead = (year: number): boolean => year < 1932 || random.chance((1975 - year) / 60);
    const ended = (parent: Draft): Draft =>
      isDead(yearOf(parent.birthDate))
        ? { ...parent, deathDate: drawPastDay(random, Math.max(born + 1, 1990), 2025) }
        : parent;
    const [dad, mum] = [ended(one), ended(two)];
    const state = (self: Draft, partner: Draft): Draft => ({
      ...self,
      spouseId: partner.id,
      marriage: partner.deathDate && !self.deathDate ? '喪偶' : '有偶',
    });
    parents.push(state(dad, mum), state(mum, dad));
    return { ...person, fatherId: dad.id, motherId: mum.id };
  };
  head = withParents(head);
  if (spouse) spouse = withParents(spouse);
  // Three generations under one roof: the head's living parents.
  const together = married && kind >= 88;
  const livesHere = (person: Draft): boolean =>
    together && !person.deathDate && (person.id === head.fatherId || person.id === head.motherId);

  const founded = drawPastDay(random, Math.min(yearOf(head.birthDate) + 22, 2024), 2025);
  const homeOf = { address, founded };
  const finish = ({ family: _, ...person }: Draft): Person => completePerson(random, person, homeOf);
  const adrift = (person: Draft): Person => ({
    ...finish({ ...person, veteran: false, posts: [], properties: [], vehicles: [] }),
    licence: undefined,
    disability: undefined,
  });
  const members = [head, ...(spouse ? [spouse] : []), ...home, ...parents.filter(livesHere)].map(finish);
  const kin = [
    ...(gone ? [gone] : []),
    ...children.filter((child) => !home.includes(child)),
    ...parents.filter((person) => !livesHere(person)),
  ].map(adrift);
  return {
    number: register.household(county),
    address,
    headId: head.id,
    founded,
    members,
    kin,
    ...(random.chance(parent || alone ? 0.15 : 0.05) ? { lowIncome: drawLowIncome(random) } : {}),
  };
};

const drawLowIncome = (random: Random): LowIncome => {
  const applied = drawPastDay(random, 2025, 2025);
  const low = random.chance(0.5);
  return {
    title: low ? '低收入戶' : '中低收入戶',
    ...(low ? { category: random.pick(['第1款', '第2款', '第3款', '第3款']) } : {}),
    applied,
    approved: addMonths(applied, 1),
    validUntil: '2026-12-31',
    documentNumber: `府社救字第${rocYearOf(applied)}${random.digits(7)}號`,
  };
};
