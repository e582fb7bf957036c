import type { FormDefinition } from '#schemas/form/definition.ts';
import type { ValueOrigin } from './check-official.ts';
import { fieldOf } from './form-fields.ts';

/**
 * An official value that nobody here can change must not keep anyone from submitting, whatever it looks like. To a list rows
 * may be added, whoever its first ones come from: it is not settled.
 */
export const isSettled = (form: FormDefinition, place: string, origin: ValueOrigin | undefined): boolean =>
  (origin?.policy === 'locked' || origin?.policy === 'confirm') && fieldOf(form, place)?.type !== 'group';
