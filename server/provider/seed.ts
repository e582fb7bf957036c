/** Puts the invented people's records into an empty storage. */
import type { JsonValue } from '../../schemas/datasets/types.ts';
import type { PersonRecord, ProviderStorage } from './storage.ts';

/** The part of a sandbox resident that a data provider knows. `null`: the agency holds no record of this person. */
export interface SeedPerson {
  readonly nationalId: string;
  readonly records: { readonly [resourceId: string]: JsonValue | null };
}

/** → how many records were put; 0 where there were some already */
export async function seed(storage: ProviderStorage, people: readonly SeedPerson[]): Promise<number> {
  if ((await storage.countRecords()) > 0) return 0;
  const records = people.flatMap(({ nationalId: uid, records: held }) =>
    Object.entries(held).flatMap(([resourceId, payload]): PersonRecord[] =>
      payload === null ? [] : [{ resourceId, uid, payload }],
    ),
  );
  await storage.commit(records.map((record) => ({ step: 'put-record', record })));
  return records.length;
}
