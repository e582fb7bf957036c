/**
 * Whose data a payload is. A dataset's first national-id field is the person's own: alone (`$.person_id`), or in rows of
 * which one is theirs (`$.members[*].person_id`). A dataset without such a field says nothing about whose it is.
 */
import type { Dataset } from '../datasets/types.ts';

export const personPath = ({ fields }: Pick<Dataset, 'fields'>): string | undefined =>
  fields.find(({ type }) => type === 'national-id')?.path;
