/**
 * Items without a name (what to bring): an item is the one that it was if nothing but it changed between its neighbours.
 * Gives every item a name, the same one in each of the three lists.
 */
import { same, type Json } from '../json.ts';

type Items = readonly Json[];
type Named = ReadonlyMap<string, Json>;

export function linesNamed(base: Items, mine: Items, theirs: Items): readonly [Named, Named, Named] {
  const names = base.map((_item, index) => `${index}`);
  const own = new Map(names.map((name, index) => [name, base[index] as Json]));
  return [own, withNames(base, mine, 'm'), withNames(base, theirs, 't')];
}

function withNames(base: Items, list: Items, prefix: string): Named {
  const pairs = [...commonOf(base, list), [base.length, list.length] as const];
  const named = new Map<string, Json>();
  let [from, at] = [0, 0];
  for (const [b, l] of pairs) {
    // As many as before between two that stayed: they were changed, one by one.
    const changed = b - from === l - at;
    for (let n = 0; n < l - at; n += 1) {
      const item = list[at + n] as Json;
      named.set(changed ? `${from + n}` : `${prefix}${at + n}`, item);
    }
    if (b < base.length) named.set(`${b}`, list[l] as Json);
    [from, at] = [b + 1, l + 1];
  }
  return named;
}

/** Indexes of a longest run of items that both have, in order. */
function commonOf(a: Items, b: Items): readonly (readonly [number, number])[] {
  const length = a.map(() => b.map(() => 0));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (length[i] as number[])[j] = same(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (same(a[i], b[j])) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  return pairs;
}
