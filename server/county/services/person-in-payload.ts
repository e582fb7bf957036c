/** Whose data a payload is, and which row of it is theirs. */
import type { Dataset, Normalised, NormalValue } from '../../../schemas/datasets/types.ts';
import { findNodes } from '../../../schemas/mapping/find-nodes.ts';
import { personPath } from '../../../schemas/mapping/person-path.ts';

/** National ids of those whose data it may be. `undefined`: the dataset has no such field. */
export function personsIn(dataset: Dataset, { data }: Normalised): readonly string[] | undefined {
  const path = personPath(dataset);
  if (path === undefined) return undefined;
  return findNodes(path, data as NormalValue).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

/** Where a dataset has one row per person, the person's own row becomes `$.self`: a form fills the applicant from it. */
export function withSelf(dataset: Dataset, normalised: Normalised, nationalId: string): Normalised {
  const rows = /^\$\.(\w+)\[\*\]\.(\w+)$/.exec(personPath(dataset) ?? '');
  const [list, id] = [rows?.[1], rows?.[2]];
  if (list === undefined || id === undefined) return normalised;
  const all = normalised.data[list];
  const index = Array.isArray(all)
    ? all.findIndex((row: { [key: string]: NormalValue }) => row[id] === nationalId)
    : -1;
  if (index < 0) return normalised;
  const self = (all as readonly NormalValue[])[index]!;
  const from = `$.${list}[${index}]`;
  const raw = Object.fromEntries(
    Object.entries(normalised.raw).flatMap(([path, value]) =>
      path.startsWith(`${from}.`)
        ? [
            [path, value],
            [`$.self${path.slice(from.length)}`, value],
          ]
        : [[path, value]],
    ),
  );
  return { ...normalised, data: { ...normalised.data, self }, raw };
}
