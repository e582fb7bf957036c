/**
 * The JSON Schema 2020-12 of a form's answers, derived from its definition. It describes *pruned* answers
 * (`reachable.ts`): what a shown required question lacks is refused, so is any answer to a question not shown, and so are answers that
 * end the application.
 */
import { conditionToSchema, type JsonSchema } from './condition-to-schema.ts';
import type { Condition, End, Field, FormDefinition } from './definition.ts';
import { fieldSchema } from './field-schema.ts';

interface Asked {
  readonly field: Field;
  /** Of step, section and field; all must hold. */
  readonly shows: readonly Condition[];
}

const given = (...shows: readonly (Condition | undefined)[]): readonly Condition[] =>
  shows.filter((show) => show !== undefined);

/** Fields under the same conditions share one if/then/else: shorter, and the compiled module too. */
function rules(asked: readonly Asked[]): readonly JsonSchema[] {
  const byCondition = new Map<string, { readonly shows: readonly Condition[]; readonly fields: Field[] }>();
  for (const { field, shows } of asked) {
    if (!shows.length || field.type === 'evidence') continue;
    const key = JSON.stringify(shows);
    const rule = byCondition.get(key) ?? { shows, fields: [] };
    rule.fields.push(field);
    byCondition.set(key, rule);
  }
  return [...byCondition.values()].map(({ shows, fields }) => ({
    if: shows.length === 1 ? conditionToSchema(shows[0]!) : { allOf: shows.map(conditionToSchema) },
    then: { required: fields.filter(isOwed).map(({ id }) => id) },
    else: { properties: Object.fromEntries(fields.map(({ id }) => [id, false])) },
  }));
}

/** What is calculated is nobody's to fill in. */
const isOwed = (field: Field): boolean => !!field.required && !('calculate' in field);

const owedWhen = (asked: readonly Asked[]): readonly JsonSchema[] =>
  asked.flatMap(({ field, shows }) =>
    field.requiredWhen && !field.required && !('calculate' in field)
      ? [{ if: { allOf: [...shows, field.requiredWhen].map(conditionToSchema) }, then: { required: [field.id] } }]
      : [],
  );

function objectSchema(asked: readonly Asked[], ends: readonly End[] = []): JsonSchema {
  const answered = asked.filter(({ field }) => field.type !== 'evidence');
  const conditional = [
    ...rules(answered),
    ...owedWhen(answered),
    ...ends.map(({ when }) => ({ not: conditionToSchema(when) })),
  ];
  return {
    type: 'object',
    properties: Object.fromEntries(answered.map(({ field }) => [field.id, fieldSchema(field, rowSchema)])),
    required: answered.filter(({ field, shows }) => isOwed(field) && !shows.length).map(({ field }) => field.id),
    additionalProperties: false,
    ...(conditional.length ? { allOf: conditional } : {}),
  };
}

/** Conditions of inner fields see their row alone. */
const rowSchema = (fields: readonly Field[]): JsonSchema =>
  objectSchema(fields.map((field) => ({ field, shows: given(field.show) })));

/** Of one question's answer alone; `undefined` where it has none. */
export const answerSchema = (field: Field): JsonSchema | undefined => fieldSchema(field, rowSchema);

/** Throws `ConditionError` when a condition is outside the grammar; `check-definition.ts` finds that before. */
export function answersSchema(definition: FormDefinition): JsonSchema {
  const asked = definition.steps.flatMap((step) =>
    step.sections.flatMap((section) =>
      section.fields.map((field) => ({ field, shows: given(step.show, section.show, field.show) })),
    ),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: definition.title['zh-Hant'],
    ...objectSchema(asked, definition.ends),
  };
}
