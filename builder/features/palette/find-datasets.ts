/** What of the catalogue answers a search. Pure. */
import { folded } from '#schemas/taiwan/plain-text.ts';
import type { DatasetField } from '#schemas/datasets/types.ts';
import { categories, type Category } from '#schemas/datasets/categories.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';

export interface FoundDataset {
  readonly dataset: PaletteDataset;
  /** Fields that answer by themselves; all when the dataset does. */
  readonly fields: readonly DatasetField[];
}

export interface FoundCategory {
  readonly category: Category;
  readonly datasets: readonly FoundDataset[];
}

/** Every word has to be found; in the dataset's own words, or those of one field. */
export function findDatasets(all: Iterable<PaletteDataset>, search: string): readonly FoundCategory[] {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  const answers = (text: string): boolean => wanted.every((word) => text.includes(word));
  const found = new Map<Category, FoundDataset[]>();
  for (const dataset of all) {
    const { id, name, agency, category } = dataset;
    const own = folded(
      [id, name['zh-Hant'], name.en, agency['zh-Hant'], agency.en, categories[category]['zh-Hant']].join(' '),
    );
    const fields = answers(own)
      ? dataset.fields
      : dataset.fields.filter(({ label, path }) =>
          answers(`${own} ${folded([label['zh-Hant'], label.en, path].join(' '))}`),
        );
    if (!fields.length && !answers(own)) continue;
    found.set(category, [...(found.get(category) ?? []), { dataset, fields }]);
  }
  return (Object.keys(categories) as Category[]).flatMap((category) => {
    const datasets = found.get(category);
    return datasets ? [{ category, datasets }] : [];
  });
}

export const countOf = (found: readonly FoundCategory[]): number =>
  found.reduce((sum, { datasets }) => sum + datasets.length, 0);
