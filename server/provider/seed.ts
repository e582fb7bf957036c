/**
 * Puts the invented people's records into the storage. A person whose file is as it was last time is left alone, so what a
 * test has changed stays; one whose file is new or has changed is written anew.
 */
import { createHash } from 'node:crypto';
import type { JsonValue } from '#schemas/datasets/types.ts';
import type { PersonRecord, ProviderStorage, Seed, Step } from './storage.ts';

/** The part of a sandbox resident that a data provider knows. `null`: the agency holds no record of this person. */
export interface SeedPerson {
  readonly slug: string;
  readonly nationalId: string;
  readonly records: { readonly [resourceId: string]: JsonValue | null };
}

/** → how many people were written */
export async function seed(storage: ProviderStorage, people: readonly SeedPerson[]): Promise<number> {
  let written = 0;
  for (const person of people) {
    const plan = await planFor(storage, person);
    if (!plan.length) continue;
    await storage.commit(plan);
    written += 1;
  }
  return written;
}

async function planFor(storage: ProviderStorage, person: SeedPerson): Promise<readonly Step[]> {
  const { slug, nationalId: uid } = person;
  const held = heldRecords(person);
  const now: Seed = { slug, uid, digest: createHash('sha256').update(JSON.stringify(held)).digest('hex') };
  const last = await storage.seed(slug);
  if (last?.digest === now.digest && last.uid === uid) return [];
  const note: Step = { step: 'note-seed', seed: now };
  // A folder from before seeds were noted: nobody knows what was changed in it, so only what is missing is added.
  if (!last) return [...held.map((record): Step => ({ step: 'add-record', record })), note];
  return [
    { step: 'drop-records', uid: last.uid },
    ...held.map((record): Step => ({ step: 'put-record', record })),
    note,
  ];
}

const heldRecords = ({ nationalId: uid, records }: SeedPerson): readonly PersonRecord[] =>
  Object.entries(records).flatMap(([resourceId, payload]): PersonRecord[] =>
    payload === null ? [] : [{ resourceId, uid, payload }],
  );
