/**
 * What a service may ask for, by all that the county knows of its registration: what the register said, and what a clients
 * file says. Pure. Whether a version is live, and what of it is read of a package, is decided with these.
 */
import { datasets } from '#schemas/datasets/catalogue.ts';
import { byRows } from '#schemas/mapping/own-row.ts';
import { payloadFieldsFor } from '#schemas/mapping/asked.ts';
import { plainPaths } from '#schemas/mapping/plain-paths.ts';
import type { ResourceId } from '#schemas/mapping/types.ts';
import { payloadFieldsOf, type Asked } from '#schemas/services/asked.ts';
import { covers } from '#schemas/services/asked-differences.ts';
import type { CountyClient } from '../client-registration.ts';
import type { RegistrationRow, SubmissionRow } from './storage.ts';

export interface Known {
  readonly row?: RegistrationRow;
  /** Waits to be sent. */
  readonly submission?: SubmissionRow;
  /** Of a file: it has no state, and says less. */
  readonly file?: CountyClient;
}

/** Whoever asks nothing needs nobody's leave. */
export const asksNothing = ({ datasets: asked }: Pick<Asked, 'datasets'>): boolean => !asked.length;

/**
 * Whether a version may be live: it asks nothing, or the register, or a clients file, has all that it asks. A stop
 * (`isStopped`) makes no difference here.
 */
export const isCovered = ({ row, file }: Known, asked: Asked): boolean =>
  asksNothing(asked) ||
  (row?.covers !== undefined && covers(row.covers, asked)) ||
  (file !== undefined && coversOfFile(file, asked));

/** Nothing may be asked now, whatever is covered. */
export const isStopped = ({ row }: Known): boolean => row?.state === 'suspended' || row?.state === 'ended';

/** A file says which datasets and, where it says any, which fields of the agency; it says no more. */
function coversOfFile({ resources, fields }: CountyClient, asked: Asked): boolean {
  const names = payloadFieldsOf(asked);
  return asked.datasets.every(({ id }) => {
    if (!resources?.includes(id)) return false;
    const registered = fields?.[id];
    return registered === undefined || (names[id]?.every((name) => registered.includes(name)) ?? false);
  });
}

/** Whether this value of a dataset may be asked for. */
export function mayAsk({ row, file }: Known, dataset: ResourceId, path: string): boolean {
  return (row?.covers !== undefined && isAsked(row.covers, dataset, path)) || mayAskByFile(file, dataset, path);
}

/** Whether any of a dataset may be asked for, for the words to a resident who did not get it. */
export const mayAskDataset = ({ row, file }: Known, dataset: ResourceId): boolean =>
  (row?.covers?.datasets.some(({ id }) => id === dataset) ?? false) || (file?.resources?.includes(dataset) ?? false);

/** Whether a version asks for it. */
function isAsked(asked: Pick<Asked, 'datasets'>, dataset: ResourceId, path: string): boolean {
  const one = asked.datasets.find(({ id }) => id === dataset);
  if (!one) return false;
  if (!one.fields.length || one.fields.includes('$')) return true;
  return plainPaths(path)
    .map((plain) => byRows(dataset, plain))
    .every((plain) => one.fields.some((field) => related(field, plain)));
}

/** The same, a part of it, or a whole of which it is a part. */
const related = (a: string, b: string): boolean => a === b || isWithin(a, b) || isWithin(b, a);

/**
 * Of paths into a dataset: `household.members[0].name` is within `household.members` and `household`; no path is within
 * itself.
 */
export const isWithin = (whole: string, part: string): boolean =>
  part.startsWith(`${whole}.`) || part.startsWith(`${whole}[`);

function mayAskByFile(file: CountyClient | undefined, dataset: ResourceId, path: string): boolean {
  if (!file?.resources?.includes(dataset)) return false;
  const registered = file.fields?.[dataset];
  if (registered === undefined || !datasets.has(dataset)) return true;
  return payloadFieldsFor(dataset, [path])?.every((name) => registered.includes(name)) ?? true;
}
