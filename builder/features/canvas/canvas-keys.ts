/** What a key on a part of the canvas means. */
import { duplicate } from '../../commands/paste.ts';
import { move } from '../../commands/move.ts';
import { remove } from '../../commands/remove.ts';
import type { Text } from '#schemas/text.ts';
import { say, type Command } from '../../model/command.ts';
import { find, kindOf, partsOf, placeOf, type Ref } from '../../model/locate.ts';
import type { EditingSession } from '../../model/session.ts';

export type KeyAction =
  | { readonly do: 'focus'; readonly ref: Ref }
  | { readonly do: 'toggle' | 'edit' | 'menu' }
  | { readonly do: 'select'; readonly refs: readonly Ref[] }
  | { readonly do: 'clipboard'; readonly what: 'copy' | 'cut' | 'paste' }
  | { readonly do: 'run'; readonly command: Command<undefined> };

/** Keys that are no action of a menu, for the list of keys. */
export const canvasMoves: readonly (readonly [keys: string, does: Text])[] = [
  ['↑ / ↓ / Home / End', say('到其他題目', 'Go to other questions')],
  ['Shift+↑ / Shift+↓', say('連續選取', 'Select a range')],
  ['Space', say('加選或取消', 'Add to or take from the selection')],
  ['Escape', say('取消選取，設定改為整份表單', 'Select nothing: the settings are those of the form')],
];

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export function actionFor(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Key,
  ref: Ref,
  session: EditingSession,
): KeyAction | undefined {
  const { document, selected } = session;
  const refs = selected.includes(ref) ? selected : [ref];
  if (ctrlKey || metaKey) {
    const letter = key.toLowerCase();
    if (letter === 'c' || letter === 'x' || letter === 'v')
      return { do: 'clipboard', what: ({ c: 'copy', x: 'cut', v: 'paste' } as const)[letter] };
    if (letter === 'a')
      return {
        do: 'select',
        refs: [...partsOf(document).keys()].filter((one) => kindOf(one) === 'field' && !one.includes('.')),
      };
    if (letter === 'd') return run('duplicate', (doc) => duplicate.run(doc, { refs }));
    return undefined;
  }
  if (altKey) {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
    const to = nudge(session, refs, key === 'ArrowUp' ? -1 : 1);
    return to && run('move', (doc) => move.run(doc, { refs, to }));
  }
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
    case 'Home':
    case 'End': {
      const all = [...partsOf(document).keys()].filter((one) => !shiftKey || kindOf(one) === kindOf(ref));
      const at = all.indexOf(ref);
      const next = { ArrowDown: all[at + 1], ArrowUp: all[at - 1], Home: all[0], End: all.at(-1) }[key];
      return next && { do: 'focus', ref: next };
    }
    case ' ':
      return { do: 'toggle' };
    case 'Escape':
      return selected.length ? { do: 'select', refs: [] } : undefined;
    case 'Enter':
    case 'F2':
      return { do: 'edit' };
    case 'ContextMenu':
      return { do: 'menu' };
    case 'F10':
      return shiftKey ? { do: 'menu' } : undefined;
    case 'Delete':
    case 'Backspace':
      return run('remove', (doc) => remove.run(doc, { refs }));
    default:
      return undefined;
  }
}

const run = (id: string, work: Command<undefined>['run']): KeyAction => ({ do: 'run', command: { id, run: work } });

/** One place up or down; over the end of its section a question goes into the next one. */
export function nudge(
  { document }: EditingSession,
  refs: readonly Ref[],
  by: -1 | 1,
): { readonly parent: Ref | 'form'; readonly index: number } | undefined {
  const found = refs.flatMap((ref) => find(document, ref) ?? []);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  const edge = placeOf(by < 0 ? first : last);
  const parents = [...partsOf(document).values()];
  const parent = parents.find(({ path }) => path.join('/') === edge.list.slice(0, -1).join('/'));
  const kind = kindOf(first.ref);
  if (kind === 'step') {
    const index = edge.index + (by < 0 ? -1 : 2);
    return index < 0 || index > document.form.steps.length ? undefined : { parent: 'form', index };
  }
  if (!parent) return undefined;
  const length =
    'sections' in parent.part ? parent.part.sections.length : 'fields' in parent.part ? parent.part.fields.length : 0;
  const index = edge.index + (by < 0 ? -1 : 2);
  if (index >= 0 && index <= length) return { parent: parent.ref, index };
  const holders = parents.filter(({ ref }) => kindOf(ref) === kindOf(parent.ref) && !ref.includes('.'));
  const beside = holders[holders.indexOf(parent) + by];
  // Questions of a group stay in it.
  if (!beside || kindOf(parent.ref) === 'field') return undefined;
  const count =
    'sections' in beside.part ? beside.part.sections.length : 'fields' in beside.part ? beside.part.fields.length : 0;
  return { parent: beside.ref, index: by < 0 ? count : 0 };
}
