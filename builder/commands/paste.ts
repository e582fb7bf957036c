/** Copies of parts, from this form or another: duplicate is a paste behind the original. */
import type { Field, Section, Step } from '#schemas/form/definition.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import { find, kindOf, placeOf, type Part, type Ref } from '../model/locate.ts';
import { outermost } from './remove.ts';
import { Draft } from './shared/draft.ts';
import { freshCopies, type Around } from './shared/fresh-copy.ts';
import { sameKind } from './shared/names.ts';
import { clamp, openPlace, refAt, type Place } from './shared/place.ts';

/** What lies on the clipboard, as JSON. */
export type Clip = {
  readonly format: 'mydata-form-parts-1';
  /** Absent: the parts come from this form. */
  readonly around?: Around;
} & (
  | { readonly kind: 'step'; readonly parts: readonly Step[] }
  | { readonly kind: 'section'; readonly parts: readonly Section[] }
  | { readonly kind: 'field'; readonly parts: readonly Field[] }
);

export interface Paste {
  readonly clip: Clip;
  readonly to: { readonly parent: Ref | 'form'; readonly index: number };
}

export const paste: Command<Paste> = {
  id: 'paste',
  run(document, { clip, to }) {
    if (!clip.parts.length) return gone();
    const { parts, conditionsLost } = freshCopies(document, clip.parts, clip.around);
    const draft = new Draft(document);
    const target = to.parent === 'form' ? undefined : find(document, to.parent);
    let refs: readonly Ref[];
    if (clip.kind === 'step') {
      const index = clamp(to.index, document.form.steps.length);
      parts.forEach((part, offset) => draft.insert(['form', 'steps'], index + offset, part));
      refs = parts.map(({ id }): Ref => `step/${id}`);
    } else if (clip.kind === 'section') {
      if (!target || !('sections' in target.part))
        return refuse('wrong-place', '區段要放在步驟裡。', 'A section goes into a step.');
      const index = clamp(to.index, target.part.sections.length);
      parts.forEach((part, offset) => draft.insert([...target.path, 'sections'], index + offset, part));
      refs = parts.map(({ id }): Ref => `section/${id}`);
    } else {
      const place = openPlace(
        document,
        to as Place,
        clip.parts.map(({ type }) => type),
      );
      if ('refused' in place) return place;
      parts.forEach((part, offset) =>
        draft.insert(place.list, place.index + offset, place.inGroup ? unfilled(part) : part),
      );
      refs = parts.map(({ id }) => refAt(to as Place, id));
    }
    const lost = conditionsLost
      ? [
          `；${conditionsLost} 個顯示條件因為題目不在這份表單，沒有帶過來`,
          `; ${conditionsLost} conditions were left behind, their questions are not here`,
        ]
      : ['', ''];
    return {
      changes: draft.changes,
      words: say(`貼上 ${parts.length} 項${lost[0]}`, `Pasted ${parts.length}${lost[1]}`),
      select: refs,
    };
  },
};

/** A source outside the group's rows means nothing inside it. */
function unfilled(part: Part): Part {
  const { fill: _fill, ...rest } = part as Field;
  return rest as Part;
}

export interface Duplicate {
  readonly refs: readonly Ref[];
}

export const duplicate: Command<Duplicate> = {
  id: 'duplicate',
  run(document, { refs }) {
    const parts = outermost(refs.flatMap((ref) => find(document, ref) ?? []));
    const last = parts.at(-1);
    if (!last) return gone();
    if (!sameKind(parts.map(({ ref }) => ref)))
      return refuse('mixed', '題目、區段和步驟請分開複製。', 'Duplicate questions, sections and steps apart.');
    const { list, index } = placeOf(last);
    const copies = freshCopies(
      document,
      parts.map(({ part }) => part),
    ).parts;
    const draft = new Draft(document);
    copies.forEach((copy, offset) => draft.insert(list, index + 1 + offset, copy));
    const prefix = last.ref.includes('.') ? last.ref.slice(0, last.ref.indexOf('.') + 1) : `${kindOf(last.ref)}/`;
    return {
      changes: draft.changes,
      words: say(`複製 ${copies.length} 項`, `Duplicated ${copies.length}`),
      select: copies.map(({ id }) => `${prefix}${id}` as Ref),
    };
  },
};
