/**
 * Field minimisation: what a form needs of which dataset, and so all that may be asked for, shown in the consent,
 * signed by a provider that takes a field list, and kept on receipt.
 */
import { datasets } from '../datasets/catalogue.ts';
import type { Field, FormDefinition, GroupField } from '../form/definition.ts';
import { agencyNames } from '../normalise/agency-names.ts';
import type { Text } from '../text.ts';
import { byRows } from './own-row.ts';
import { pathFromRow, plainPaths } from './plain-paths.ts';
import { reachableFields } from './reachable-fields.ts';
import type { ResourceId } from './types.ts';

/**
 * Dataset → normal path (as in `Dataset.fields`) → ids of the questions that it fills; a question inside a group is
 * `group.inner`. `$` stands for the whole document (evidence).
 */
export type AskedFields = Map<ResourceId, Map<string, string[]>>;

interface Use {
  readonly dataset: ResourceId;
  readonly path: string;
  readonly field: string;
}

const usesOfGroup = (group: GroupField): Use[] =>
  (group.rows?.from ?? []).flatMap((rows) => {
    const read = plainPaths(rows.path);
    const own = read.at(-1) ?? '$';
    // The rows themselves are asked for by their inner fields; the group needs only what its own filter reads.
    const tested = read.slice(0, -1).map((path) => ({ dataset: rows.dataset, path, field: group.id }));
    const inner = group.fields.flatMap((field) =>
      (field.fill?.from ?? [])
        .filter((source) => source.dataset === rows.dataset)
        .map(({ dataset, path }) => ({ dataset, path: pathFromRow(own, path), field: `${group.id}.${field.id}` })),
    );
    return [...tested, ...inner];
  });

const usesOf = (field: Field): Use[] => {
  if (field.type === 'group') return usesOfGroup(field);
  if (field.type === 'evidence') return [{ dataset: field.dataset, path: '$', field: field.id }];
  return (field.fill?.from ?? []).map(({ dataset, path }) => ({ dataset, path, field: field.id }));
};

/** `chosen`: the datasets that this journey asks for, where the service lets the resident choose; without it all. */
export const askedFields = (definition: FormDefinition, chosen?: Iterable<ResourceId>): AskedFields => {
  const allowed = chosen && new Set(chosen);
  const asked: AskedFields = new Map();
  for (const use of reachableFields(definition).flatMap(usesOf)) {
    if (allowed && !allowed.has(use.dataset)) continue;
    const paths = asked.get(use.dataset) ?? new Map<string, string[]>();
    asked.set(use.dataset, paths);
    for (const plain of plainPaths(use.path)) {
      const path = byRows(use.dataset, plain);
      const fields = paths.get(path) ?? [];
      if (!fields.includes(use.field)) fields.push(use.field);
      paths.set(path, fields);
    }
  }
  return asked;
};

/** The label of a question by its id as `askedFields` writes it. */
export const labelOf = (definition: FormDefinition, fieldId: string): Text | undefined => {
  const [head, inner] = fieldId.split('.');
  const fields = definition.steps.flatMap((step) => step.sections).flatMap((section) => section.fields);
  const field = fields.find(({ id }) => id === head);
  if (inner === undefined) return field?.label;
  return field?.type === 'group' ? field.fields.find(({ id }) => id === inner)?.label : undefined;
};

/**
 * The agency's names for the header `fields`; a name inside a part or inside rows is written with a dot
 * (`personHouseholdData21.person_name`). Undefined where the payload's names are not known: then all is asked.
 */
export const payloadFieldsFor = (dataset: ResourceId, paths: Iterable<string>): readonly string[] | undefined => {
  const known = datasets.get(dataset);
  // A CSV is one table: its provider can not sign some of its columns.
  if (known?.shape.media === 'csv') return undefined;
  return (
    known &&
    agencyNames(
      known.shape,
      [...paths].flatMap(plainPaths).map((path) => byRows(dataset, path)),
    )
  );
};
