/** Moves parts, several at once, keeping their order: questions between sections and groups, sections between steps, steps. */
import type { Field } from '#schemas/form/definition.ts';
import { gone, refuse, say, type Command, type Refusal } from '../model/command.ts';
import type { BuilderDocument } from '../model/document.ts';
import type { Path } from '../model/json.ts';
import { find, groupOf, idOf, kindOf, placeOf, type Found, type Ref } from '../model/locate.ts';
import { conditionKeys, dependentsOf, ruleAt } from '../model/references.ts';
import { outermost } from './remove.ts';
import { lastId } from '../model/ids.ts';
import { Draft } from './shared/draft.ts';
import { namesOf, sameKind } from './shared/names.ts';
import { clamp, openPlace, refAt, type Place } from './shared/place.ts';

export interface Move {
  readonly refs: readonly Ref[];
  /** Questions: a section or group; sections: a step; steps: `form`. `index` as the list is now. */
  readonly to: { readonly parent: Ref | 'form'; readonly index: number };
}

export const move: Command<Move> = {
  id: 'move',
  run(document, { refs, to }) {
    const parts = outermost(refs.flatMap((ref) => find(document, ref) ?? []));
    if (!parts.length) return gone();
    if (!sameKind(parts.map(({ ref }) => ref)))
      return refuse('mixed', '題目、區段和步驟請分開移動。', 'Move questions, sections and steps apart.');
    const list = listFor(document, parts, to);
    if ('refused' in list) return list;
    const here = parts.map(placeOf).filter((place) => place.list.join('/') === list.path.join('/'));
    const index = clamp(to.index, list.length);
    const before = here.filter((place) => place.index < index).length;
    const draft = new Draft(document);
    for (const part of [...parts].reverse()) {
      const place = placeOf(part);
      draft.remove(place.list, place.index);
    }
    // Taking parts out of a list moves what comes after them in the lists around the target too.
    const target = listAfter(draft.document, to.parent);
    const start = Math.max(0, Math.min(to.index, list.length) - before);
    parts.forEach(({ part }, offset) => draft.insert(target, start + offset, part));
    const names = namesOf(parts);
    const place = to.parent === 'form' ? undefined : (to as Place);
    return {
      changes: stays(parts, here, index, list.path) ? [] : draft.changes,
      words: say(`移動${names['zh-Hant']}`, `Moved ${names.en}`),
      select: parts.map(({ ref }) => (place && kindOf(ref) === 'field' ? refAt(place, lastId(ref)) : ref)),
    };
  },
};

interface Target {
  readonly path: Path;
  readonly length: number;
}

function listFor(document: BuilderDocument, parts: readonly Found[], to: Move['to']): Target | Refusal {
  const kind = kindOf((parts[0] as Found).ref);
  if (kind === 'step')
    return to.parent === 'form' ? { path: ['form', 'steps'], length: document.form.steps.length } : wrongPlace();
  if (to.parent === 'form') return wrongPlace();
  const target = find(document, to.parent);
  if (!target) return gone();
  if (kind === 'section')
    return 'sections' in target.part
      ? { path: [...target.path, 'sections'], length: target.part.sections.length }
      : wrongPlace();
  const place = openPlace(
    document,
    to as Place,
    parts.map(({ part }) => (part as Field).type),
  );
  if ('refused' in place) return place;
  return acrossGroups(document, parts, to.parent) ?? { path: place.list, length: place.fields.length };
}

/** What a question in a group is filled from, and which conditions see it, hold within the group alone. */
function acrossGroups(document: BuilderDocument, parts: readonly Found[], parent: Ref): Refusal | undefined {
  const into = kindOf(parent) === 'field' ? idOf(parent) : undefined;
  const crossing = parts.filter(({ ref }) => {
    const group = groupOf(ref);
    return (group && idOf(group)) !== into;
  });
  const tied = crossing.filter(
    ({ ref, part }) =>
      'label' in part &&
      (part.fill || conditionKeys.some((key) => ruleAt(part, key)) || dependentsOf(document, ref).length),
  );
  return tied.length
    ? refuse(
        'across-groups',
        '這些題目的資料來源或顯示條件只在原來的地方有效，不能移進或移出重複群組。請先移除來源和條件。',
        'Their source or conditions hold only where they are: remove those before moving in or out of a group.',
        tied.map(({ ref }) => ref),
      )
    : undefined;
}

const wrongPlace = (): Refusal => refuse('wrong-place', '不能放在這裡。', 'It can not go there.');

function listAfter(document: BuilderDocument, parent: Move['to']['parent']): Path {
  if (parent === 'form') return ['form', 'steps'];
  const found = find(document, parent) as Found;
  return [...found.path, kindOf(parent) === 'step' ? 'sections' : 'fields'];
}

/** They lie together there already. */
function stays(
  parts: readonly Found[],
  here: readonly { readonly index: number }[],
  index: number,
  list: Path,
): boolean {
  if (here.length !== parts.length || !list.length) return false;
  const first = here[0]?.index ?? 0;
  return (
    here.every((place, offset) => place.index === first + offset) && index >= first && index <= first + here.length
  );
}
