/** A dataset from its catalogue row and its shape; everything else is derived. */
import type { ResourceId } from '../mapping/types.ts';
import { fieldsOf } from '../normalise/fields-of.ts';
import { normaliser } from '../normalise/normaliser.ts';
import { payloadSchema } from '../normalise/payload-schema.ts';
import type { Shape } from '../normalise/shape.ts';
import { catalogueRows } from './catalogue-rows.ts';
import type { Dataset } from './types.ts';

export const defineDataset = (id: ResourceId, fieldsAre: Dataset['fieldsAre'], shape: Shape): Dataset => {
  const row = catalogueRows.find((entry) => entry.id === id);
  if (!row) throw new Error(`${id} is not in the catalogue`);
  return {
    ...row,
    fieldsAre,
    shape,
    payloadSchema: payloadSchema(id, row.name, shape, fieldsAre),
    fields: fieldsOf(shape),
    normalise: normaliser(id, shape),
  };
};
