/** What no question uses is not kept: cuts a normalised payload, with its raw texts, down to the asked paths. */
import type { Normalised, NormalValue } from '../datasets/types.ts';

type Data = { readonly [key: string]: NormalValue | undefined };
interface Tree {
  readonly whole: boolean;
  readonly inner: ReadonlyMap<string, Tree>;
}

const namesOf = (path: string): string[] =>
  path
    .slice(1)
    .split(/\.|\[\*\]/)
    .filter(Boolean);

const plant = (paths: readonly (readonly string[])[]): Tree => {
  const heads = new Set(paths.flatMap(([head]) => (head === undefined ? [] : [head])));
  return {
    whole: paths.some((path) => path.length === 0),
    inner: new Map(
      [...heads].map((head) => [head, plant(paths.filter((path) => path[0] === head).map((path) => path.slice(1)))]),
    ),
  };
};

const cut = (value: NormalValue, tree: Tree): NormalValue => {
  if (tree.whole) return value;
  if (Array.isArray(value)) return (value as readonly NormalValue[]).map((item) => cut(item, tree));
  return typeof value === 'object' ? cutData(value as Data, tree) : value;
};

const cutData = (data: Data, tree: Tree): { [key: string]: NormalValue } => {
  const kept: { [key: string]: NormalValue } = {};
  for (const [name, inner] of tree.inner) {
    const value = data[name];
    if (value !== undefined) kept[name] = cut(value, inner);
  }
  return kept;
};

const used = (names: readonly string[], tree: Tree): boolean => {
  if (tree.whole) return true;
  const [head, ...tail] = names;
  const inner = head === undefined ? undefined : tree.inner.get(head);
  if (inner === undefined) return false;
  // A raw address is one text with everything in it: kept only where the whole address is used.
  return tail.length === 0 ? inner.whole || inner.inner.has('whole') : used(tail, inner);
};

/** `paths`: plain normal paths, as the keys of `askedFields`. */
export const purge = (normalised: Normalised, paths: Iterable<string>): Normalised => {
  const tree = plant([...paths].map(namesOf));
  return {
    data: tree.whole ? normalised.data : cutData(normalised.data, tree),
    raw: Object.fromEntries(
      Object.entries(normalised.raw).filter(([path]) => used(namesOf(path.replace(/\[\d+\]/g, '[*]')), tree)),
    ),
    unknown: tree.whole ? normalised.unknown : [],
  };
};
