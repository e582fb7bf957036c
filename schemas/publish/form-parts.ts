/** Where things are in a document: parts of the form as the builder names them, found by JSON Pointer. */
import type { Field, FormDefinition, Section, Step } from '../form/definition.ts';
import type { Text } from '../text.ts';
import type { TaskPlace } from './task.ts';

export interface PartAt {
  /** `step/…`, `section/…`, `field/…`, inside a group `field/group.inner`. */
  readonly ref: string;
  readonly kind: 'step' | 'section' | 'field';
  readonly part: Step | Section | Field;
  /** JSON Pointer into the form's definition. */
  readonly path: string;
  /** The part that it lies in. */
  readonly parent?: string;
}

const cache = new WeakMap<FormDefinition, readonly PartAt[]>();

/** In the order of the form: a step before its sections, a section before its questions. */
export function partsOf(form: FormDefinition): readonly PartAt[] {
  const known = cache.get(form);
  if (known) return known;
  const parts: PartAt[] = [];
  form.steps.forEach((step, s) => {
    const stepPath = `/steps/${s}`;
    const stepRef = `step/${step.id}`;
    parts.push({ ref: stepRef, kind: 'step', part: step, path: stepPath });
    step.sections.forEach((section, t) => {
      const path = `${stepPath}/sections/${t}`;
      const ref = `section/${section.id}`;
      parts.push({ ref, kind: 'section', part: section, path, parent: stepRef });
      section.fields.forEach((field, f) => addField(parts, field, `${path}/fields/${f}`, ref));
    });
  });
  cache.set(form, parts);
  return parts;
}

function addField(parts: PartAt[], field: Field, path: string, parent: string): void {
  const ref = `field/${field.id}`;
  parts.push({ ref, kind: 'field', part: field, path, parent });
  if (field.type !== 'group') return;
  field.fields.forEach((inner, i) =>
    parts.push({
      ref: `field/${field.id}.${inner.id}`,
      kind: 'field',
      part: inner,
      path: `${path}/fields/${i}`,
      parent: ref,
    }),
  );
}

export const titleOf = ({ part }: Pick<PartAt, 'part'>): Text => ('label' in part ? part.label : part.title);

const kinds: { readonly [Kind in PartAt['kind']]: Text } = {
  step: { 'zh-Hant': '步驟', en: 'Step' },
  section: { 'zh-Hant': '區段', en: 'Section' },
  field: { 'zh-Hant': '題目', en: 'Question' },
};

/** 題目「姓名」 */
export function nameOf(at: PartAt): Text {
  const title = titleOf(at);
  const id = at.part.id;
  return {
    'zh-Hant': `${kinds[at.kind]['zh-Hant']}「${title['zh-Hant'] || id}」`,
    en: `${kinds[at.kind].en} "${title.en || title['zh-Hant'] || id}"`,
  };
}

export const partByRef = (form: FormDefinition, ref: string): PartAt | undefined =>
  partsOf(form).find((at) => at.ref === ref);

/** The innermost part that a JSON Pointer into the definition leads into, with the key in it. */
export function placeOfPointer(form: FormDefinition, pointer: string): TaskPlace {
  const inside = partsOf(form).filter(({ path }) => pointer === path || pointer.startsWith(`${path}/`));
  const innermost = inside.at(-1);
  if (!innermost) return { service: ['form', ...pointer.split('/').slice(1, 2)] };
  const key = pointer.slice(innermost.path.length + 1).split('/')[0];
  return { part: innermost.ref, ...(key ? { key } : {}) };
}
