/**
 * A form of which two parts have one id → the same form with ids of their own; the first keeps its id. What speaks of a
 * question follows the one that it can mean: of its own level (a rule in a group knows the group's questions), the last before
 * it. Pure; a form whose ids are unique comes back as it is.
 */
import type { Text } from '../text.ts';
import type { ChoiceField, End, Field, FormDefinition, Section, Step } from './definition.ts';
import { freshId } from './fresh-id.ts';
import { renameInRule } from './rename-in-rule.ts';

export interface Renamed {
  readonly kind: 'role' | 'step' | 'section' | 'field' | 'end' | 'option';
  /** What people call it. */
  readonly title: Text;
  readonly from: string;
  readonly to: string;
}

export interface UniqueIds {
  readonly form: FormDefinition;
  /** In the order of the form. */
  readonly renamed: readonly Renamed[];
}

/** A question as it was and as it is called now, with the group that it lies in. */
interface Known {
  readonly id: string;
  readonly now: string;
  readonly group: Known | undefined;
}

const rules = ['show', 'requiredWhen', 'calculate'] as const;

export function withUniqueIds(form: FormDefinition): UniqueIds {
  const renamed: Renamed[] = [];
  /** Ids of one kind share one space; none is given that another part has further on. */
  const naming = (kind: Renamed['kind'], all: readonly string[]) => {
    const used = new Set(all);
    const seen = new Set<string>();
    return (id: string, title: Text): string => {
      if (!seen.has(id) && !(id in {})) {
        seen.add(id);
        return id;
      }
      const to = freshId(used, id);
      renamed.push({ kind, title, from: id, to });
      return to;
    };
  };
  const sections = form.steps.flatMap((step) => step.sections);
  const fields = sections.flatMap((section) => section.fields).flatMap((field) => [field, ...innerOf(field)]);
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  const names = {
    role: naming('role', ids(form.roles)),
    step: naming('step', ids(form.steps)),
    section: naming('section', ids(sections)),
    field: naming('field', ids(fields)),
    end: naming('end', ids(form.ends ?? [])),
  };

  const roles = form.roles.map((role) => ({ ...role, id: names.role(role.id, role.title) }));
  const inOrder: Known[] = [];
  const know = (field: Field, group?: Known): void => {
    const one = { id: field.id, now: names.field(field.id, field.label), group };
    inOrder.push(one);
    for (const inner of innerOf(field)) know(inner, one);
  };
  const stepIds = form.steps.map((step) => names.step(step.id, step.title));
  const sectionIds = sections.map((section) => names.section(section.id, section.title));
  for (const section of sections) for (const field of section.fields) know(field);

  /** @param place how many questions stand before the rule */
  const meant = (id: string, group: Known | undefined, place: number): Known | undefined => {
    const level = inOrder.filter((one) => one.id === id && one.group === group);
    const before = level.filter((one) => inOrder.indexOf(one) < place);
    return before.at(-1) ?? level[0];
  };
  const ruled = <Part extends object>(
    part: Part,
    group: Known | undefined,
    place: number,
    keys: readonly string[],
  ): Part =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        keys.includes(key)
          ? renameInRule(
              value as unknown,
              (id) => meant(id, group, place)?.now ?? id,
              (rows, id) => inOrder.find((one) => one.id === id && one.group === meant(rows, group, place))?.now ?? id,
            )
          : value,
      ]),
    ) as Part;

  let place = 0;
  let sectionPlace = 0;
  const field = (one: Field): Field => {
    const { now, group } = inOrder[place]!;
    const at = place;
    place += 1;
    const next = { ...ruled(one, group, at, rules), id: now };
    if (next.type === 'group') return { ...next, fields: next.fields.map(field) };
    return next.type === 'choice' ? { ...next, options: optionsOf(next, renamed) } : next;
  };
  const section = (one: Section): Section => ({
    ...ruled(one, undefined, place, rules),
    id: sectionIds[sectionPlace++]!,
    fields: one.fields.map(field),
  });
  const steps = form.steps.map((one, at): Step => ({
    ...ruled(one, undefined, place, rules),
    id: stepIds[at]!,
    sections: one.sections.map(section),
  }));
  const ends = form.ends?.map((end): End => ({
    ...ruled(end, undefined, inOrder.length, ['when']),
    id: names.end(end.id, end.title),
  }));
  return renamed.length ? { form: { ...form, roles, steps, ...(ends ? { ends } : {}) }, renamed } : { form, renamed };
}

const innerOf = (field: Field): readonly Field[] => (field.type === 'group' ? field.fields : []);

function optionsOf({ options }: ChoiceField, renamed: Renamed[]): ChoiceField['options'] {
  const used = new Set(options.map(({ value }) => value));
  const seen = new Set<string>();
  return options.map((option) => {
    if (!seen.has(option.value)) {
      seen.add(option.value);
      return option;
    }
    const to = freshId(used, option.value);
    renamed.push({ kind: 'option', title: option.label, from: option.value, to });
    return { ...option, value: to };
  });
}

const kinds: { readonly [Kind in Renamed['kind']]: Text } = {
  role: { 'zh-Hant': '角色', en: 'Role' },
  step: { 'zh-Hant': '步驟', en: 'Step' },
  section: { 'zh-Hant': '區段', en: 'Section' },
  field: { 'zh-Hant': '題目', en: 'Question' },
  end: { 'zh-Hant': '無法申請的情形', en: 'End' },
  option: { 'zh-Hant': '選項', en: 'Option' },
};

/** 題目「電話」的代號「question1」重複，改為「question2」 */
export function wordsOfRenamed({ kind, title, from, to }: Renamed): Text {
  const zh = title['zh-Hant'] || from;
  return {
    'zh-Hant': `${kinds[kind]['zh-Hant']}「${zh}」的代號「${from}」重複，改為「${to}」`,
    en: `${kinds[kind].en} "${title.en || zh}" is "${to}" now: "${from}" was there twice`,
  };
}
