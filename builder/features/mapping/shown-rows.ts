/** Which rows of the mapping table are shown, and in which order. Pure. */
import type { Policy } from '#schemas/mapping/types.ts';
import { textIn, type Language } from '#schemas/text.ts';
import type { MappedSource, MappingRow } from './mapping-rows.ts';
import { isRows } from './rows-of.ts';

export type Show = 'all' | 'mapped' | 'doubtful' | 'open';

export const shows: { readonly [show in Show]: (row: MappingRow) => boolean } = {
  all: () => true,
  mapped: ({ sources }) => sources.length > 0,
  doubtful: ({ doubts }) => doubts.length > 0,
  open: ({ sources }) => !sources.length,
};

export const columns = ['question', 'source', 'transforms', 'policy', 'missing', 'state'] as const;
export type Column = (typeof columns)[number];

const sortable: readonly Column[] = ['question', 'source', 'policy', 'state'];

export const isSortable = (column: Column): boolean => sortable.includes(column);

export interface Order {
  readonly column: Column;
  readonly down: boolean;
}

/** A heading pressed again turns the order, and once more takes it back to the form's. */
export function orderAfter(order: Order | undefined, column: Column): Order | undefined {
  if (order?.column !== column) return { column, down: false };
  return order.down ? undefined : { column, down: true };
}

/** Dataset and field, as a designer knows them; what the catalogue does not know by its id and path. */
export function nameOfSource({ dataset, field, source }: MappedSource, language: Language): string {
  const name = dataset ? textIn(dataset.name, language) : source.dataset;
  return `${name}・${field ? textIn(field.label, language) : source.path}`;
}

/** How far the resident may change what was filled in; undefined where nothing is. */
export const policyOf = ({ field }: MappingRow): Policy | undefined =>
  isRows(field) ? field.rows?.policy : field.fill?.policy;

export interface Shown {
  readonly show: Show;
  /** Each word has to be in the question, its id or its sources. */
  readonly search: string;
  /** Without, in the order of the form. */
  readonly order?: Order | undefined;
}

export function shownRows(
  rows: readonly MappingRow[],
  { show, search, order }: Shown,
  language: Language,
): readonly MappingRow[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  const shown = rows.filter((row) => {
    const text = searched(row, language);
    return shows[show](row) && words.every((word) => text.includes(word));
  });
  if (!order) return shown;
  const turn = order.down ? -1 : 1;
  const key = (row: MappingRow): string => sortKey(row, order.column, language);
  return shown.sort((a, b) => turn * key(a).localeCompare(key(b), language));
}

const searched = ({ field, ref, sources }: MappingRow, language: Language): string =>
  [textIn(field.label, language), ref, ...sources.map((one) => `${nameOfSource(one, language)} ${one.source.path}`)]
    .join(' ')
    .toLowerCase();

function sortKey(row: MappingRow, column: Column, language: Language): string {
  const [first] = row.sources;
  if (column === 'question') return textIn(row.field.label, language);
  if (column === 'source') return first ? nameOfSource(first, language) : '';
  if (column === 'policy') return policyOf(row) ?? '';
  // What is doubtful comes first, what nothing fills last.
  return `${first ? 1 : 2}${row.doubts.length ? 0 : 1}`;
}
