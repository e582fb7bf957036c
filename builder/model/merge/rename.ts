/** Other ids for several parts at once; every rule that speaks of them follows. */
import type { Field, Section, Step } from '#schemas/form/definition.ts';
import { renameInRule } from '#schemas/form/rename-in-rule.ts';
import type { BuilderDocument } from '../document.ts';
import type { Part } from '../locate.ts';
import type { Key } from './tree.ts';

/** Key of a part → its new id. */
export type Renaming = ReadonlyMap<Key, string>;

const rules = ['show', 'requiredWhen', 'calculate', 'when'] as const;

export function renameParts(document: BuilderDocument, renaming: Renaming): BuilderDocument {
  const { form } = document;
  // Questions of a form and of its groups share one space of ids, so that one table serves every level.
  const other = (id: string): string => renaming.get(`field/${id}`) ?? id;
  const ruled = <Thing extends object>(thing: Thing): Thing =>
    Object.fromEntries(
      Object.entries(thing).map(([key, value]) => [
        key,
        (rules as readonly string[]).includes(key) ? renameInRule(value as unknown, other) : value,
      ]),
    ) as Thing;
  const named = <P extends Part>(kind: string, part: P): P => {
    const id = renaming.get(`${kind}/${part.id}`);
    return id === undefined ? ruled(part) : { ...ruled(part), id };
  };
  const field = (one: Field): Field => {
    const now = named('field', one);
    return now.type === 'group' ? { ...now, fields: now.fields.map(field) } : now;
  };
  const section = (one: Section): Section => ({ ...named('section', one), fields: one.fields.map(field) });
  const step = (one: Step): Step => ({ ...named('step', one), sections: one.sections.map(section) });
  return {
    ...document,
    form: { ...form, steps: form.steps.map(step), ...(form.ends ? { ends: form.ends.map(ruled) } : {}) },
  };
}
