/** The catalogue with its fields, for programs. */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { fieldRows } from './field-rows.ts';
import { isReadable } from './find-datasets.ts';

/** → JSON `{ datasets: [...] }` with a newline at its end; a dataset without fields has an empty list */
export const catalogueJson = (datasets: readonly CatalogueEntry[]): string =>
  `${JSON.stringify({ datasets: datasets.map(rowOf) }, null, 2)}\n`;

function rowOf(entry: CatalogueEntry): object {
  const { id, idIs, no, name, ministry, unit, agency, category, identity, formats, minutes } = entry;
  const { parameters, specialCategory, status, offers } = entry;
  return {
    ...{ id, idIs, no, name, ministry, unit, agency, category, identity, formats, minutes },
    ...{ parameters, specialCategory, status, offers },
    ...(isReadable(entry) ? { fieldsAre: entry.fieldsAre, fields: fieldRows(entry) } : { fields: [] }),
  };
}
