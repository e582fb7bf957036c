/** A dataset from its catalogue entry and its shape; everything else is derived. Without a shape it is the entry alone. */
import { fieldsOf } from '../normalise/fields-of.ts';
import { normaliser } from '../normalise/normaliser.ts';
import { payloadSchema } from '../normalise/payload-schema.ts';
import type { Shape } from '../normalise/shape.ts';
import type { CatalogueEntry, Dataset } from './types.ts';

/** `fieldsAre`: whether the names have been seen in real payloads, or are made in the same manner. */
export function defineDataset(entry: CatalogueEntry, fieldsAre: Dataset['fieldsAre'], shape: Shape): Dataset;
export function defineDataset(entry: CatalogueEntry): CatalogueEntry;
export function defineDataset(
  entry: CatalogueEntry,
  fieldsAre?: Dataset['fieldsAre'],
  shape?: Shape,
): CatalogueEntry | Dataset {
  if (!fieldsAre || !shape) return entry;
  return {
    ...entry,
    fieldsAre,
    shape,
    payloadSchema: payloadSchema(entry, shape, fieldsAre),
    fields: fieldsOf(shape),
    normalise: normaliser(entry.id, shape, fieldsAre),
  };
}
