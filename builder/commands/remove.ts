/** Removes parts. What other parts' conditions still ask about is refused by name, unless those conditions go with it. */
import { textIn } from '#schemas/text.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import { find, kindOf, partsOf, placeOf, type Found, type Ref } from '../model/locate.ts';
import { dependentsOf, endsNaming } from '../model/references.ts';
import { Draft } from './shared/draft.ts';
import { nameOf, namesOf } from './shared/names.ts';

export interface Remove {
  readonly refs: readonly Ref[];
  /** Conditions of other parts that speak of the removed questions go too. */
  readonly withConditions?: boolean;
}

export const remove: Command<Remove> = {
  id: 'remove',
  run(document, { refs, withConditions = false }) {
    const parts = outermost(refs.flatMap((ref) => find(document, ref) ?? []));
    if (!parts.length) return gone();
    if (document.form.steps.length === parts.filter(({ ref }) => kindOf(ref) === 'step').length)
      return refuse('last-step', '表單至少要有一個步驟。', 'A form has at least one step.');
    const within = ({ path }: Found): boolean => parts.some((part) => isWithin(path, part.path));
    const going = [...partsOf(document).values()].filter(within);
    const left = going
      .filter(({ ref }) => kindOf(ref) === 'field')
      .flatMap(({ ref }) => dependentsOf(document, ref))
      .filter((dependent) => !within(dependent));
    const ends = new Map(
      going
        .filter(({ ref }) => kindOf(ref) === 'field')
        .flatMap(({ ref }) => endsNaming(document, ref).map(({ index, end }) => [index, end] as const)),
    );
    if ((left.length || ends.size) && !withConditions) {
      const names = [
        ...new Map(left.map((one) => [one.ref, nameOf(one)])).values(),
        ...[...ends.values()].map(({ title }) =>
          say(`結束規則「${title['zh-Hant']}」`, `the end "${textIn(title, 'en')}"`),
        ),
      ];
      return refuse(
        'in-use',
        `${names.map((name) => name['zh-Hant']).join('、')}的條件或計算用到要刪除的題目。`,
        `Rules of ${names.map(({ en }) => en).join(', ')} ask about what is to be removed.`,
        left.map(({ ref }) => ref),
      );
    }
    const draft = new Draft(document);
    for (const { path, key } of left) draft.set(path, key, undefined);
    if (ends.size === document.form.ends?.length) draft.set(['form'], 'ends', undefined);
    else for (const index of [...ends.keys()].sort((a, b) => b - a)) draft.remove(['form', 'ends'], index);
    for (const part of [...parts].reverse()) {
      const { list, index } = placeOf(part);
      draft.remove(list, index);
    }
    const names = namesOf(parts);
    return {
      changes: draft.changes,
      words: say(`刪除${names['zh-Hant']}`, `Removed ${names.en}`),
      select: nextTo(
        parts,
        [...partsOf(document).values()].filter((found) => !within(found)),
      ),
    };
  },
};

const isWithin = (path: Found['path'], outer: Found['path']): boolean =>
  outer.every((part, index) => path[index] === part);

/** In the order of the form, without parts that lie in other parts. */
export function outermost(parts: readonly Found[]): readonly Found[] {
  const unique = [...new Map(parts.map((part) => [part.ref, part])).values()];
  return unique
    .filter(({ path, ref }) => !unique.some((other) => other.ref !== ref && isWithin(path, other.path)))
    .sort((a, b) => inOrder(a.path, b.path));
}

function inOrder(a: Found['path'], b: Found['path']): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]];
    if (typeof left === 'number' && typeof right === 'number' && left !== right) return left - right;
  }
  return a.length - b.length;
}

/** Where the focus goes: the part of the same list that took the place, else the one before. */
function nextTo(parts: readonly Found[], rest: readonly Found[]): readonly Ref[] {
  const last = parts.at(-1);
  if (!last) return [];
  const { list, index } = placeOf(last);
  const siblings = rest.filter((one) => one.path.slice(0, -1).join('/') === list.join('/'));
  const after = siblings.find((one) => placeOf(one).index > index) ?? siblings.at(-1);
  return after ? [after.ref] : [];
}
