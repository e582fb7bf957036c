/** What the county app gives the builder: the catalogue of datasets, and a form of the demo. */
import form from '#schemas/services/chiayi/emergency-relief/form.json';
import service from '#schemas/services/chiayi/emergency-relief/service.json';
import { catalogue as entries, datasets } from '#schemas/datasets/catalogue.ts';
import { ownRows } from '#schemas/mapping/own-row.ts';

export const catalogue = [...entries.values()].map((entry) => {
  const dataset = datasets.get(entry.id);
  const rows = ownRows(entry.id);
  return {
    ...entry,
    ...(dataset && { fieldsAre: dataset.fieldsAre }),
    fields: dataset?.fields ?? [],
    ...(rows !== undefined && { ownRows: rows }),
  };
});

export const document = { service, form };
