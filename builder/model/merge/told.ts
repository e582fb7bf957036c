/** What comes together by itself, in words: the changes of each that no conflict is about. */
import { compareDocuments } from '#schemas/publish/compare.ts';
import type { Text } from '#schemas/text.ts';
import type { BuilderDocument } from '../document.ts';
import { groupOf, idOf, kindOf } from '../locate.ts';
import type { Ref } from '../locate.ts';
import type { Conflict } from './conflict.ts';
import { treeOf, upwards, type Key } from './tree.ts';

export function toldOf(
  base: BuilderDocument,
  changed: BuilderDocument,
  conflicts: readonly Conflict[],
): readonly Text[] {
  const [before, after] = [treeOf(base.form), treeOf(changed.form)];
  const asked = new Set(conflicts.map(({ id }) => id));
  const keyOf = (ref: Ref): Key => {
    const group = kindOf(ref) === 'field' ? groupOf(ref) : undefined;
    return group ? `field/${idOf(ref).slice(idOf(group).length + 1)}` : ref;
  };
  return compareDocuments(base, changed)
    .filter(({ what, part, path }) => {
      const id = part === undefined ? path.slice(1) : `${keyOf(part as Ref)}/${path.split('/').at(-1)}`;
      if (part !== undefined) {
        const key = keyOf(part as Ref);
        const around = upwards(after.nodes.has(key) ? after : before, key);
        if (around.some((one) => asked.has(`${one}/@there`))) return false;
        const parent = after.nodes.get(key)?.parent ?? '';
        if (what === 'moved') return !asked.has(`${key}/@place`) && !asked.has(`${parent}/@order`);
        if (what !== 'changed') return true;
      }
      return ![...asked].some((one) => one === id || one.startsWith(`${id}/`));
    })
    .map(({ words }) => words);
}
