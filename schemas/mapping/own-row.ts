/**
 * `$.self`: where a dataset has a row per person, the row of the person who was asked about. Whoever knows the person puts
 * it beside the rows (the county app, after it has checked whose data it is); here it is only another name for a row,
 * so that a form can fill its applicant from the household's list.
 */
import { datasets } from '../datasets/catalogue.ts';
import type { ResourceId } from './types.ts';

const self = /^\$\.self(?![A-Za-z0-9_])/;

/** `$.members[*]`; undefined where the rows are not people. */
export const ownRows = (dataset: ResourceId): string | undefined =>
  datasets
    .get(dataset)
    ?.fields.find((field) => field.type === 'national-id' && field.path.endsWith('[*].person_id'))
    ?.path.replace(/\.person_id$/, '');

/** A plain path by the rows that it lies in; any other, and one of a dataset without such rows, as it is. */
export const byRows = (dataset: ResourceId, path: string): string =>
  self.test(path) ? path.replace(self, () => ownRows(dataset) ?? '$.self') : path;
