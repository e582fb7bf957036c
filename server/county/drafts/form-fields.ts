/** Finding one's way in a form definition. */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';

export interface PlacedField {
  readonly field: Field;
  /** The person that its section is about. */
  readonly role?: string;
}

/** All fields in order, groups as one. */
export const placedFields = (form: FormDefinition): readonly PlacedField[] =>
  form.steps.flatMap((step) =>
    step.sections.flatMap(({ fields, role }) =>
      fields.map((field) => (role === undefined ? { field } : { field, role })),
    ),
  );

/** A question by its id, wherever it stands, but for those inside a group's rows. → undefined: none has it */
export const fieldOf = (form: FormDefinition, id: string): Field | undefined =>
  placedFields(form).find(({ field }) => field.id === id)?.field;

/** The question that asks for the applicant's own national id: it is what progress is looked up with. */
export function applicantIdField(form: FormDefinition): string | undefined {
  const asking = placedFields(form).filter(({ field }) => field.type === 'national-id');
  return (asking.find(({ role }) => role === 'applicant') ?? asking.find(({ role }) => role === undefined))?.field.id;
}
