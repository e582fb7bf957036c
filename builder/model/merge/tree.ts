/** A form as its parts, each apart from what lies in it, known by its id wherever it lies. */
import type { Field, FormDefinition, Section, Step } from '#schemas/form/definition.ts';
import { nameOf } from '#schemas/publish/form-parts.ts';
import type { Text } from '#schemas/text.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Part, Ref } from '../locate.ts';

export type Kind = 'step' | 'section' | 'field';
/** `step/…`, `section/…`, `field/…`; a question in a group has no other than one outside, so that it can move. */
export type Key = string;
/** What steps lie in. */
export const root = 'form';

export interface Node {
  readonly kind: Kind;
  readonly parent: Key;
  /** Without what lies in it. */
  readonly props: JsonObject;
}

export interface Tree {
  readonly nodes: ReadonlyMap<Key, Node>;
  /** In order. */
  readonly children: ReadonlyMap<Key, readonly Key[]>;
}

export const isGroup = (node: Node | undefined): boolean => node?.kind === 'field' && node.props['type'] === 'group';

/** The group that a question lies in. */
export const groupAround = (tree: Tree, key: Key): Key | undefined => {
  const parent = tree.nodes.get(key)?.parent;
  return parent?.startsWith('field/') ? parent : undefined;
};

export function treeOf({ steps }: Pick<FormDefinition, 'steps'>): Tree {
  const nodes = new Map<Key, Node>();
  const children = new Map<Key, Key[]>();
  const add = (kind: Kind, part: Part, parent: Key, lists: readonly string[]): Key => {
    const plain = `${kind}/${part.id}`;
    let key = plain;
    for (let n = 2; nodes.has(key); n += 1) key = `${plain}#${n}`;
    const props = Object.fromEntries(Object.entries(part).filter(([name]) => !lists.includes(name)));
    nodes.set(key, { kind, parent, props: props as JsonObject });
    children.set(parent, [...(children.get(parent) ?? []), key]);
    return key;
  };
  const addField = (field: Field, parent: Key): void => {
    const key = add('field', field, parent, field.type === 'group' ? ['fields'] : []);
    if (field.type === 'group') for (const inner of field.fields) addField(inner, key);
  };
  for (const step of steps) {
    const stepKey = add('step', step, root, ['sections']);
    for (const section of step.sections) {
      const sectionKey = add('section', section, stepKey, ['fields']);
      for (const field of section.fields) addField(field, sectionKey);
    }
  }
  return { nodes, children };
}

export function stepsOf(tree: Tree): readonly Step[] {
  const within = (key: Key): readonly Key[] => tree.children.get(key) ?? [];
  const props = (key: Key): JsonObject => tree.nodes.get(key)?.props ?? {};
  const field = (key: Key): Field =>
    ({
      ...props(key),
      ...(isGroup(tree.nodes.get(key)) ? { fields: within(key).map(field) } : {}),
    }) as unknown as Field;
  const section = (key: Key): Section => ({ ...props(key), fields: within(key).map(field) }) as unknown as Section;
  return within(root).map((key) => ({ ...props(key), sections: within(key).map(section) }) as unknown as Step);
}

/** As the builder and the list of changes refer to a part. */
export function refOf(tree: Tree, key: Key): Ref {
  const group = groupAround(tree, key);
  return (group ? `${group}.${key.slice('field/'.length)}` : key) as Ref;
}

/** 題目「電話」 */
export const wordsOf = ({ kind, props }: Node): Text =>
  nameOf({ kind, part: props as unknown as Part, ref: '', path: '' });

/** With everything in it, as it stands in a form. */
export function partOf(tree: Tree, key: Key): Json {
  const inside = (tree.children.get(key) ?? []).map((one) => partOf(tree, one));
  const node = tree.nodes.get(key) as Node;
  const list = node.kind === 'step' ? 'sections' : node.kind === 'section' || isGroup(node) ? 'fields' : undefined;
  return list ? { ...node.props, [list]: inside } : node.props;
}

/** It and all that it lies in, innermost first. */
export function upwards(tree: Tree, key: Key): readonly Key[] {
  const keys: Key[] = [];
  for (let at: Key | undefined = key; at !== undefined && at !== root; at = tree.nodes.get(at)?.parent) keys.push(at);
  return keys;
}
