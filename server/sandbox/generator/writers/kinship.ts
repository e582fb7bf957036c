/** 親屬關係資料: the person, the spouse, parents and children, living or dead, in this household or elsewhere. */
import type { NormalValue } from '../../../../schemas/datasets/types.ts';
import { childrenOf, personIn } from '../household.ts';
import type { Household, Person } from '../household.ts';
import type { Writer } from './writer.ts';

type Row = { readonly [key: string]: NormalValue | undefined };

/** `-` is how the register writes that self and spouse have no degree. */
const row = (household: Household, person: Person | undefined, relationship: string, degree: string): readonly Row[] =>
  person
    ? [
        {
          person_id: person.id,
          person_name: person.name,
          relationship,
          degree,
          spouse_id: person.spouseId,
          spouse_name: personIn(household, person.spouseId)?.name,
          birth_date: person.birthDate,
          death_date: person.deathDate,
        },
      ]
    : [];

export const kinship: Writer = ({ household, person }) => ({
  relatives: [
    ...row(household, person, '己身', '-'),
    ...row(household, personIn(household, person.spouseId), '配偶', '-'),
    ...row(household, personIn(household, person.fatherId), '父', '1'),
    ...row(household, personIn(household, person.motherId), '母', '1'),
    ...childrenOf(household, person).flatMap((child) => row(household, child, child.sex === 'M' ? '子' : '女', '1')),
  ],
});
