/**
 * What the JSON Schema of a form definition can not say. Owns the rules between parts of one definition; the schema
 * (`definition.schema.json`) comes first, datasets and paths are checked where the catalogue is known.
 */
import type { FormDefinition } from './definition.ts';
import { checkConditions } from './check-conditions.ts';
import { checkField } from './check-field.ts';
import { checkBudget } from './form-budget.ts';
import { problem, type DefinitionProblem } from './problem.ts';
import { allFieldsWithPaths, at, fieldsWithPaths, sectionsOf, stepsOf, type At } from './with-paths.ts';

/** Handbook 參-一-(六): five datasets per service, more only with a stated legal basis. */
export const mostDatasets = 5;

/** Empty when the definition can be published. `allowedDatasets`: how many different datasets it may use. */
export function checkDefinition(
  definition: FormDefinition,
  allowedDatasets = mostDatasets,
): readonly DefinitionProblem[] {
  const tooLarge = checkBudget(definition);
  // What is too large is not walked through any further.
  if (tooLarge.length) return tooLarge;
  return [
    ...checkIds(definition),
    ...checkRoles(definition),
    ...fieldsWithPaths(definition).flatMap(({ field, path }) => checkField(field, path)),
    ...checkConditions(definition),
    ...checkDatasets(definition, allowedDatasets),
  ];
}

function checkIds(definition: FormDefinition): readonly DefinitionProblem[] {
  const withIds = (list: readonly At<{ readonly id: string }>[]) =>
    list.map(({ value, path }) => ({ id: value.id, path }));
  const kinds = [
    withIds(at(definition.roles, '/roles')),
    withIds(stepsOf(definition)),
    withIds(sectionsOf(definition)),
    withIds(at(definition.ends ?? [], '/ends')),
    allFieldsWithPaths(definition).map(({ field, path }) => ({ id: field.id, path })),
  ];
  const repeated = kinds.flatMap((ids) =>
    ids
      .filter(({ id }, index) => ids.findIndex((other) => other.id === id) !== index)
      .map(({ id, path }) =>
        problem(`${path}/id`, 'duplicate-id', `代號「${id}」已經用過了，請換一個。`, `The id "${id}" is used already.`),
      ),
  );
  // An answer under such a name would be found on every object, answered or not.
  const reserved = allFieldsWithPaths(definition)
    .filter(({ field }) => field.id in {})
    .map(({ field, path }) =>
      problem(
        `${path}/id`,
        'reserved-id',
        `代號「${field.id}」是保留字，請換一個。`,
        `The id "${field.id}" is reserved.`,
      ),
    );
  return [...repeated, ...reserved];
}

function checkRoles(definition: FormDefinition): readonly DefinitionProblem[] {
  const applicants = definition.roles.filter(({ id }) => id === 'applicant').length;
  const known = new Set(definition.roles.map(({ id }) => id));
  return [
    ...(applicants === 1
      ? []
      : [
          problem(
            '/roles',
            'applicant-role',
            '請設定剛好一個申請人（applicant）角色。',
            'Exactly one role has the id "applicant".',
          ),
        ]),
    ...sectionsOf(definition)
      .filter(({ value }) => value.role !== undefined && !known.has(value.role))
      .map(({ value, path }) =>
        problem(`${path}/role`, 'unknown-role', `沒有「${value.role}」這個角色。`, `There is no role "${value.role}".`),
      ),
  ];
}

/** Datasets that a definition takes values or documents from, in order of first use. */
export function datasetsUsed(definition: FormDefinition): readonly string[] {
  const used = allFieldsWithPaths(definition).flatMap(({ field }) => [
    ...(field.fill?.from.map(({ dataset }) => dataset) ?? []),
    ...(field.type === 'group' ? (field.rows?.from.map(({ dataset }) => dataset) ?? []) : []),
    ...(field.type === 'evidence' ? [field.dataset] : []),
  ]);
  return [...new Set(used)];
}

function checkDatasets(definition: FormDefinition, allowed: number): readonly DefinitionProblem[] {
  const used = datasetsUsed(definition).length;
  return used <= allowed
    ? []
    : [
        problem(
          '/steps',
          'too-many-datasets',
          `一個服務最多使用 ${allowed} 項資料集，這份表單用了 ${used} 項。`,
          `A service uses at most ${allowed} datasets; this form uses ${used}.`,
        ),
      ];
}
