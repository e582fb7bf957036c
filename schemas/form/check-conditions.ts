/**
 * Rules (conditions, calculations, ends) against the fields they speak of: in the grammar, about earlier fields that exist,
 * with literals that the field can have as an answer. Inner fields of a group see their own row alone.
 */
import { isIsoDate } from '../taiwan/calendar.ts';

import { ConditionError, comparisonsOf, type Comparison } from './condition-to-schema.ts';
import { checkCalculation, comparisonsOfCalculation } from './check-calculation.ts';
import type { Calculation, Condition, Field, FormDefinition } from './definition.ts';
import { fieldKind } from './fields/index.ts';
import { problem, type DefinitionProblem } from './problem.ts';
import { fieldsWithPaths } from './with-paths.ts';

interface Rule {
  readonly path: string;
  readonly show?: Condition;
  readonly calculate?: Calculation;
  /** Fields whose asking, or answer, depends on it. */
  readonly governs: readonly string[];
}

export function checkConditions(definition: FormDefinition): readonly DefinitionProblem[] {
  const inner = fieldsWithPaths(definition).flatMap(({ field, path }) =>
    field.type === 'group' ? checkScope(field.fields, rulesOf(field.fields, `${path}/fields`)) : [],
  );
  const shown = definition.steps.flatMap((step, s) => [
    ...showOf(
      step.show,
      `/steps/${s}`,
      step.sections.flatMap(({ fields }) => fields),
    ),
    ...step.sections.flatMap((section, t) => [
      ...showOf(section.show, `/steps/${s}/sections/${t}`, section.fields),
      ...rulesOf(section.fields, `/steps/${s}/sections/${t}/fields`),
    ]),
  ]);
  const ends = (definition.ends ?? []).map(({ when }, index) => ({
    path: `/ends/${index}/when`,
    show: when,
    governs: [],
  }));
  return [
    ...checkScope(
      fieldsWithPaths(definition).map(({ field }) => field),
      [...shown, ...ends],
    ),
    ...inner,
  ];
}

const showOf = (show: Condition | undefined, path: string, fields: readonly Field[]): readonly Rule[] =>
  show ? [{ path: `${path}/show`, show, governs: fields.map(({ id }) => id) }] : [];

const rulesOf = (fields: readonly Field[], path: string): readonly Rule[] =>
  fields.flatMap((field, index): readonly Rule[] => [
    ...showOf(field.show, `${path}/${index}`, [field]),
    ...(field.requiredWhen
      ? [{ path: `${path}/${index}/requiredWhen`, show: field.requiredWhen, governs: [field.id] }]
      : []),
    ...('calculate' in field && field.calculate !== undefined
      ? [{ path: `${path}/${index}/calculate`, calculate: field.calculate, governs: [field.id] }]
      : []),
  ]);

function checkScope(fields: readonly Field[], shown: readonly Rule[]): readonly DefinitionProblem[] {
  const order = new Map(fields.map((field, index) => [field.id, { field, index }]));
  const needs = new Map<string, Set<string>>();
  const known = new Map(fields.map((field) => [field.id, field]));
  const read = shown.map((entry) => ({ ...entry, ...comparisonsIn(entry, known) }));
  for (const { governs, comparisons } of read) {
    for (const id of governs)
      needs.set(id, new Set([...(needs.get(id) ?? []), ...comparisons.map(({ field }) => field)]));
  }
  return read.flatMap(({ path, governs, comparisons, problems }) => {
    const first = Math.min(...governs.map((id) => order.get(id)?.index ?? 0));
    return [...problems, ...comparisons.flatMap((comparison) => checkOne(comparison, path, governs, first))];
  });

  function checkOne(
    comparison: Comparison,
    path: string,
    governs: readonly string[],
    first: number,
  ): DefinitionProblem[] {
    const { field: id } = comparison;
    const found = order.get(id);
    if (!found) {
      return [
        problem(
          path,
          'condition-field',
          `條件裡的欄位「${id}」不存在，或不在同一層。`,
          `The condition names "${id}", which is no field of this level.`,
        ),
      ];
    }
    if (governs.some((governed) => dependsOn(id, governed, needs))) {
      return [
        problem(
          path,
          'condition-cycle',
          `條件繞回自己：要先回答「${id}」才能知道是否詢問「${id}」。`,
          `The condition goes round in a circle by way of "${id}".`,
        ),
      ];
    }
    if (found.index >= first) {
      return [
        problem(
          path,
          'condition-later',
          `條件只能用前面的欄位，「${id}」在後面。`,
          `The condition names "${id}", which is asked later.`,
        ),
      ];
    }
    return fits(comparison, found.field)
      ? []
      : [
          problem(
            path,
            'condition-literal',
            `條件裡的值不會是「${id}」的答案。`,
            `The condition compares "${id}" with what can not be its answer.`,
          ),
        ];
  }
}

function comparisonsIn(
  { path, show, calculate, governs }: Rule,
  fields: ReadonlyMap<string, Field>,
): {
  comparisons: readonly Comparison[];
  problems: readonly DefinitionProblem[];
} {
  try {
    const target = governs[0] === undefined ? undefined : fields.get(governs[0]);
    if (calculate !== undefined && target)
      return {
        comparisons: comparisonsOfCalculation(calculate),
        problems: checkCalculation(calculate, target, fields, path),
      };
    return { comparisons: show ? comparisonsOf(show) : [], problems: [] };
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return {
      comparisons: [],
      problems: [
        problem(
          path,
          'condition',
          `條件的寫法不對：${error.message}`,
          `The condition is not in the grammar: ${error.message}`,
        ),
      ],
    };
  }
}

function dependsOn(
  id: string,
  target: string,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
  seen = new Set<string>(),
): boolean {
  if (id === target) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return [...(needs.get(id) ?? [])].some((next) => dependsOn(next, target, needs, seen));
}

function fits({ operator, values }: Comparison, field: Field): boolean {
  const each = (test: (value: Comparison['values'][number]) => boolean): boolean => values.every(test);
  const option = (value: unknown): boolean => 'options' in field && field.options.some((one) => one.value === value);
  const same = operator === '==' || operator === '!=';
  const compared = fieldKind(field.type).compared(field);
  if (operator === 'answered') return compared !== 'nothing';
  if (operator === 'contains') return compared === 'options' && each(option);
  switch (compared) {
    case 'number':
      return each((value) => typeof value === 'number');
    case 'date':
      return each((value) => typeof value === 'string' && isIsoDate(value));
    case 'option':
      return (same || operator === 'in') && each(option);
    case 'tick':
      // An unticked declaration has no answer: `{"!": …}` asks for that.
      return same && each((value) => value === true);
    case 'words':
      return (same || operator === 'in') && each((value) => typeof value === 'string' && value !== '');
    default:
      return false;
  }
}
