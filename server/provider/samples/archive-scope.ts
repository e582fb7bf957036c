import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { SamplePerson } from './person.ts';

export interface ArchiveScope {
  readonly datasets: readonly CatalogueEntry[];
  readonly people: readonly SamplePerson[];
}
