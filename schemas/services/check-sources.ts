/** Every source that a form names: its dataset is one that the service asks for, its path and transforms fit the question. */
import { wholeHousehold } from '../datasets/household/whole-household.ts';
import { datasetsUsed } from '../form/check-definition.ts';
import type { Field, FormDefinition } from '../form/definition.ts';
import { problem, type DefinitionProblem } from '../form/problem.ts';
import { allFieldsWithPaths, fieldsWithPaths } from '../form/with-paths.ts';
import { checkMapping } from '../mapping/check-mapping.ts';
import type { ResourceId } from '../mapping/types.ts';

export function checkSources(form: FormDefinition, asked: readonly ResourceId[]): readonly DefinitionProblem[] {
  const unasked = datasetsUsed(form).filter((dataset) => !asked.includes(dataset));
  return [
    ...allFieldsWithPaths(form).flatMap(({ field, path }) =>
      datasetsOf(field)
        .filter((dataset) => unasked.includes(dataset))
        .map((dataset) =>
          problem(
            path,
            'dataset-unasked',
            `「${field.id}」用到資料集 ${dataset}，但這個服務沒有要求它。`,
            `"${field.id}" uses ${dataset}, which the service does not ask for.`,
          ),
        ),
    ),
    ...checkMapping(withoutSelf(form)).map(({ field, code, reason }) => ({
      path: pointerOf(form, field),
      code,
      reason,
    })),
  ];
}

const datasetsOf = (field: Field): readonly ResourceId[] => {
  if (field.type === 'evidence') return [field.dataset];
  const sources = field.type === 'group' ? field.rows?.from : field.fill?.from;
  return (sources ?? []).map(({ dataset }) => dataset);
};

/** `field` as the mapping's check names it: `id`, or `group.inner`. */
const pointerOf = (form: FormDefinition, name: string): string => {
  const id = name.split('.').at(-1);
  return allFieldsWithPaths(form).find(({ field }) => field.id === id)?.path ?? '/steps';
};

/** Where a dataset has a row per person, the county app offers the verified person's own row as `$.self`. */
const ownRow: { readonly [dataset: ResourceId]: string } = { [wholeHousehold.id]: '$.members[0]' };

function withoutSelf(form: FormDefinition): FormDefinition {
  const mapped = new Map(fieldsWithPaths(form).map(({ field }) => [field, mapField(field)]));
  return {
    ...form,
    steps: form.steps.map((step) => ({
      ...step,
      sections: step.sections.map((section) => ({
        ...section,
        fields: section.fields.map((field) => mapped.get(field)!),
      })),
    })),
  };
}

const mapField = (field: Field): Field =>
  field.fill
    ? {
        ...field,
        fill: {
          ...field.fill,
          from: field.fill.from.map((source) => ({
            ...source,
            path: source.path.replace(/^\$\.self(?![A-Za-z0-9_])/, () => ownRow[source.dataset] ?? '$.self'),
          })),
        },
      }
    : field;
