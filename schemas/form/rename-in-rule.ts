/** A rule (condition, calculation, end) that speaks of questions by other ids; all at once, so that names can be exchanged. Pure. */
import { isObject } from '../json.ts';

/** @param inner the new id of a question of a group's rows, named by its group's old id; as `named` where absent */
export function renameInRule<Rule>(
  rule: Rule,
  named: (id: string) => string,
  inner: (group: string, id: string) => string = (_group, id) => named(id),
): Rule {
  const other = (id: unknown): unknown => (typeof id === 'string' ? named(id) : id);
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]): [string, unknown] => {
        if (key === 'var') return [key, Array.isArray(value) ? value.map(other) : other(value)];
        if (key !== 'sum' || !Array.isArray(value) || value.length !== 2) return [key, walk(value)];
        const [rows, id] = value as readonly unknown[];
        const group = isObject(rows) ? rows['var'] : undefined;
        const renamed = typeof id !== 'string' ? id : typeof group === 'string' ? inner(group, id) : named(id);
        return [key, [walk(rows), renamed]];
      }),
    );
  };
  return walk(rule) as Rule;
}
