/** What a document-only dataset states of a person: the labels as the certificate prints them. null: nothing on record. */
import type { JsonValue } from '#schemas/datasets/types.ts';
import { ageOf, asOf, rocYearOf } from '../dates.ts';
import type { Household, Person } from '../household.ts';
import { Random, seedOf } from '../random.ts';

export type Statement = { readonly [label: string]: JsonValue };
export type EvidenceWriter = (person: Person, household: Household) => Statement | null;

/** The last year that is assessed, 民國. */
export const taxYear = rocYearOf(asOf) - 1;

/** @param iso `YYYY-MM-DD` → 民國115年1月2日, as certificates print it */
export const rocDay = (iso: string): string =>
  `民國${rocYearOf(iso)}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;

/** Eighteen or older on the generator's own day. */
export const isAdult = ({ birthDate }: Person): boolean => ageOf(birthDate) >= 18;

/** One income for all certificates of a person, so that the tax is the tax of that income. */
export function incomeOf(person: Person): {
  readonly salary: number;
  readonly interest: number;
  readonly dividends: number;
} {
  const random = new Random(seedOf('income', seedOf(person.id)));
  const month = random.between(29, 68) * 1000;
  return {
    salary: person.employed && isAdult(person) ? month * 12 + random.between(1, 3) * month : 0,
    interest: isAdult(person) && random.chance(0.5) ? random.between(100, 18_000) : 0,
    dividends: person.posts.reduce((sum, { shares }) => sum + Math.round(shares / 20), 0),
  };
}

/** The company where the person has a post, else one that follows from the id: every certificate names the same. */
export const employerOf = (person: Person): string =>
  person.posts[0]?.company ??
  new Random(seedOf('employer', seedOf(person.id))).pick([
    '測試精密工業股份有限公司',
    '範例食品有限公司',
    '虛構運輸股份有限公司',
    '樣本資訊有限公司',
    '示例農產合作社',
  ]);
