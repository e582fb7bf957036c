import type { Field } from '#schemas/form/definition.ts';
import type { FieldElement } from './field-element.ts';
import { fieldTag } from './registry.ts';

/** The element that asks this field; `data-field` names it for whoever looks it up. Its tag has to be registered. */
export const createField = (field: Field): FieldElement => {
  const element = document.createElement(fieldTag(field.type)) as unknown as FieldElement;
  element.field = field;
  element.dataset['field'] = field.id;
  return element;
};
