/**
 * Invented residents, and what a form would get of them: their agencies' payloads, normalised as if they had come in a
 * package. Test environment only.
 */
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import { datasetsUsed } from '#schemas/form/check-definition.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Received } from '#schemas/mapping/map.ts';
import type { TestResident } from '#schemas/wire/builder-api.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import type { County } from '../county.ts';
import { withSelf } from '../journeys/own-row.ts';
import { FormsError } from './errors.ts';

/** None in a live installation, whatever its settings say. */
export const testResidents = ({ config }: Pick<County, 'config'>): readonly SandboxResident[] =>
  config.environment === 'test' ? (config.residents ?? []) : [];

/** For a menu: no national id, no records. @throws 404 `test-only` */
export function residentList(county: Pick<County, 'config'>): readonly TestResident[] {
  if (county.config.environment !== 'test') throw new FormsError('test-only');
  return testResidents(county).map(({ slug, name, note }) => ({ slug, name, note }));
}

/** The whole of an invented resident, by slug. @throws 404 `test-only`, `resident-unknown` */
export function residentOf(county: Pick<County, 'config'>, slug: unknown): SandboxResident {
  if (county.config.environment !== 'test') throw new FormsError('test-only');
  const found = testResidents(county).find((one) => one.slug === slug);
  if (!found) throw new FormsError('resident-unknown');
  return found;
}

/** What the agencies hold of the resident, of the datasets that the form names. */
export function receivedOf(form: FormDefinition, { nationalId, records }: SandboxResident): Received {
  const received = new Map<string, Received extends ReadonlyMap<string, infer Value> ? Value : never>();
  for (const id of datasetsUsed(form)) {
    const dataset = datasets.get(id);
    if (!dataset) continue;
    const record = records[id];
    if (record === null || record === undefined) {
      received.set(id, 'no-record');
      continue;
    }
    try {
      received.set(id, {
        normalised: withSelf(dataset, dataset.normalise(record), nationalId),
        provenance: {
          dataset: id,
          datasetName: catalogue.get(id)?.name['zh-Hant'] ?? id,
          agency: catalogue.get(id)?.agency['zh-Hant'] ?? '',
          issuedAt: '',
          packageDigest: '',
        },
      });
    } catch {
      received.set(id, 'no-record');
    }
  }
  return received;
}
