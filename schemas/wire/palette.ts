/** The catalogue as the builder needs it: data, fetched once, so that no dataset's code is in the builder's script. */
import type { CatalogueEntry, Dataset, DatasetField } from '../datasets/types.ts';

export interface PaletteDataset
  extends
    Pick<CatalogueEntry, 'id' | 'idIs' | 'no' | 'name' | 'agency' | 'category' | 'identity' | 'formats' | 'minutes'>,
    Pick<CatalogueEntry, 'specialCategory' | 'status' | 'offers'> {
  /** Absent where there are no fields. */
  readonly fieldsAre?: Dataset['fieldsAre'];
  readonly fields: readonly DatasetField[];
  /** Path of its rows where each is a person; then `$.self` is the row of the person who was asked about. */
  readonly ownRows?: string;
}
