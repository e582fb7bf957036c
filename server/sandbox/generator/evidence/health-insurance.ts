/** 全民健康保險 enrolment and premiums (datasets 57, 58): who is insured by whom follows from work and household. */
import { addMonths, ageOf, asOf } from '../dates.ts';
import { personIn, type Household, type Person } from '../household.ts';
import { employerOf, incomeOf, isAdult, rocDay, taxYear, type EvidenceWriter } from './evidence.ts';

interface Insured {
  readonly class: string;
  readonly by: string;
  readonly as: '本人' | '眷屬';
  /** New Taiwan dollars a month that the person pays. */
  readonly premium: number;
}

/** Grades of 投保金額; the person pays 30 % of 5.17 %. */
const grades = [29_500, 30_300, 31_800, 33_300, 36_300, 40_100, 45_800, 50_600, 57_800, 66_800, 76_500];
const regional = 826;

const ofWorker = (person: Person): Insured => {
  const month = incomeOf(person).salary / 13;
  const grade = grades.find((one) => one >= month) ?? grades.at(-1)!;
  return { class: '第1類', by: employerOf(person), as: '本人', premium: Math.round(grade * 0.0517 * 0.3) };
};

function insuranceOf(person: Person, household: Household): Insured {
  if (person.employed && isAdult(person)) return ofWorker(person);
  const keepers = [person.spouseId, ...(ageOf(person.birthDate) < 23 ? [person.fatherId, person.motherId] : [])];
  const keeper = keepers
    .map((id) => personIn(household, id))
    .find((one) => one?.employed && one.deathDate === undefined);
  if (keeper) return { ...ofWorker(keeper), as: '眷屬' };
  if (person.veteran)
    return { class: '第6類第1目', by: `${household.address.county}榮民服務處`, as: '本人', premium: 0 };
  return {
    class: '第6類第2目',
    by: `${household.address.county}${household.address.town}公所`,
    as: '本人',
    premium: regional,
  };
}

const startOf = (person: Person): string => {
  const began = person.employed ? addMonths(person.birthDate, 12 * 22 + 3) : person.birthDate;
  const earliest = began > '1995-03-01' ? began : '1995-03-01';
  return earliest < asOf ? earliest : person.birthDate;
};

/** Everybody is insured: by work, as a dependant 眷屬, as a veteran, or through the town. */
export const healthInsuranceEnrolment: EvidenceWriter = (person, household) => {
  const insured = insuranceOf(person, household);
  const since = startOf(person);
  return {
    目前投保類別: insured.class,
    目前投保單位: insured.by,
    投保身分: insured.as,
    投退保紀錄: [{ 投保單位: insured.by, 異動別: '投保', 生效日期: rocDay(since) }],
  };
};

/** null for a dependant 眷屬: whoever they are insured with pays. */
export const healthInsurancePremiums: EvidenceWriter = (person, household) => {
  const { class: kind, by, as, premium } = insuranceOf(person, household);
  if (as === '眷屬') return null;
  return {
    年度: `${taxYear}年`,
    投保類別: kind,
    投保單位: by,
    每月保險費: premium ? `新臺幣${premium.toLocaleString('en-US')}元` : '全額補助',
    全年繳納金額: `新臺幣${(premium * 12).toLocaleString('en-US')}元`,
    繳納情形: premium ? '已繳清' : '免自行繳納',
  };
};
