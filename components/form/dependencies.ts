import type { FormDefinition } from '#schemas/form/definition.ts';

/** The fields that a rule names: a condition, or a calculation. */
export function fieldsIn(node: unknown, found = new Set<string>()): ReadonlySet<string> {
  for (const [key, value] of Object.entries(typeof node === 'object' ? (node ?? {}) : {})) {
    if (key === 'var') found.add(String(value));
    else fieldsIn(value, found);
  }
  return found;
}

/** The fields that a rule of a step, section or field mentions. An answer to any other one opens, closes and changes nothing. */
export const mentionedFields = ({ steps }: FormDefinition): ReadonlySet<string> =>
  // Rules inside a group see their own row alone: the group deals with them.
  fieldsIn(
    steps.map(({ show, sections }) => [
      show,
      sections.map((section) => [
        section.show,
        section.fields.map((field) => [field.show, 'calculate' in field && field.calculate]),
      ]),
    ]),
  );
