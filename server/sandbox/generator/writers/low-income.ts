/** 低收及中低收列冊資料: the household's entry; its family is the household of the register, ids masked. */
import { addMonths, ageOf } from '../dates.ts';
import { maskedId } from '../generic/person-facts.ts';
import type { Writer } from './writer.ts';

/** Undefined for a household that is not listed. */
export const lowIncome: Writer = ({ household, person }) => {
  const entry = household.lowIncome;
  const { address } = household;
  return (
    entry && {
      title: entry.title,
      category: entry.category,
      person_name: person.name,
      county: address.county,
      town: address.town,
      village: address.village,
      contact_address: address.whole,
      household_address: { ...address },
      applied_date: entry.applied,
      application_no: entry.documentNumber.replace(/\D/g, '').slice(0, 7),
      approved_date: entry.approved,
      valid_until: entry.validUntil,
      document_no: entry.documentNumber,
      document_date: addMonths(entry.approved, 0),
      family: household.members.map((member) => ({
        relationship: member.relationship,
        person_name: member.name,
        masked_id: maskedId(member.id),
        birth_date: member.birthDate,
        subsidy: entry.title === '低收入戶' && ageOf(member.birthDate) < 18 ? 3008 : 0,
      })),
    }
  );
};
