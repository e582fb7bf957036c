/**
 * Whose data a payload is: the one rule, for whoever carries a package and for whoever takes it. Absence is no
 * contradiction: only an id that is there, can be seen and is another's speaks against a person.
 */
import type { Dataset, Normalised, NormalValue } from '#schemas/datasets/types.ts';
import { findNodes } from '#schemas/mapping/find-nodes.ts';
import { personPath } from '#schemas/mapping/person-path.ts';
import { isWholeId, likeness } from '#schemas/taiwan/visible-id.ts';

export interface Persons {
  /** National ids of those whose data it may be. */
  readonly whole: readonly string[];
  /** Ids of which something is hidden, and what stands there without being one. */
  readonly others: readonly string[];
}

/** Nobody at all where the dataset has no field for it, or nothing stands there. */
export function personsIn(dataset: Dataset, { data }: Normalised): Persons {
  const path = personPath(dataset);
  const nodes = path === undefined ? [] : findNodes(path, data as NormalValue);
  const ids = nodes.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return { whole: ids.filter(isWholeId), others: ids.filter((id) => !isWholeId(id)) };
}

/**
 * Whether it may be this person's. Where several are named, one of them must be the person, or be masked and compatible
 * with the person; rows without an id say nothing either way.
 */
export function isAbout(dataset: Dataset, normalised: Normalised, person: string): boolean {
  const { whole, others } = personsIn(dataset, normalised);
  const found = [...whole, ...others].map((shown) => likeness(shown, person));
  return found.some((is) => is === 'same' || is === 'may-be') || !found.includes('other');
}
