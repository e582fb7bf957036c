/** Copies of parts with ids of their own; conditions among the copied parts follow, all others must be known where they go. */
import type { Condition, Field, Section, Step } from '#schemas/form/definition.ts';
import { renameInRule } from '#schemas/form/rename-in-rule.ts';
import { freshId, idsInUse, lastId } from '../../model/ids.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { kindOf, partsOf, type Part } from '../../model/locate.ts';
import { conditionKeys, fieldsNamed, ruleAt, type RuleKey } from '../../model/references.ts';

/** Id → type and words of a question. */
export type Around = { readonly [id: string]: Pick<Field, 'type' | 'label'> };

export interface Copies {
  readonly parts: readonly Part[];
  /** Conditions that had to go, because the question they speak of is not there. */
  readonly conditionsLost: number;
}

/** @param around questions that the parts speak of and that are not among them, as they are where the parts come from */
export function freshCopies(document: BuilderDocument, parts: readonly Part[], around?: Around): Copies {
  const ids = {
    step: idsInUse(document, 'step'),
    section: idsInUse(document, 'section'),
    field: idsInUse(document, 'field'),
  };
  const known = new Set([...ids.field].filter((id) => around === undefined || isTheSame(document, id, around[id])));
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
        // All at once: the copy of `question1` may be called as another of the copied is.
        const after = renameInRule(condition, (id) => renamed.get(id) ?? id);
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

/** Another form may have an id of its own for something else. */
function isTheSame(document: BuilderDocument, id: string, there: Around[string] | undefined): boolean {
  const here = [...partsOf(document).values()].find(({ ref }) => kindOf(ref) === 'field' && lastId(ref) === id)?.part;
  return (
    !!here && !!there && 'type' in here && here.type === there.type && here.label['zh-Hant'] === there.label['zh-Hant']
  );
}

/** What parts speak of beyond themselves. */
export function aroundOf(document: BuilderDocument, parts: readonly Part[]): Around {
  const inside: Part[] = [];
  const walk = (part: Part): void => {
    inside.push(part);
    if ('sections' in part) part.sections.forEach(walk);
    else if ('fields' in part) part.fields.forEach(walk);
  };
  parts.forEach(walk);
  const named = inside.flatMap((part) =>
    conditionKeys.flatMap((key) => {
      const rule = ruleAt(part, key);
      return rule === undefined ? [] : fieldsNamed(rule, key);
    }),
  );
  const own = new Set(inside.map(({ id }) => id));
  return Object.fromEntries(
    [...partsOf(document).values()].flatMap(({ ref, part }) =>
      'type' in part && named.includes(lastId(ref)) && !own.has(part.id)
        ? [[part.id, { type: part.type, label: part.label }]]
        : [],
    ),
  );
}
