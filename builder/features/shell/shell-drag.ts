/** What a drag means to the builder: whether it may be dropped there, what a drop does, and the words beside the pointer. */
import { textIn } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import type { Place } from '../../commands/shared/place.ts';
import { isRefusal, type Outcome } from '../../model/command.ts';
import type { BuilderContext } from '../builder-context.ts';
import { DragSession } from '../drag/drag-session.ts';
import { proposalFor, type Dragged, type Target } from '../drag/dragged.ts';
import type { Desk } from './desk.ts';

export interface DropDoes {
  /** A dataset lies there: its fields are to be ticked. */
  choose(dataset: PaletteDataset, to: Place): void;
  /** A new question of no words. */
  made(outcome: Outcome): void;
  /** Anything else. */
  done(): void;
}

export const shellDrag = (desk: Desk & HTMLElement, does: DropDoes): DragSession =>
  new DragSession({
    verdict: (dragged, target) => verdictOf(desk.builder, dragged, target),
    drop: (dragged, target) => {
      desk.drawer = undefined;
      if (dragged.what === 'dataset') {
        const to = placeOf(target);
        if (to) does.choose(dragged.dataset, to);
        return;
      }
      const proposal = proposalFor(dragged, target);
      const { builder } = desk;
      if (!proposal || !builder) return;
      const outcome = builder.run({ id: proposal.id, run: (document) => proposal.run(document) }, undefined);
      if (dragged.what === 'type' || dragged.what === 'yes-no') does.made(outcome);
      else does.done();
    },
    hint: (text, x, y) => hint(desk.renderRoot.querySelector('.hint'), text, x, y),
    dragging: (dragged) => {
      desk.classList.toggle('dragging', dragged !== undefined);
      // What is dragged needs to see where it can go.
      if (dragged && dragged.what !== 'parts') desk.drawer = undefined;
    },
  });

/** Where questions can lie; undefined onto a question, and between steps. */
export const placeOf = (target: Target): Place | undefined =>
  target.at === 'place' && target.parent !== 'form' ? { parent: target.parent, index: target.index } : undefined;

/** Why it can not go there; undefined where it can. */
function verdictOf(builder: BuilderContext | undefined, dragged: Dragged, target: Target): string | undefined {
  const outcome = builder && proposalFor(dragged, target)?.run(builder.session.document);
  if (!builder || !outcome) return '';
  return isRefusal(outcome) ? textIn(outcome.refused, builder.language) : undefined;
}

function hint(box: HTMLElement | null, text: string | undefined, x: number, y: number): void {
  if (!box) return;
  box.hidden = text === undefined;
  if (text === undefined) return;
  if (box.textContent !== text) box.textContent = text;
  box.style.setProperty('transform', `translate(${x + 14}px, ${y + 14}px)`);
}
