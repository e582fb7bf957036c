/** Which agency holds a record of which invented person. */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { ProviderStorage } from '../storage.ts';
import type { SamplePerson } from './person.ts';

export interface Holding {
  has(dataset: CatalogueEntry, person: SamplePerson): boolean;
  holders(dataset: CatalogueEntry): number;
  held(person: SamplePerson): number;
}

/** Reads the storage once; a record that comes later is not in it. Somebody who is not among `people` holds nothing. */
export async function holdings(
  storage: Pick<ProviderStorage, 'heldBy'>,
  people: readonly SamplePerson[],
): Promise<Holding> {
  const rows = await Promise.all(
    people.map(async ({ slug, nationalId }) => [slug, new Set(await storage.heldBy(nationalId))] as const),
  );
  const bySlug = new Map(rows);
  return {
    has: ({ id }, { slug }) => bySlug.get(slug)?.has(id) ?? false,
    holders: ({ id }) => rows.filter(([, ids]) => ids.has(id)).length,
    held: ({ slug }) => bySlug.get(slug)?.size ?? 0,
  };
}
