/** What the mapping table shows: each question that can be filled, its sources, and what is doubtful about them. Pure. */
import { fieldKind, type Field } from '#schemas/form/fields/index.ts';
import type { Source } from '#schemas/mapping/types.ts';
import type { DatasetField } from '#schemas/datasets/types.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { partsOf, type Ref } from '../../model/locate.ts';
import { fieldAt, kindAtPath, plainPath } from '../../model/source-kind.ts';
import { stepsFor, takesAfter } from '../../model/suggest.ts';
import { isRows, rowsPath } from './rows-of.ts';

type Doubt = 'several' | 'assumed' | 'unknown' | 'clash';

export interface MappedSource {
  readonly source: Source;
  readonly dataset?: PaletteDataset;
  readonly field?: DatasetField;
  readonly doubts: readonly Doubt[];
  /** Transforms that would make it fit, where it does not. */
  readonly fix?: Source['transforms'];
}

export interface MappingRow {
  readonly ref: Ref;
  readonly field: Field;
  readonly sources: readonly MappedSource[];
  readonly doubts: readonly Doubt[];
}

type Catalogue = ReadonlyMap<string, PaletteDataset>;

export function mappingRows(document: BuilderDocument, catalogue: Catalogue): readonly MappingRow[] {
  return [...partsOf(document).values()].flatMap(({ ref, part }): readonly MappingRow[] => {
    if (!('label' in part) || !(isRows(part) || fieldKind(part.type).takes.length)) return [];
    if ('calculate' in part && part.calculate !== undefined) return [];
    const from: readonly Source[] = (isRows(part) ? part.rows?.from : part.fill?.from) ?? [];
    const sources = from.map((source) => lookAt(document, catalogue, ref, part, source));
    const doubts = new Set<Doubt>(sources.flatMap((one) => one.doubts));
    if (sources.length > 1) doubts.add('several');
    return [{ ref, field: part, sources, doubts: [...doubts] }];
  });
}

function lookAt(document: BuilderDocument, catalogue: Catalogue, ref: Ref, part: Field, source: Source): MappedSource {
  const dataset = catalogue.get(source.dataset);
  if (!dataset) return { source, doubts: ['unknown'] };
  const rows = rowsPath(document, ref, source.dataset);
  const field = fieldAt(dataset, source.path, rows);
  const kind = kindAtPath(dataset, source.path, rows);
  if (!field || !kind) return { source, dataset, doubts: ['unknown'] };
  const clash = isRows(part) ? kind.item !== 'row' : !takesAfter(part, kind, source.transforms ?? []);
  const fix = clash && !isRows(part) ? stepsFor(part, kind) : undefined;
  const doubts: Doubt[] = [
    ...(clash ? (['clash'] as const) : []),
    ...(dataset.fieldsAre === 'assumed' ? (['assumed'] as const) : []),
  ];
  return { source, dataset, field, doubts, ...(fix ? { fix } : {}) };
}

export interface Unused {
  readonly dataset: PaletteDataset;
  readonly fields: readonly DatasetField[];
}

/** Fields of the chosen datasets that nothing is filled from, parts of addresses and pictures aside. */
export function unusedFields(
  document: BuilderDocument,
  catalogue: Catalogue,
  rows: readonly MappingRow[],
): readonly Unused[] {
  const used = new Map<string, Set<string>>();
  for (const { ref, sources } of rows)
    for (const { source, dataset } of sources) {
      const paths = used.get(source.dataset) ?? new Set();
      used.set(source.dataset, paths);
      if (dataset)
        paths.add(plainPath(dataset, source.path, rowsPath(document, ref, source.dataset)).replace(/\[\*\]$/, ''));
    }
  return [...used].flatMap(([id, paths]) => {
    const dataset = catalogue.get(id);
    if (!dataset) return [];
    const addresses = dataset.fields.filter(({ type }) => type === 'address').map(({ path }) => path);
    const fields = dataset.fields.filter(
      ({ path, type }) =>
        type !== 'image' &&
        !paths.has(path) &&
        !addresses.some((address) => path.startsWith(`${address}.`)) &&
        !(addresses.includes(path) && [...paths].some((one) => one.startsWith(`${path}.`))),
    );
    return fields.length ? [{ dataset, fields }] : [];
  });
}
