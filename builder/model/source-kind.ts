/** What a source's path names: the field of the catalogue, and the kind of value that is picked there. */
import { pathFromRow, plainPaths } from '#schemas/mapping/plain-paths.ts';
import { kindOfField, type Kind } from '#schemas/mapping/kinds.ts';
import type { DatasetField } from '#schemas/datasets/types.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';

/** The path as the catalogue writes it. `rows`: of the group that the question lies in. */
export function plainPath(dataset: PaletteDataset, path: string, rows?: string): string {
  const whole = rows === undefined ? path : pathFromRow(rows, path);
  const plain = plainPaths(whole).at(-1) ?? '$';
  return dataset.ownRows ? plain.replace(/^\$\.self(?![A-Za-z0-9_])/, () => dataset.ownRows as string) : plain;
}

export function fieldAt(dataset: PaletteDataset, path: string, rows?: string): DatasetField | undefined {
  const plain = plainPath(dataset, path, rows);
  return dataset.fields.find((field) => field.path === plain || field.path === plain.replace(/\[\*\]$/, ''));
}

/** More than one value can be picked: a wildcard, a filter or a slice in what is read from the root or the row. */
const isMany = (path: string): boolean => /\[\*\]|\[\?|\.\.|\[-?\d*:/.test(path);

export function kindAtPath(dataset: PaletteDataset, path: string, rows?: string): Kind | undefined {
  const field = fieldAt(dataset, path, rows);
  if (!field) return undefined;
  const kind = kindOfField(field, dataset.fields);
  if (isMany(path)) return { item: kind.item, list: true };
  return /\]$/.test(path) ? { item: kind.item, list: false } : kind;
}
