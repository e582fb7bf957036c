/**
 * A mapping that saves a dataset: every value that questions take from it is held by another chosen dataset too. Two
 * fields are the same fact when their last name, their kind and their label are the same.
 */
import { datasets } from '../datasets/catalogue.ts';
import type { DatasetField } from '../datasets/types.ts';
import type { Field, FormDefinition } from '../form/definition.ts';
import { byRows, ownRows } from '../mapping/own-row.ts';
import type { ResourceId, Source } from '../mapping/types.ts';
import { partsOf } from './form-parts.ts';
import type { TaskFix } from './task.ts';

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const sameFact = (a: DatasetField, b: DatasetField): boolean =>
  a.type === b.type && a.label['zh-Hant'] === b.label['zh-Hant'] && lastName(a.path) === lastName(b.path);

/** The path under which a question outside of groups reads it: the own row, where rows are people; never a list. */
function readable(dataset: ResourceId, { path }: DatasetField): string | undefined {
  const rows = ownRows(dataset);
  const own = rows !== undefined && path.startsWith(`${rows}.`) ? `$.self${path.slice(rows.length)}` : path;
  return own.includes('[*]') ? undefined : own;
}

function instead(source: Source, other: ResourceId): Source | undefined {
  const path = byRows(source.dataset, source.path);
  const field = datasets.get(source.dataset)?.fields.find((one) => one.path === path);
  if (!field) return undefined;
  for (const candidate of datasets.get(other)?.fields ?? []) {
    const there = sameFact(field, candidate) ? readable(other, candidate) : undefined;
    if (there !== undefined) return { ...source, dataset: other, path: there };
  }
  return undefined;
}

const usesOf = (
  form: FormDefinition,
  dataset: ResourceId,
): readonly { readonly ref: string; readonly field: Field }[] =>
  partsOf(form).flatMap(({ ref, part }) => {
    if (!('type' in part)) return [];
    const sources = [...(part.fill?.from ?? []), ...(part.type === 'group' ? (part.rows?.from ?? []) : [])];
    const used = sources.some((source) => source.dataset === dataset);
    return used || (part.type === 'evidence' && part.dataset === dataset) ? [{ ref, field: part }] : [];
  });

/** @returns the fix that takes `dataset` out of use with the help of `others`; undefined where there is none */
export function spareDataset(
  form: FormDefinition,
  dataset: ResourceId,
  others: readonly ResourceId[],
): { readonly fix: TaskFix; readonly from: readonly ResourceId[] } | undefined {
  const uses = usesOf(form, dataset);
  const from = new Set<ResourceId>();
  const commands: TaskFix['commands'][number][] = [];
  for (const { ref, field } of uses) {
    // Rows, documents and questions in rows hang on their own dataset.
    if (!field.fill || field.type === 'group' || ref.includes('.')) return undefined;
    const replaced = field.fill.from.map((source) => {
      if (source.dataset !== dataset) return source;
      const [found] = others.flatMap((other) => instead(source, other) ?? []);
      if (found) from.add(found.dataset);
      return found;
    });
    if (replaced.includes(undefined)) return undefined;
    const sources = replaced as readonly Source[];
    const once = sources.filter(
      (one, index) => sources.findIndex(({ dataset: d, path }) => d === one.dataset && path === one.path) === index,
    );
    commands.push({ id: 'set-property', args: { of: ref, key: 'fill', value: { ...field.fill, from: once } } });
  }
  if (!commands.length) return undefined;
  return {
    fix: { label: { 'zh-Hant': '改由其他資料集帶入', en: 'Fill from the other dataset' }, commands },
    from: [...from],
  };
}
