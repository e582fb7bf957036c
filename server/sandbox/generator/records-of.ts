/** All that agencies hold of a person: a payload per dataset, as each agency writes it; null where it holds nothing. */
import { datasets, inUse } from '#schemas/datasets/catalogue.ts';
import type { Dataset, JsonValue } from '#schemas/datasets/types.ts';
import { writePayload } from '#schemas/normalise/write-payload.ts';
import { evidenceOf } from './evidence/index.ts';
import { genericData } from './generic/write-generic.ts';
import { holdingOf } from './holding.ts';
import type { Household, Person } from './household.ts';
import { Random, seedOf } from './random.ts';
import { writers } from './writers/index.ts';

export type Records = { readonly [resourceId: string]: JsonValue | null };

/** `surely`: the person holds it, however few people do; null still where the person's life has no room for it. */
export const recordOf = (dataset: Dataset, person: Person, household: Household, surely = false): JsonValue | null => {
  const { id, no, shape } = dataset;
  const random = new Random(seedOf(id, seedOf(person.id)));
  const writer = writers.get(no);
  if (writer) {
    const data = writer({ dataset, household, person, random });
    return data ? writePayload(shape, data) : null;
  }
  const { age, likely } = holdingOf(no);
  if (!surely && !random.chance(likely(person, household))) return null;
  const data = genericData(shape, household, person, random, surely ? 0 : age);
  return data ? writePayload(shape, data) : null;
};

/** Those that come as documents only. */
export const documents = [...inUse.values()].filter(({ offers }) => offers === 'evidence-only');

/**
 * Every dataset of the catalogue that has fields, and every document; the same person and household give the same
 * records.
 */
export const recordsOf = (person: Person, household: Household): Records => {
  const records: { [resourceId: string]: JsonValue | null } = {};
  for (const dataset of datasets.values()) records[dataset.id] = recordOf(dataset, person, household);
  for (const dataset of documents) records[dataset.id] = evidenceOf(dataset, person, household);
  return records;
};
