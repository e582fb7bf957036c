/**
 * What a version asks, as the notice 告知 shows it: the same object that is registered, with the words of the form's questions.
 * Owns labels only; which datasets and fields there are is said by `Asked`.
 */
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { labelOf } from '#schemas/mapping/asked.ts';
import { pathsUsed, type Asked, type DatasetAsked, type PathsUsed } from '#schemas/services/asked.ts';
import type { Service } from '#schemas/services/types.ts';
import type { Text } from '#schemas/text.ts';
import type { AskedDataset, AskedDatasets } from '#schemas/wire/county-api.ts';
import { isWithin } from '../registration/cover.ts';

const wholeDocument: Text = { 'zh-Hant': '整份文件', en: 'the whole document' };

export const nothingAsked: AskedDatasets = { all: [], anyOf: [] };

/**
 * `all` of these, and of each `anyOf` group one; fields in the order of the questions that they fill. @throws TypeError
 * for a dataset that is not in the catalogue
 */
export function askedDatasets(asked: Asked, service: Service, form: FormDefinition): AskedDatasets {
  const used = pathsUsed(form);
  const views = new Map(
    asked.datasets.map((one) => [one.id, describeDataset(service, form, one, used.get(one.id) ?? new Map())]),
  );
  const { anyOf = [] } = asked;
  return {
    all: [...views.values()].filter(({ id }) => !anyOf.some((group) => group.includes(id))),
    anyOf: anyOf.map((group) => group.flatMap((id) => views.get(id) ?? [])),
  };
}

function describeDataset(
  service: Service,
  form: FormDefinition,
  { id, fields }: DatasetAsked,
  used: PathsUsed,
): AskedDataset {
  const entry = catalogue.get(id);
  if (!entry) throw new TypeError(`${service.id} asks for ${id}, which is not in the catalogue`);
  const known = datasets.get(id)?.fields ?? [];
  const replaces = service.replaces.find(({ dataset }) => dataset === id)?.document;
  const fills = (path: string): readonly Text[] =>
    [...new Set([...used].flatMap(([read, questions]) => (isOf(path, read) ? questions : [])))].flatMap(
      (question) => labelOf(form, question) ?? [],
    );
  const order = [...used.keys()];
  const placeOf = (path: string): number => order.findIndex((read) => isOf(path, read));
  return {
    id,
    name: entry.name,
    agency: entry.agency,
    specialCategory: entry.specialCategory,
    minutes: entry.minutes ?? 0,
    parameters: entry.parameters.map(({ label }) => label),
    ...(replaces && { replaces }),
    // In the order of the questions, as the resident will meet them.
    fields: (fields.length ? fields : ['$'])
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((path) => ({
        path,
        label:
          path === '$'
            ? wholeDocument
            : (known.find((field) => field.path === path)?.label ?? { 'zh-Hant': path, en: path }),
        fills: fills(path),
      })),
  };
}

const isOf = (path: string, read: string): boolean =>
  path === '$' || path === read || isWithin(path, read) || isWithin(read, path);
