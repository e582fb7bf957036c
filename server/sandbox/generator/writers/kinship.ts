/**
 * 親屬關係資料: the person, the spouse, parents, children, grandparents, grandchildren and siblings, living or dead, in this
 * household or elsewhere.
 */
import type { NormalValue } from '#schemas/datasets/types.ts';
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

/** 祖父母: degree 2, the mother's side named apart. */
const grandparents = (household: Household, parent: Person | undefined, side: '' | '外'): readonly Row[] => [
  ...row(household, personIn(household, parent?.fatherId), `${side}祖父`, '2'),
  ...row(household, personIn(household, parent?.motherId), `${side}祖母`, '2'),
];

/** Of the same father or mother, older or younger. */
const siblings = (household: Household, person: Person): readonly Person[] =>
  [...household.members, ...household.kin].filter(
    ({ id, fatherId, motherId }) =>
      id !== person.id &&
      ((fatherId !== undefined && fatherId === person.fatherId) ||
        (motherId !== undefined && motherId === person.motherId)),
  );

const siblingWord = (person: Person, { sex, birthDate }: Person): string =>
  birthDate < person.birthDate ? (sex === 'M' ? '兄' : '姊') : sex === 'M' ? '弟' : '妹';

/** 孫: of a son; 外孫: of a daughter. */
const grandchildren = (household: Household, person: Person): readonly Row[] =>
  childrenOf(household, person).flatMap((child) =>
    childrenOf(household, child).flatMap((grandchild) =>
      row(household, grandchild, `${child.sex === 'M' ? '' : '外'}${grandchild.sex === 'M' ? '孫子' : '孫女'}`, '2'),
    ),
  );

/** Each with the word for the relation and its degree. Everybody has an entry: at least oneself 己身. */
export const kinship: Writer = ({ household, person }) => ({
  relatives: [
    ...row(household, person, '己身', '-'),
    ...row(household, personIn(household, person.spouseId), '配偶', '-'),
    ...row(household, personIn(household, person.fatherId), '父', '1'),
    ...row(household, personIn(household, person.motherId), '母', '1'),
    ...childrenOf(household, person).flatMap((child) => row(household, child, child.sex === 'M' ? '子' : '女', '1')),
    ...grandparents(household, personIn(household, person.fatherId), ''),
    ...grandparents(household, personIn(household, person.motherId), '外'),
    ...siblings(household, person).flatMap((one) => row(household, one, siblingWord(person, one), '2')),
    ...grandchildren(household, person),
  ],
});
