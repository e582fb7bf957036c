/** Whose data a payload is: the one rule, for whoever carries a package and for whoever takes it. */
import type { Dataset, Normalised, NormalValue } from '../../schemas/datasets/types.ts';
import { payloadFieldsFor } from '../../schemas/mapping/asked.ts';
import { findNodes } from '../../schemas/mapping/find-nodes.ts';
import { personPath } from '../../schemas/mapping/person-path.ts';

/** National ids of those whose data it may be. `undefined`: the dataset has no such field. */
export function personsIn(dataset: Dataset, { data }: Normalised): readonly string[] | undefined {
  const path = personPath(dataset);
  if (path === undefined) return undefined;
  return findNodes(path, data as NormalValue).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

/**
 * Whether it may be this person's: they are named in it, or it can name nobody. One that names nobody although it could
 * is nobody's.
 * @param asked the names of the fields that alone were asked for; where the person's own is not among them it may be absent
 */
export function isAbout(dataset: Dataset, normalised: Normalised, person: string, asked?: readonly string[]): boolean {
  const persons = personsIn(dataset, normalised);
  if (!persons || persons.includes(person)) return true;
  return !persons.length && asked !== undefined && !asksForPerson(dataset, asked);
}

function asksForPerson(dataset: Dataset, asked: readonly string[]): boolean {
  const own = payloadFieldsFor(dataset.id, [personPath(dataset)!]) ?? [];
  return own.some((name) => asked.some((one) => one === name || name.startsWith(`${one}.`)));
}
