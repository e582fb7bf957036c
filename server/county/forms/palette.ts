/** The catalogue as the builder needs it, as data. */
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import { ownRows } from '#schemas/mapping/own-row.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';

/** Every dataset, those without a known payload with no fields. The same at any time, for whoever sees forms. */
export const palette = (): readonly PaletteDataset[] =>
  [...catalogue.values()].map((entry) => {
    const dataset = datasets.get(entry.id);
    const { id, idIs, no, name, agency, category, identity, formats, minutes, specialCategory, status, offers } = entry;
    const rows = ownRows(id);
    return {
      ...{ id, idIs, no, name, agency, category, identity, formats, minutes, specialCategory, status, offers },
      ...(dataset ? { fieldsAre: dataset.fieldsAre } : {}),
      fields: dataset?.fields ?? [],
      ...(rows === undefined ? {} : { ownRows: rows }),
    };
  });
