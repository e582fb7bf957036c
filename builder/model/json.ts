/** Plain JSON trees, addressed by paths. Never changed in place: an update shares everything off its path. */
import { isObject } from '#schemas/json.ts';
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** Keys and list positions from the root. */
export type Path = readonly (string | number)[];

class PathError extends Error {
  readonly code = 'path';
}

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Undefined where nothing lies. */
export function at(root: Json, path: Path): Json | undefined {
  let node: Json | undefined = root;
  for (const part of path) {
    if (typeof part === 'number' && isList(node)) node = node[part];
    else if (typeof part === 'string' && isObject(node) && Object.hasOwn(node, part)) node = node[part];
    else return undefined;
  }
  return node;
}

/** @throws PathError where the path leads nowhere */
export function update(root: Json, path: Path, change: (node: Json) => Json): Json {
  const [part, ...rest] = path;
  if (part === undefined) return change(root);
  if (typeof part === 'number' && isList(root) && part >= 0 && part < root.length)
    return root.map((item, index) => (index === part ? update(item, rest, change) : item));
  if (typeof part === 'string' && isObject(root) && root[part] !== undefined)
    return { ...root, [part]: update(root[part], rest, change) };
  throw new PathError(`nothing at ${path.join('/')}`);
}

/** Deep equality; an absent key and an undefined one are the same. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}
