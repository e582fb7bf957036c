/** What the mapping table does to the document; the builder says what came of it. */
import type { Fill, Source } from '#schemas/mapping/types.ts';
import { addMapped } from '../../commands/add-mapped.ts';
import { setFill } from '../../commands/set-fill.ts';
import { setProperty } from '../../commands/set-property.ts';
import type { Json } from '../../model/json.ts';
import type { BuilderContext } from '../builder-context.ts';
import { placeAfterSelection } from '../palette/place-after-selection.ts';
import type { MappedSource, MappingRow } from './mapping-rows.ts';
import { isRows } from './rows-of.ts';
import { policyOf } from './shown-rows.ts';

/** Filled from these, in this order; from none, nothing is filled in. */
function putSources(builder: BuilderContext, row: MappingRow, from: readonly Source[]): void {
  putFill(builder, row, from.length ? { policy: policyOf(row) ?? 'confirm', from } : undefined);
}

export function putFill(builder: BuilderContext, { ref, field }: MappingRow, fill: Fill | undefined): void {
  if (isRows(field)) builder.run(setProperty, { of: ref, key: 'rows', value: fill as unknown as Json | undefined });
  else builder.run(setFill, { question: ref, fill, catalogue: builder.catalogue });
}

/** Another one in the place of this one. */
export const replaceSource = (builder: BuilderContext, row: MappingRow, old: MappedSource, source: Source): void =>
  putSources(
    builder,
    row,
    row.sources.map((one) => (one === old ? source : one.source)),
  );

export const removeSource = (builder: BuilderContext, row: MappingRow, old: MappedSource): void =>
  putSources(builder, row, othersOf(row, old));

/** Before all others. */
export const preferSource = (builder: BuilderContext, row: MappingRow, one: MappedSource): void =>
  putSources(builder, row, [one.source, ...othersOf(row, one)]);

const othersOf = ({ sources }: MappingRow, one: MappedSource): readonly Source[] =>
  sources.filter((other) => other !== one).map(({ source }) => source);

/** A question of its own for a field that nothing uses, at the end of the form. */
export function addUnused(builder: BuilderContext, dataset: MappedSource['dataset'], path: string): void {
  if (!dataset) return;
  const target = placeAfterSelection(builder.session.document, [], { what: 'fields', dataset, paths: [path] });
  if (target.at !== 'place' || target.parent === 'form') return;
  builder.run(addMapped, { dataset, paths: [path], to: { parent: target.parent, index: target.index } });
}
