import type { CatalogueEntry } from '#schemas/datasets/types.ts';

export interface ArchivedDataset {
  readonly dataset: CatalogueEntry;
  readonly result: 'had' | 'no-record' | 'failed';
  /** The agency's package, where it was had. */
  readonly zip?: Uint8Array;
}
