/** Which row of a payload is the person's own. */
import type { Dataset, Normalised, NormalValue } from '../../../schemas/datasets/types.ts';
import { personPath } from '../../../schemas/mapping/person-path.ts';

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
