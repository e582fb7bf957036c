import type { FormDefinition } from '../../schemas/form/definition.ts';

/** The fields that a condition of a step, section or field mentions. An answer to any other one opens and closes nothing. */
export function mentionedFields(definition: FormDefinition): ReadonlySet<string> {
  const mentioned = new Set<string>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'var') mentioned.add(String(Array.isArray(value) ? value[0] : value));
      else look(value);
    }
  };
  for (const step of definition.steps) {
    look(step.show);
    for (const section of step.sections) {
      look(section.show);
      // Conditions inside a group see their own row alone: the group deals with them.
      for (const field of section.fields) look(field.show);
    }
  }
  return mentioned;
}
