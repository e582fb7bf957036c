/** What can be dragged, where it can be dropped, and which command a drop is. Pure: the same for mouse, menu and keyboard. */
import type { FieldType } from '../../../schemas/form/definition.ts';
import type { PaletteDataset } from '../../../schemas/wire/palette.ts';
import { addMapped } from '../../commands/add-mapped.ts';
import { addQuestion } from '../../commands/add-question.ts';
import { mapQuestion } from '../../commands/map-question.ts';
import { move } from '../../commands/move.ts';
import type { Command, Outcome } from '../../model/command.ts';
import type { BuilderDocument } from '../../model/document.ts';
import type { Ref } from '../../model/locate.ts';

export type Dragged =
  | { readonly what: 'parts'; readonly refs: readonly Ref[] }
  | { readonly what: 'type'; readonly type: FieldType }
  /** `paths` empty: the dataset's documents. */
  | { readonly what: 'fields'; readonly dataset: PaletteDataset; readonly paths: readonly string[] };

export type Target =
  /** Between the parts of a list. */
  | { readonly at: 'place'; readonly parent: Ref | 'form'; readonly index: number }
  /** Onto a question, to fill it. */
  | { readonly at: 'question'; readonly ref: Ref };

/** A command with its arguments. */
export interface Proposal {
  readonly id: string;
  run(document: BuilderDocument): Outcome;
}

const propose = <Args>(command: Command<Args>, args: Args): Proposal => ({
  id: command.id,
  run: (document) => command.run(document, args),
});

/** Undefined where such a thing can never go there. */
export function proposalFor(dragged: Dragged, target: Target): Proposal | undefined {
  if (target.at === 'question') {
    const [path] = dragged.what === 'fields' ? dragged.paths : [];
    if (dragged.what !== 'fields' || path === undefined || dragged.paths.length > 1) return undefined;
    return propose(mapQuestion, { question: target.ref, dataset: dragged.dataset, path });
  }
  if (dragged.what === 'parts') return propose(move, { refs: dragged.refs, to: target });
  const { parent, index } = target;
  if (parent === 'form') return undefined;
  const to = { parent, index };
  return dragged.what === 'type'
    ? propose(addQuestion, { type: dragged.type, to })
    : propose(addMapped, { dataset: dragged.dataset, paths: dragged.paths, to });
}

export const sameTarget = (a: Target | undefined, b: Target | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
