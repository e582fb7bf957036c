/**
 * Options, roles and ends that both have added under one name (the second new option is `option3` for everybody) are two:
 * mine get another name, and what speaks of them follows.
 */
import type { ChoiceField, End, Field, Option, Role, Section } from '#schemas/form/definition.ts';
import type { Text } from '#schemas/text.ts';
import { say } from '../command.ts';
import type { BuilderDocument } from '../document.ts';
import { freshId } from '../ids.ts';
import { isList, same, type Json } from '../json.ts';
import { isObject } from '#schemas/json.ts';

interface Documents {
  readonly base: BuilderDocument;
  readonly mine: BuilderDocument;
  readonly theirs: BuilderDocument;
}

/** @returns mine, with other names where they had to be */
export function apartItems({ base, mine, theirs }: Documents): {
  readonly mine: BuilderDocument;
  readonly notes: readonly Text[];
} {
  const notes: Text[] = [];
  const note = (title: Text, from: string, to: string): void =>
    void notes.push(
      say(
        `「${title['zh-Hant']}」的代號改為「${to}」，對方也新增了「${from}」`,
        `"${title.en || title['zh-Hant']}" is "${to}" now: both added "${from}"`,
      ),
    );
  let { form } = mine;
  const [before, other] = [choices(base), choices(theirs)];
  for (const [id, { options }] of choices(mine)) {
    const taken = clashing(options, before.get(id)?.options ?? [], other.get(id)?.options ?? [], ({ value }) => value);
    for (const [from, to] of taken) {
      const option = options.find(({ value }) => value === from)!;
      note(option.label, from, to);
      form = withOption(form, id, option, to);
    }
  }
  const roles = clashing(form.roles, base.form.roles, theirs.form.roles, ({ id }) => id);
  for (const [from, to] of roles) {
    note(form.roles.find(({ id }) => id === from)!.title, from, to);
    form = withRole(form, from, to);
  }
  const [endsBefore, endsTheirs] = [base.form.ends ?? [], theirs.form.ends ?? []];
  const ends = clashing(form.ends ?? [], endsBefore, endsTheirs, ({ id }) => id);
  if (form.ends && ends.size)
    form = { ...form, ends: form.ends.map((end): End => ({ ...end, id: ends.get(end.id) ?? end.id })) };
  for (const [from, to] of ends) note(form.ends!.find(({ id }) => id === to)!.title, from, to);
  return { mine: form === mine.form ? mine : { ...mine, form }, notes };
}

type Form = BuilderDocument['form'];

/** Name → the other that mine gets. Alike in everything, it is one thing. */
function clashing<Item extends Option | Role | End>(
  mine: readonly Item[],
  base: readonly Item[],
  theirs: readonly Item[],
  name: (item: Item) => string,
): ReadonlyMap<string, string> {
  const used = new Set([...mine, ...base, ...theirs].map(name));
  const names = new Map<string, string>();
  for (const item of mine) {
    const key = name(item);
    const twin = theirs.find((one) => name(one) === key);
    if (!twin || base.some((one) => name(one) === key) || same(item as unknown as Json, twin as unknown as Json))
      continue;
    names.set(key, freshId(used, key));
  }
  return names;
}

const choices = ({ form }: BuilderDocument): ReadonlyMap<string, ChoiceField> => {
  const all = form.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  return new Map(
    all
      .flatMap((field) => [field, ...(field.type === 'group' ? field.fields : [])])
      .flatMap((field) => (field.type === 'choice' ? [[field.id, field] as const] : [])),
  );
};

function withOption(form: Form, id: string, option: Option, to: string): Form {
  const ruled = <Thing extends object>(thing: Thing): Thing =>
    Object.fromEntries(
      Object.entries(thing).map(([key, value]) => [
        key,
        ['show', 'requiredWhen', 'calculate', 'when'].includes(key)
          ? otherLiteral(value as Json, id, option.value, to)
          : value,
      ]),
    ) as Thing;
  const field = (one: Field): Field => {
    const now = ruled(one);
    if (now.type === 'group') return { ...now, fields: now.fields.map(field) };
    if (now.id !== id || now.type !== 'choice') return now;
    return { ...now, options: now.options.map((each) => (each === option ? { ...each, value: to } : each)) };
  };
  const section = (one: Section): Section => ({ ...ruled(one), fields: one.fields.map(field) });
  return {
    ...form,
    steps: form.steps.map((step) => ({ ...ruled(step), sections: step.sections.map(section) })),
    ...(form.ends ? { ends: form.ends.map(ruled) } : {}),
  };
}

/** The same rule, where it compares the answer of this question with this value. */
function otherLiteral(rule: Json, field: string, from: string, to: string): Json {
  const asks = (node: Json): boolean => isObject(node) && node['var'] === field;
  const literal = (node: Json): Json =>
    node === from ? to : isList(node) ? node.map((one) => (one === from ? to : one)) : node;
  if (isList(rule)) return rule.map((item) => otherLiteral(item, field, from, to));
  if (!isObject(rule)) return rule;
  return Object.fromEntries(
    Object.entries(rule).flatMap(([operator, args]): [string, Json][] => {
      if (args === undefined) return [];
      if (isList(args) && args.length === 2 && args.some(asks)) return [[operator, args.map(literal)]];
      return [[operator, otherLiteral(args, field, from, to)]];
    }),
  );
}

function withRole(form: Form, from: string, to: string): Form {
  return {
    ...form,
    roles: form.roles.map((role) => (role.id === from ? { ...role, id: to } : role)),
    steps: form.steps.map((step) => ({
      ...step,
      sections: step.sections.map((section) => (section.role === from ? { ...section, role: to } : section)),
    })),
  };
}
