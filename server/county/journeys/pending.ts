/** Which questions a package that is on its way will answer. Pure. */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { placedFields } from '../drafts/form-fields.ts';

/** Ids of the fields, groups included, that a mapping fills from one of these datasets. */
export function fieldsFrom(form: FormDefinition, resources: readonly string[]): readonly string[] {
  const reads = (from: readonly { readonly dataset: string }[] | undefined): boolean =>
    from?.some(({ dataset }) => resources.includes(dataset)) ?? false;
  const filled = (field: Field): boolean =>
    field.type === 'group'
      ? reads(field.rows?.from)
      : field.type === 'evidence'
        ? resources.includes(field.dataset)
        : reads(field.fill?.from);
  return placedFields(form).flatMap(({ field }) => (filled(field) ? [field.id] : []));
}
