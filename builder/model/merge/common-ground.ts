/**
 * What two documents have in common, as what they may have begun from where nobody knows any more: then whatever differs is
 * asked about, and nothing that only one has is taken away.
 */
import type { BuilderDocument } from '../document.ts';
import { same, type Json, type JsonObject } from '../json.ts';
import { isGroup, stepsOf, treeOf, type Key, type Node, type Tree } from './tree.ts';
import { isObject } from '#schemas/json.ts';

export function commonGround(a: BuilderDocument, b: BuilderDocument): BuilderDocument {
  const [left, right] = [treeOf(a.form), treeOf(b.form)];
  const nodes = new Map<Key, Node>();
  const children = new Map<Key, Key[]>();
  for (const [key, node] of left.nodes) {
    const other = right.nodes.get(key);
    const around = node.parent === 'form' || nodes.has(node.parent);
    if (!other || other.parent !== node.parent || !around || isGroup(other) !== isGroup(node) || isAnother(node, other))
      continue;
    nodes.set(key, { ...node, props: common(node.props, other.props) });
    children.set(node.parent, [...(children.get(node.parent) ?? []), key]);
  }
  const tree: Tree = { nodes, children };
  const form = common(a.form as unknown as JsonObject, b.form as unknown as JsonObject);
  const service = common(a.service as unknown as JsonObject, b.service as unknown as JsonObject);
  return { service, form: { ...form, steps: stepsOf(tree) as unknown as Json } } as unknown as BuilderDocument;
}

/** Every new question is called `question1`: alike in neither words nor type, two designers mean two. */
const isAnother = (a: Node, b: Node): boolean =>
  /^question\d+$/.test(String(a.props['id'])) &&
  a.props['type'] !== b.props['type'] &&
  !same(a.props['label'], b.props['label']);

const common = (a: JsonObject, b: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(a).flatMap(([key, value]) => {
      const other = b[key];
      if (same(value, other)) return [[key, value] as const];
      return isObject(value) && isObject(other) ? [[key, common(value, other)] as const] : [];
    }),
  );
