/**
 * Why values are not there, as far as no package says it: what was not asked for, what is not registered, what the resident
 * refused, what was lost on the way. Owns that an agency is never blamed for what it was not asked.
 */
import type { FormDefinition } from '#schemas/form/definition.ts';
import { askedFields } from '#schemas/mapping/asked.ts';
import { mapForm, type MapOptions } from '#schemas/mapping/map.ts';
import type { Absence, MissingReason, ResourceId } from '#schemas/mapping/types.ts';
import { mayAsk, mayAskDataset } from '../registration/cover.ts';
import type { TransferRow } from '../storage.ts';
import type { CountyService } from '../services/county-service.ts';

type Registered = Pick<CountyService, 'known' | 'asks'>;

/** What is not registered is not read, whatever a package holds. */
export const withheldFrom =
  ({ known }: Registered): NonNullable<MapOptions['withheld']> =>
  (dataset, path) =>
    mayAsk(known, dataset, path) ? undefined : 'not-registered';

/** Of a dataset that was not asked for. */
export const unaskedBecause = ({ known }: Registered, dataset: ResourceId): Absence =>
  mayAskDataset(known, dataset) ? 'not-asked' : 'not-registered';

/** At a counter all is offered, and the person brings what they want; of a choice one is enough. */
export function notBroughtBecause(service: Registered, dataset: ResourceId, brought: ReadonlySet<ResourceId>): Absence {
  const { datasets, anyOf = [] } = service.asks;
  if (!datasets.some(({ id }) => id === dataset)) return unaskedBecause(service, dataset);
  const groups = anyOf.filter((group) => group.includes(dataset));
  return groups.length && groups.every((group) => group.some((id) => brought.has(id))) ? 'not-asked' : 'declined';
}

/** The datasets that a form reads and a package does not hold. */
export const datasetsBeside = (form: FormDefinition, got: ReadonlySet<ResourceId>): readonly ResourceId[] =>
  [...askedFields(form).keys()].filter((id) => !got.has(id));

/** Of a form whose transfer is over without a package. */
export function missingWithout(
  service: Registered,
  form: FormDefinition,
  { resources }: Pick<TransferRow, 'resources'>,
  why: 'declined' | 'failed',
): { readonly [field: string]: MissingReason } {
  const received = new Map<ResourceId, Absence>([
    ...resources.map((id) => [id, why] as const),
    ...datasetsBeside(form, new Set(resources)).map((id) => [id, unaskedBecause(service, id)] as const),
  ]);
  return mapForm(form, received, { withheld: withheldFrom(service) }).missing;
}
