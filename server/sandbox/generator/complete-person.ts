/**
 * A person out of the little that is given (id, name, date of birth, relatives): everything else that agencies know is
 * drawn. What is given stays, so that hand-made people and generated ones are finished by the same hand.
 */
import type { Address } from './draw-address.ts';
import { sexOfId } from '#schemas/taiwan/national-id.ts';
import { addMonths, ageOf, drawPastDay, rocYearOf, yearOf } from './dates.ts';
import { drawDisability, drawLicence, drawPost, drawProperties, drawVehicles } from './draw-belongings.ts';
import type { Person } from './household.ts';
import type { Random } from './random.ts';

export type GivenPerson = Pick<Person, 'id' | 'name' | 'birthDate' | 'relationship'> & Partial<Person>;

const education = (random: Random, age: number): string => {
  if (age < 6) return '';
  if (age < 12) return '國小在學';
  if (age < 15) return '國中在學';
  if (age < 18) return random.chance(0.6) ? '高中在學' : '高職在學';
  if (age < 22) return '大學在學';
  if (age > 75) return random.pick(['國小畢業', '國小畢業', '國中畢業', '高中畢業']);
  return random.pick(['高中畢業', '高職畢業', '專科畢業', '大學畢業', '大學畢業', '碩士畢業']);
};

const military = (random: Random, sex: string, age: number): string => {
  if (sex === 'F' || age < 19) return '';
  return age < 37 ? random.pick(['後備役', '後備役', '補充兵']) : age < 51 ? '後備役' : '除役';
};

const rocDay = (iso: string): string =>
  `民國${rocYearOf(iso)}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;

/** Where somebody was first registered, as registers say it: provinces were dropped for the six municipalities. */
const birthPlace = (county: string): string =>
  county.endsWith('縣') || ['基隆市', '新竹市', '嘉義市'].includes(county)
    ? `${['金門縣', '連江縣'].includes(county) ? '福建省' : '臺灣省'}${county}`
    : county;

/**
 * @param home address of the household, and the day (`YYYY-MM-DD`) since when it is there
 * The same random numbers and facts give the same person.
 */
export const completePerson = (
  random: Random,
  given: GivenPerson,
  home: { readonly address: Address; readonly founded: string },
): Person => {
  const sex = given.sex ?? sexOfId(given.id) ?? 'M';
  const age = ageOf(given.birthDate);
  const adult = age >= 18;
  const alive = given.deathDate === undefined;
  const foreign = /^[A-Z][89A-D]/.test(given.id);
  const movedIn = home.founded > given.birthDate ? home.founded : given.birthDate;
  const employed = given.employed ?? (alive && age >= 20 && age < 65 && random.chance(0.75));
  const veteran = given.veteran ?? (alive && sex === 'M' && age >= 45 && random.chance(0.06));
  const licence =
    given.licence ??
    (alive && age >= 19 && age < 85 && random.chance(0.7) ? drawLicence(random, age, given.birthDate) : undefined);
  const properties =
    given.properties ?? (alive && age >= 28 && random.chance(0.4) ? drawProperties(random, home.address) : []);
  const posts = given.posts ?? (alive && age >= 25 && age < 75 && random.chance(0.05) ? [drawPost(random)] : []);
  const disability =
    given.disability ??
    (alive && random.chance(age > 65 ? 0.15 : 0.04) ? drawDisability(random, given.birthDate) : undefined);
  return {
    ...given,
    sex,
    romanizedName: given.romanizedName ?? '',
    birthOrder:
      given.birthOrder ?? (foreign ? '' : `${random.pick(['長', '長', '次', '三'])}${sex === 'M' ? '男' : '女'}`),
    birthPlace: given.birthPlace ?? birthPlace(home.address.county),
    marriage: given.marriage ?? '未婚',
    education: given.education ?? education(random, age),
    military: given.military ?? (foreign ? '' : military(random, sex, age)),
    movedIn: given.movedIn ?? movedIn,
    notes: given.notes ?? (movedIn === given.birthDate ? [] : [`${rocDay(movedIn)}遷入登記。`]),
    phone: given.phone ?? `0${random.pick(['2', '3', '4', '5', '6', '7'])}-5${random.digits(6)}`,
    mobile: given.mobile ?? `0900${random.digits(6)}`,
    email: given.email ?? `${given.id.toLowerCase()}@people.example`,
    idCardIssued:
      given.idCardIssued ??
      (age < 15
        ? addMonths(given.birthDate, 1)
        : drawPastDay(random, Math.max(2006, yearOf(given.birthDate) + 14), 2025)),
    employed,
    veteran,
    licence,
    vehicles: given.vehicles ?? (licence && adult && random.chance(0.65) ? drawVehicles(random, licence.issued) : []),
    disability,
    posts,
    properties,
  };
};
