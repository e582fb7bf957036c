/**
 * Finds parts of a form by reference. A reference names a part by its id, so it outlives moves; inside a group an inner
 * question is `field/group.inner`.
 */
import type { Field, FormDefinition, Section, Step } from '#schemas/form/definition.ts';
import type { BuilderDocument } from './document.ts';
import type { Path } from './json.ts';

export type Ref = `step/${string}` | `section/${string}` | `field/${string}`;
export type Part = Step | Section | Field;

export interface Found {
  readonly ref: Ref;
  readonly part: Part;
  /** From the document's root. */
  readonly path: Path;
}

const indexes = new WeakMap<FormDefinition, ReadonlyMap<Ref, Found>>();

/** In the order of the form: a step before its sections, a section before its questions. */
export function partsOf({ form }: BuilderDocument): ReadonlyMap<Ref, Found> {
  const known = indexes.get(form);
  if (known) return known;
  const index = new Map<Ref, Found>();
  const add = (ref: Ref, part: Part, path: Path): void => void index.set(ref, { ref, part, path });
  form.steps.forEach((step, s) => {
    const stepPath = ['form', 'steps', s];
    add(`step/${step.id}`, step, stepPath);
    step.sections.forEach((section, t) => {
      const sectionPath = [...stepPath, 'sections', t];
      add(`section/${section.id}`, section, sectionPath);
      section.fields.forEach((field, f) => {
        const fieldPath = [...sectionPath, 'fields', f];
        add(`field/${field.id}`, field, fieldPath);
        if (field.type === 'group')
          field.fields.forEach((inner, i) => add(`field/${field.id}.${inner.id}`, inner, [...fieldPath, 'fields', i]));
      });
    });
  });
  indexes.set(form, index);
  return index;
}

export const find = (document: BuilderDocument, ref: Ref): Found | undefined => partsOf(document).get(ref);

export const kindOf = (ref: Ref): 'step' | 'section' | 'field' =>
  ref.slice(0, ref.indexOf('/')) as 'step' | 'section' | 'field';

export const idOf = (ref: Ref): string => ref.slice(ref.indexOf('/') + 1);

/** The question of a reference; undefined for steps and sections. */
export function findField(document: BuilderDocument, ref: Ref): (Found & { readonly part: Field }) | undefined {
  const found = kindOf(ref) === 'field' ? find(document, ref) : undefined;
  return found as (Found & { readonly part: Field }) | undefined;
}

/** The list that a part lies in, and where. */
export const placeOf = ({ path }: Found): { readonly list: Path; readonly index: number } => ({
  list: path.slice(0, -1),
  index: path.at(-1) as number,
});

/** The group that an inner question lies in. */
export const groupOf = (ref: Ref): Ref | undefined => {
  const id = idOf(ref);
  return kindOf(ref) === 'field' && id.includes('.') ? `field/${id.slice(0, id.indexOf('.'))}` : undefined;
};
