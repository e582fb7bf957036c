/** Where in the form an error of Ajv belongs. Pure. */
import type { Field } from '#schemas/form/definition.ts';
import { rowPath } from '../fields/group/row-path.ts';
import type { AnswerError } from './answer-error.ts';

export interface LocatedError {
  readonly field: Field;
  /** The field's id, or `members[2].name`. */
  readonly path: string;
  readonly error: AnswerError;
}

const steps = (error: AnswerError): readonly string[] => {
  const steps = (error.instancePath ?? '').split('/').slice(1);
  const lacking = error.keyword === 'required' ? error.params?.['missingProperty'] : undefined;
  return lacking === undefined ? steps : [...steps, String(lacking)];
};

/** Undefined for an error of the whole (an if/then, an unknown key): others tell the resident what to do about it. */
export const locateError = (fields: readonly Field[], error: AnswerError): LocatedError | undefined => {
  const [id, row, inner, ...rest] = steps(error);
  const field = fields.find((candidate) => candidate.id === id);
  if (!field) return undefined;
  if (field.type !== 'group' || inner === undefined)
    return { field, path: field.id, error: { ...error, part: [inner, row].find(Boolean) } };
  const innerField = field.fields.find((candidate) => candidate.id === inner);
  return innerField
    ? { field: innerField, path: rowPath(field.id, Number(row), inner), error: { ...error, part: rest[0] } }
    : { field, path: field.id, error };
};
