/** 個人戶籍資料: the person's entry in the household register. */
import { personIn } from '../household.ts';
import type { Writer } from './writer.ts';

const or = <T extends string | undefined>(text: T): T | undefined => text || undefined;

/** Everybody has one; what is not known is left out. */
export const personalHousehold: Writer = ({ household, person }) => ({
  person_id: person.id,
  person_name: person.name,
  birth_date: person.birthDate,
  birth_place: or(person.birthPlace),
  birth_order_sex: or(person.birthOrder),
  marriage_status: person.marriage,
  // After a divorce the register names no spouse.
  spouse_name: personIn(household, person.spouseId)?.name,
  father_name: personIn(household, person.fatherId)?.name,
  mother_name: personIn(household, person.motherId)?.name,
  household_head_id: household.headId,
  household_id: household.number,
  move_in_date: person.movedIn,
  education: or(person.education),
  military_service: or(person.military),
  living_style: person.indigenousGroup ? '山地原住民' : '一般',
  indigenous_group: person.indigenousGroup,
  register_notes: person.notes.length ? [...person.notes] : undefined,
  id_card_apply_reason: person.idCardIssued < '2006-12-21' ? '初領' : '換證',
  id_card_apply_date: person.idCardIssued,
  household_address: { ...household.address },
});
