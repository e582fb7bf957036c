/** What the agency's field names of a registration mean, in words for the resident. */
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { Column, Shape } from '#schemas/normalise/shape.ts';

/** Labels of the named fields, each once; none for a dataset whose payload the catalogue does not know. */
export function fieldLabels(resourceId: string, names: readonly string[] | undefined): readonly string[] {
  const shape = datasets.get(resourceId)?.shape;
  if (!shape || !names) return [];
  const labels = labelled(shape).filter(([name]) =>
    names.some((asked) => name === asked || name.startsWith(`${asked}.`)),
  );
  return [...new Set(labels.map(([, label]) => label))];
}

/** Agency's name, dotted inside parts and rows → label. */
const labelled = (shape: Shape): readonly (readonly [string, string])[] =>
  shape.parts.flatMap((part) => part.columns.flatMap((column) => ofColumn(part.in ? `${part.in}.` : '', column)));

const ofColumn = (prefix: string, column: Column): readonly (readonly [string, string])[] =>
  column.kind === 'rows'
    ? column.columns.flatMap((inner) => ofColumn(`${prefix}${column.from}.`, inner))
    : [[prefix + column.from, column.label['zh-Hant']]];
