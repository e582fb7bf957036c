/** 現戶全戶戶籍資料: everyone in the household, the same for each of them. */
import type { NormalValue } from '#schemas/datasets/types.ts';
import { personIn } from '../household.ts';
import type { Household, Person } from '../household.ts';
import type { Writer } from './writer.ts';

type Row = { readonly [key: string]: NormalValue | undefined };

const member = (household: Household, person: Person): Row => ({
  person_id: person.id,
  person_name: person.name,
  // Only who is not written in Chinese alone has it in the register.
  romanized_name:
    person.indigenousGroup || /^[A-Z][89A-D]/.test(person.id) ? person.romanizedName || undefined : undefined,
  relationship: person.relationship,
  birth_date: person.birthDate,
  birth_order_sex: person.birthOrder || undefined,
  birth_place: person.birthPlace || undefined,
  father_id: person.fatherId,
  father_name: personIn(household, person.fatherId)?.name,
  mother_id: person.motherId,
  mother_name: personIn(household, person.motherId)?.name,
  spouse_id: person.spouseId,
  spouse_name: personIn(household, person.spouseId)?.name,
  marriage_status: person.marriage,
  education: person.education || undefined,
  military_service: person.military || undefined,
  indigenous_group: person.indigenousGroup,
  move_in_date: person.movedIn,
  register_notes: person.notes.length ? [...person.notes] : undefined,
});

/** `kin` who live elsewhere are not in it. */
export const wholeHousehold: Writer = ({ household }) => ({
  members: household.members.map((person) => member(household, person)),
  household_head_name: personIn(household, household.headId)?.name,
  household_head_id: household.headId,
  household_id: household.number,
  household_address: { ...household.address },
});
