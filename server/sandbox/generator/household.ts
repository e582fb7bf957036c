/**
 * An invented household and what all agencies know of it. The writers read every record from here, so that the spouse in
 * the register is the spouse in kinship. Dates are ISO, ids refer to people of the same household (`members` or `kin`).
 */
import type { NormalAddress } from '#schemas/normalise/read-address.ts';

export type Sex = 'M' | 'F';
export type Marriage = '未婚' | '有偶' | '離婚' | '喪偶';

export interface Vehicle {
  readonly plate: string;
  readonly kind: string;
  readonly brand: string;
  readonly model: string;
  readonly colour: string;
  /** Cubic centimetres. */
  readonly displacement: number;
  readonly bodyNumber: string;
  readonly registered: string;
}

export interface DrivingLicence {
  readonly kind: string;
  readonly issued: string;
}

export interface Disability {
  readonly level: '輕度' | '中度' | '重度' | '極重度';
  /** 第1類 to 第8類, as the certificate says. */
  readonly category: string;
  readonly issued: string;
  /** Absent: no need to be assessed again. */
  readonly validUntil?: string;
}

export interface CompanyPost {
  readonly businessNumber: string;
  readonly company: string;
  readonly address: NormalAddress;
  readonly position: string;
  readonly shares: number;
  readonly since: string;
}

export interface Property {
  readonly kind: '土地' | '建物';
  readonly county: string;
  readonly town: string;
  readonly section: string;
  readonly number: string;
  /** Square metres. */
  readonly area: number;
  readonly landClass: string;
  readonly reason: '買賣' | '繼承' | '贈與';
  readonly registered: string;
  /** New Taiwan dollars per square metre. */
  readonly announcedValue: number;
  /** New Taiwan dollars for all; only after a purchase. */
  readonly price?: number;
  /** Door plate of a building. */
  readonly address?: NormalAddress;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly romanizedName: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly deathDate?: string;
  /** 稱謂 towards the head of the household. */
  readonly relationship: string;
  /** 出生別, e.g. 長男. */
  readonly birthOrder: string;
  readonly birthPlace: string;
  readonly marriage: Marriage;
  readonly spouseId?: string;
  readonly fatherId?: string;
  readonly motherId?: string;
  readonly education: string;
  readonly military: string;
  readonly indigenousGroup?: string;
  readonly movedIn: string;
  readonly notes: readonly string[];
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly idCardIssued: string;
  readonly employed: boolean;
  readonly veteran: boolean;
  readonly licence?: DrivingLicence;
  readonly vehicles: readonly Vehicle[];
  readonly disability?: Disability;
  readonly posts: readonly CompanyPost[];
  readonly properties: readonly Property[];
}

export interface LowIncome {
  readonly title: '低收入戶' | '中低收入戶';
  /** 第1款 to 第3款; a middle-low-income household has none. */
  readonly category?: string;
  readonly applied: string;
  readonly approved: string;
  readonly validUntil: string;
  readonly documentNumber: string;
}

export interface Household {
  readonly number: string;
  readonly address: NormalAddress;
  readonly headId: string;
  readonly founded: string;
  readonly members: readonly Person[];
  /** Relatives who are dead or registered elsewhere. */
  readonly kin: readonly Person[];
  readonly lowIncome?: LowIncome;
}

/** By id, living or dead, in the household or among its `kin`. → undefined for somebody of whom nothing is told */
export const personIn = (household: Household, id: string | undefined): Person | undefined =>
  id === undefined
    ? undefined
    : (household.members.find((person) => person.id === id) ?? household.kin.find((person) => person.id === id));

/** By either parent, the eldest first, also those who live elsewhere. */
export const childrenOf = (household: Household, { id }: Person): readonly Person[] =>
  [...household.members, ...household.kin]
    .filter(({ fatherId, motherId }) => fatherId === id || motherId === id)
    .sort((one, other) => (one.birthDate < other.birthDate ? -1 : 1));
