/** The parts of a definition with their JSON Pointers, in order. */
import type { Field, FormDefinition } from './definition.ts';

export interface At<T> {
  readonly path: string;
  readonly value: T;
}

export const at = <T>(list: readonly T[], path: string): readonly At<T>[] =>
  list.map((value, index) => ({ value, path: `${path}/${index}` }));

export const stepsOf = (definition: FormDefinition) => at(definition.steps, '/steps');
export const sectionsOf = (definition: FormDefinition) =>
  stepsOf(definition).flatMap(({ value, path }) => at(value.sections, `${path}/sections`));

/** Top-level fields with their JSON Pointers, in order. */
export const fieldsWithPaths = (
  definition: FormDefinition,
): readonly { readonly field: Field; readonly path: string }[] =>
  sectionsOf(definition).flatMap(({ value, path }) =>
    at(value.fields, `${path}/fields`).map(({ value: field, path: fieldPath }) => ({ field, path: fieldPath })),
  );

/** Fields with those inside groups. */
export const allFieldsWithPaths = (
  definition: FormDefinition,
): readonly { readonly field: Field; readonly path: string }[] =>
  fieldsWithPaths(definition).flatMap(({ field, path }) => [
    { field, path },
    ...(field.type === 'group'
      ? field.fields.map((inner, index) => ({ field: inner, path: `${path}/fields/${index}` }))
      : []),
  ]);
