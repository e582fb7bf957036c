import type { FormDefinition } from '../form/definition.ts';
import type { Service } from '../services/types.ts';

/** A service and its form, together: what a designer edits, what is published, what a file holds. */
export interface FormDocument {
  readonly service: Service;
  readonly form: FormDefinition;
}
