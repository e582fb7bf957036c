/** Where the rows of a group come from, as its questions need it. */
import type { Field, GroupField } from '#schemas/form/definition.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { findField, groupOf, type Ref } from '../../model/locate.ts';

export const isRows = (field: Field): field is GroupField => field.type === 'group';

/** Path of the rows of this dataset that the question lies in; undefined outside groups. */
export function rowsPath(document: BuilderDocument, ref: Ref, dataset: string): string | undefined {
  const group = groupOf(ref);
  const part = group && findField(document, group)?.part;
  return part && isRows(part) ? part.rows?.from.find((one) => one.dataset === dataset)?.path : undefined;
}
