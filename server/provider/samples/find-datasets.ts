/** Search of the sample pages: words that must all occur, and filters. Pure. */
import { folded } from '#schemas/taiwan/plain-text.ts';
import { accepts, identityMethods } from '#schemas/datasets/identity-methods.ts';
import { categories, type Category } from '#schemas/datasets/categories.ts';
import type { CatalogueEntry, Dataset, IdentityMethod } from '#schemas/datasets/types.ts';

export const kinds = ['observed', 'assumed', 'evidence-only', 'planned'] as const;
/** What is known of a dataset's fields; a planned one and one that comes as documents only have none. */
export type Kind = (typeof kinds)[number];

const formats = ['json', 'csv', 'pdf'] as const;
type Format = (typeof formats)[number];

export interface Search {
  readonly words: string;
  readonly area?: Category;
  readonly format?: Format;
  readonly identity?: IdentityMethod;
  readonly kind?: Kind;
}

/** Whether it has fields and a schema, so that a form can take from it. */
export const isReadable = (entry: CatalogueEntry): entry is Dataset => 'normalise' in entry;

/** `planned` goes before what is known of the fields. */
export function kindOf(entry: CatalogueEntry): Kind {
  if (entry.status === 'planned') return 'planned';
  return isReadable(entry) ? entry.fieldsAre : 'evidence-only';
}

const oneOf = <T extends string>(all: readonly T[], value: string | undefined): T | undefined =>
  all.find((one) => one === value);

/** Query parameters → search. What is not among the choices is left out: a wrong filter must not hide everything. */
export const readSearch = (query: Readonly<Record<string, string | undefined>>): Search => ({
  words: (query['q'] ?? '').trim().slice(0, 100),
  area: oneOf(Object.keys(categories) as Category[], query['area']),
  format: oneOf(formats, query['format']),
  identity: oneOf(
    identityMethods.map(({ method }) => method),
    query['identity'],
  ),
  kind: oneOf(kinds, query['fields']),
});

const texts = new WeakMap<CatalogueEntry, string>();
function textOf(entry: CatalogueEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { id, no, name, ministry, unit, agency, category } = entry;
  const fields = isReadable(entry) ? entry.fields.flatMap(({ label, path }) => [label['zh-Hant'], label.en, path]) : [];
  const sent = isReadable(entry) ? entry.shape.parts.flatMap(({ columns }) => columns.map(({ from }) => from)) : [];
  const text = folded(
    [
      id,
      no === null ? '' : `#${no}`,
      ...[name, agency, categories[category]].flatMap((words) => [words['zh-Hant'], words.en]),
      ministry,
      unit,
      ...fields,
      ...sent,
    ].join('\n'),
  );
  texts.set(entry, text);
  return text;
}

/**
 * → those that meet every word and filter, in the order given; without any, all. Words are looked for in names,
 * agencies, ids and fields, in both languages, wide or narrow, capital or small.
 */
export function findDatasets(entries: Iterable<CatalogueEntry>, search: Search): readonly CatalogueEntry[] {
  const words = folded(search.words).split(/\s+/).filter(Boolean);
  return [...entries].filter(
    (entry) =>
      (!search.area || entry.category === search.area) &&
      (!search.format || entry.formats.includes(search.format)) &&
      (!search.identity || accepts(entry, search.identity)) &&
      (!search.kind || kindOf(entry) === search.kind) &&
      words.every((word) => textOf(entry).includes(word)),
  );
}
