/** Copies of parts with ids of their own; conditions among the copied parts follow, all others must be known where they go. */
import type { Condition, Field, Section, Step } from '../../../schemas/form/definition.ts';
import { freshId, idsInUse } from '../../model/ids.ts';
import type { BuilderDocument } from '../../model/document.ts';
import type { Json } from '../../model/json.ts';
import type { Part } from '../../model/locate.ts';
import { conditionKeys, fieldsNamed, renamedIn, ruleAt, type RuleKey } from '../../model/references.ts';

export interface Copies {
  readonly parts: readonly Part[];
  /** Conditions that had to go, because the question they speak of is not there. */
  readonly conditionsLost: number;
}

export function freshCopies(document: BuilderDocument, parts: readonly Part[]): Copies {
  const ids = {
    step: idsInUse(document, 'step'),
    section: idsInUse(document, 'section'),
    field: idsInUse(document, 'field'),
  };
  const known = new Set(ids.field);
  const roles = new Set(document.form.roles.map(({ id }) => id));
  const renamed = new Map<string, string>();
  let conditionsLost = 0;

  const named = (field: Field): Field => {
    const id = freshId(ids.field, field.id);
    renamed.set(field.id, id);
    return field.type === 'group' ? { ...field, id, fields: field.fields.map(named) } : { ...field, id };
  };
  const section = (one: Section): Section => {
    const { role, ...rest } = one;
    const copy = { ...rest, id: freshId(ids.section, one.id), fields: one.fields.map(named) };
    return role !== undefined && roles.has(role) ? { ...copy, role } : copy;
  };
  const step = (one: Step): Step => ({ ...one, id: freshId(ids.step, one.id), sections: one.sections.map(section) });
  const copied = parts.map((part): Part =>
    'sections' in part ? step(part) : 'label' in part ? named(part) : section(part),
  );

  const follow = <P extends Part>(part: P): P => {
    let next: P = part;
    for (const key of conditionKeys) {
      const condition = ruleAt(part, key);
      if (!condition) continue;
      const { [key]: _old, ...rest } = next as P & { readonly [key in RuleKey]?: Condition };
      if (fieldsNamed(condition, key).every((id) => renamed.has(id) || known.has(id))) {
        const after = [...renamed].reduce<Json>((now, [from, to]) => renamedIn(now, from, to), condition as Json);
        next = { ...rest, [key]: after } as unknown as P;
      } else {
        conditionsLost += 1;
        next = rest as unknown as P;
      }
    }
    if ('sections' in next) return { ...next, sections: next.sections.map(follow) };
    if ('fields' in next) return { ...next, fields: next.fields.map(follow) };
    return next;
  };
  return { parts: copied.map(follow), conditionsLost };
}
