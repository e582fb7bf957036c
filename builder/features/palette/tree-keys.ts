/** Keys of a tree (ARIA APG): arrows, Home, End, letters. Works on what is drawn; opening and closing are the panel's. */
import type { Text } from '#schemas/text.ts';
import { say } from '../../model/command.ts';

/** For the list of keys. */
export const treeMoves: readonly (readonly [keys: string, does: Text])[] = [
  ['↑ / ↓ / Home / End', say('上一項、下一項', 'Previous, next')],
  ['→ / ←', say('打開、收起', 'Open, close')],
  ['Enter', say('加到選取的題目後面', 'Add behind the selected question')],
  ['Shift+Enter', say('帶入選取的題目', 'Fill the selected question')],
  ['Space', say('勾選欄位', 'Tick a field')],
];

export interface TreeMoves {
  /** Opens or closes; → whether it did. */
  toggle(item: HTMLElement, open: boolean): boolean;
}

let typed = '';
let typedAt = 0;

/** → the item to go to, or undefined when the key is none of the tree's or did its work */
export function moveInTree(
  event: KeyboardEvent,
  items: readonly HTMLElement[],
  moves: TreeMoves,
): HTMLElement | undefined {
  const at = items.findIndex((item) => item === event.target);
  const item = items[at];
  if (!item) return undefined;
  const level = (one: HTMLElement): number => Number(one.getAttribute('aria-level'));
  const expanded = item.getAttribute('aria-expanded');
  switch (event.key) {
    case 'ArrowDown':
      return items[at + 1];
    case 'ArrowUp':
      return items[at - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight':
      if (expanded === 'false') moves.toggle(item, true);
      return expanded === 'true' ? items[at + 1] : undefined;
    case 'ArrowLeft':
      if (expanded === 'true') {
        moves.toggle(item, false);
        return undefined;
      }
      return [...items.slice(0, at)].reverse().find((one) => level(one) < level(item));
    default:
      return event.key.length === 1 && event.key !== ' ' && event.key !== '/' && event.key !== '?'
        ? byLetters(event.key, event.timeStamp, items, at)
        : undefined;
  }
}

function byLetters(key: string, now: number, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const fresh = now - typedAt > 700;
  typed = (fresh ? '' : typed) + key.toLowerCase();
  typedAt = now;
  const from = fresh ? at + 1 : at;
  return [...items.slice(from), ...items.slice(0, from)].find((item) =>
    (item.dataset['find'] ?? '').split('\n').some((name) => name.startsWith(typed)),
  );
}
