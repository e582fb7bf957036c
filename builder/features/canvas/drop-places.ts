/** Where a point of the canvas is: which list, between which parts, or on which question. Reads the layout, changes nothing. */
import type { Ref } from '../../model/locate.ts';
import type { Dragged, Target } from '../drag/dragged.ts';
import { indexAt, isOnto } from './insertion.ts';

const boxOf = (node: Element): DOMRect => node.getBoundingClientRect();

export function targetAt(
  root: HTMLElement,
  x: number,
  y: number,
  dragged: Dragged,
  kind: 'step' | 'section' | 'field',
): Target | undefined {
  const box = boxOf(root);
  if (x < box.left || x > box.right) return undefined;
  if (kind === 'step') return { at: 'place', parent: 'form', index: indexAt(childBoxes(root, '.step'), y) };
  const lists = [...root.querySelectorAll<HTMLElement>(kind === 'section' ? '.sections' : '.fields')];
  const list = nearest(lists, x, y);
  const parent = list?.dataset['list'] as Ref | undefined;
  if (!list || !parent) return undefined;
  const cards = [...list.children] as HTMLElement[];
  const index = indexAt(cards.map(boxOf), y);
  if (dragged.what === 'fields' && dragged.paths.length === 1 && kind === 'field') {
    const onto = cards.find((card) => !card.querySelector(':scope > .fields') && isOnto(boxOf(card), y));
    const ref = onto?.dataset['ref'] as Ref | undefined;
    if (ref) return { at: 'question', ref };
  }
  return { at: 'place', parent, index };
}

const childBoxes = (root: HTMLElement, selector: string): readonly DOMRect[] =>
  [...root.querySelectorAll(`:scope > ${selector}`)].map(boxOf);

/** The innermost list under the point, else the list that is nearest above or below. */
function nearest(lists: readonly HTMLElement[], x: number, y: number): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let distance = Infinity;
  for (const list of lists) {
    const box = boxOf(list);
    const away = Math.max(box.top - y, 0, y - box.bottom);
    const inside = away === 0 && x >= box.left && x <= box.right;
    // Later lists lie deeper: of two that hold the point the later one is meant.
    if (inside || (away < distance && !list.classList.contains('inner'))) {
      best = list;
      distance = inside ? -1 : away;
    }
  }
  return best;
}
