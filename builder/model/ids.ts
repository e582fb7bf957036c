/** Ids that nothing of the form has yet. */
export { freshId } from '#schemas/form/fresh-id.ts';
import type { BuilderDocument } from './document.ts';
import { groupOf, idOf, kindOf, partsOf, type Ref } from './locate.ts';

/** `person_name`, `PersonId`, `$.household_address.whole` → `personName`, `personId`, `householdAddressWhole`. */
export function camelId(text: string): string {
  const words = text.match(/[A-Za-z][a-z]*|\d+/g) ?? [];
  const joined = words
    .map((word) => word.toLowerCase())
    .map((word, index) => (index ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join('');
  return /^[a-z]/.test(joined) ? joined : `question${joined}`;
}

/** Ids in use where a new one would stand. Questions of a group and of the form share one space. */
export function idsInUse(document: BuilderDocument, kind: 'step' | 'section' | 'field'): Set<string> {
  const refs = [...partsOf(document).keys()].filter((ref) => kindOf(ref) === kind);
  return new Set(refs.map((ref) => lastId(ref)));
}

export const lastId = (ref: Ref): string => {
  const group = groupOf(ref);
  return group ? idOf(ref).slice(idOf(group).length + 1) : idOf(ref);
};
