/** The datasets that can be chosen for a self-download, in the handbook's areas, and which of them a search finds. */
import { folded } from '#schemas/taiwan/plain-text.ts';
import { categories, type Category } from '#schemas/datasets/categories.ts';
import { accepts } from '#schemas/datasets/identity-methods.ts';
import type { CatalogueEntry, IdentityMethod } from '#schemas/datasets/types.ts';
import type { Text } from '#schemas/text.ts';
import { methodsFor } from './level.ts';

export interface ChoosableDataset {
  readonly dataset: CatalogueEntry;
  readonly chosen: boolean;
  /** The session's proof is too weak: these ways would do. */
  readonly needs?: string;
  /** Cannot be had now: maintenance, or its agency does not answer. */
  readonly down: boolean;
}

export interface ChoosableGroup {
  readonly category: Category;
  readonly name: string;
  readonly datasets: readonly ChoosableDataset[];
}

/** In the catalogue's order of areas; groups that the search leaves empty are left out. */
export function choosable(
  all: Iterable<CatalogueEntry>,
  {
    chosen,
    method,
    search = '',
    down = new Set(),
  }: {
    readonly chosen: readonly string[];
    readonly method: IdentityMethod;
    readonly search?: string;
    readonly down?: ReadonlySet<string>;
  },
): readonly ChoosableGroup[] {
  const found = [...all].filter((dataset) => matches(dataset, search));
  return (Object.entries(categories) as readonly (readonly [Category, Text])[]).flatMap(([category, name]) => {
    const datasets = found
      .filter((dataset) => dataset.category === category)
      .map((dataset) => ({
        dataset,
        chosen: chosen.includes(dataset.id),
        down: down.has(dataset.id),
        needs: accepts(dataset, method) ? undefined : methodsFor(dataset),
      }));
    return datasets.length ? [{ category, name: name['zh-Hant'], datasets }] : [];
  });
}

/** Every word must be found somewhere; 臺 and 台 are one, full-width letters too. */
export function matches(dataset: CatalogueEntry, search: string): boolean {
  const text = folded(searchText(dataset));
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What a search looks in; the page's script looks in the same. */
export const searchText = ({ name, agency, ministry, unit, category }: CatalogueEntry): string =>
  [name['zh-Hant'], name.en, agency['zh-Hant'], ministry, unit, categories[category]['zh-Hant']].join(' ');

/** What is chosen after a form that showed some of the datasets: what it did not show stays as it was. */
export function chosenAfter(
  before: readonly string[],
  { shown, ticked }: { readonly shown: ReadonlySet<string>; readonly ticked: readonly string[] },
): readonly string[] {
  const now = ticked.filter((id) => shown.has(id));
  return [...new Set([...before.filter((id) => !shown.has(id) || now.includes(id)), ...now])];
}
