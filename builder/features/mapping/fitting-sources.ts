/** What a question could be filled from besides: the datasets, and of one the fields that fit. Pure. */
import type { DatasetField } from '#schemas/datasets/types.ts';
import type { Field } from '#schemas/form/definition.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { findField, groupOf, type Ref } from '../../model/locate.ts';
import { kindAt, stepsFor } from '../../model/suggest.ts';
import { isRows, rowsPath } from './rows-of.ts';

/** A date or an address can be written as text, and is no e-mail for that. */
const onlyTexts: readonly Field['type'][] = ['email', 'phone', 'national-id'];

/** Of a question inside a group only those that its rows come from. */
export function usableDatasets(
  document: BuilderDocument,
  catalogue: ReadonlyMap<string, PaletteDataset>,
  question: Ref,
): readonly PaletteDataset[] {
  const group = groupOf(question);
  const outer = group && findField(document, group)?.part;
  const own = outer && isRows(outer) ? outer.rows?.from.map(({ dataset }) => dataset) : undefined;
  return [...catalogue.values()].filter(
    ({ id, fields, status }) => fields.length && status !== 'planned' && (!group || own?.includes(id)),
  );
}

/** As they are, or after transforms. */
export function fittingFields(
  document: BuilderDocument,
  { ref, field }: { readonly ref: Ref; readonly field: Field },
  dataset: PaletteDataset,
): readonly DatasetField[] {
  const rows = rowsPath(document, ref, dataset.id);
  return dataset.fields.filter((one) => {
    if (rows !== undefined && !one.path.startsWith(`${rows}.`)) return false;
    const inRow = rows !== undefined || (dataset.ownRows !== undefined && one.path.startsWith(`${dataset.ownRows}.`));
    const kind = kindAt(dataset, one, inRow ? 'row' : 'root');
    if (!kind || (onlyTexts.includes(field.type) && kind.item !== 'text' && kind.item !== 'id')) return false;
    return stepsFor(field, kind);
  });
}
